import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { absencesPath, howInWords, pupilHref, saidHows } from '../attendance.ts';
import { office, settlersAudience, readsPupil } from '../attendance.access.ts';
import { absenceFields } from './absence-fields.ts';
import { firstDay } from './closed-days.ts';

const path = pupilHref(':pupil', 'away');

/** A pupil who is here today, by name, with the day with which the form begins. Throws `NotFound` where this person reads of none. */
export async function selectPupilName(db: Db, who: Who, pupil: string, today: string) {
  if (!isId(pupil)) throw new NotFound();
  const { rows } = await sql<{ id: string; name: string; first: string }>`select p.id, p.name,
      ${firstDay(who.organisationId, today)}::text as first from member m
    join person p on p.id = m.person_id where m.owner_id = ${who.organisationId} and m.person_id = ${pupil}
      and m.kind = 'pupil' and ${current('m', today)} and ${readsPupil(who, sql`m.person_id`, today)}`.execute(
    db,
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** The office writes down what somebody said about a pupil: who, how, and when. */
export const writeAbsencePage = page(path, {
  purpose: 'administration',
  access: roles(...office),
  load: (visit) => selectPupilName(visit.db, visit.who, visit.params.pupil!, visit.today),
  view: ({ id, name, first }, visit) => ({
    title: t('{name} is away', { name }),
    audience: settlersAudience(),
    trail: [
      { label: t('What families say'), href: absencesPath },
      { label: name, href: pupilHref(id) },
    ],
    body: form(
      { ...visit.formAt(pupilHref(id, 'away')), button: t('Write it down'), cancel: absencesPath },
      (f) => html`
        ${f.text({ name: 'said_by', label: t('Who said so'), hint: t('A name and what they are to the pupil: “Lowri Roberts, mother”.'), required: true, maxlength: 120 })}
        ${f.radios({ name: 'said_how', label: t('How'), required: true, initial: 'phone', options: saidHows.map((value) => ({ value, label: howInWords(value) })) })}
        ${f.date({ name: 'said_on', label: t('When they said so'), required: true, initial: visit.today, max: visit.today })}
        ${absenceFields(f, { today: visit.today, first })}
      `,
    ),
  }),
});
