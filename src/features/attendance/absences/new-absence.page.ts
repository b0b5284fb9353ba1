import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { page, roles } from '#platform/http/route.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { countedList, filters } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { absencesPath, pupilHref } from '../attendance.ts';
import { office, settlersAudience } from '../attendance.access.ts';
import { formName } from '../marked-sessions.ts';

const path = `${absencesPath}/new`;
const most = 20;

/** Somebody rings: first whose child it is. */
export const newAbsencePage = page(path, {
  purpose: 'administration',
  access: roles(...office),
  async load(visit) {
    const words = comparable((visit.query.q ?? '').slice(0, 100))
      .split(' ')
      .filter(Boolean);
    if (words.length === 0) return [];
    const owner = visit.organisationId;
    const { rows } = await sql<{ id: string; name: string; form: string | null }>`
      select p.id, p.name, ${formName(owner, sql`p.id`, visit.today)} as form
      from member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.kind = 'pupil' and ${current('m', visit.today)}
        and m.sort_name like all(${words.map((word) => `%${word}%`)}::text[])
      order by m.sort_name, p.id limit ${most}`.execute(visit.db);
    return rows;
  },
  view: (pupils, visit) => ({
    title: t('Write down what somebody said'),
    audience: settlersAudience(),
    trail: [{ label: t('What families say'), href: absencesPath }],
    body: html`${filters({ action: path, values: visit.query, button: t('Find'), always: true }, (f) =>
      f.search({ name: 'q', label: t('Which pupil is it about'), unmarked: true, autofocus: true }),
    )}
    ${
      (visit.query.q ?? '') !== '' &&
      countedList({
        says: tn(pupils.length, '{n} pupil', '{n} pupils'),
        items: pupils.map(
          ({ id, name, form }) =>
            html`${personName({ name, href: pupilHref(id, 'away') })}
              <span class="meta">${form ?? ''}</span>`,
        ),
        empty: t('No pupil has this name. Try a part of it.'),
      })
    }`,
  }),
});
