import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { addDays, isCalendarDate, weekOf } from '#platform/calendar/dates.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Absence, absenceColumns } from './absence.queries.ts';
import { absenceView } from './absence.view.ts';
import { absenceAudience, keepsCover, readsAbsence } from './cover.access.ts';
import { absencesPath } from './cover.ts';
import { gapsList } from './day.lists.ts';

interface Asked {
  id: string;
  from: string;
  until: string;
}

const ask = composed((who, { id, from, until }: Given<Asked>) => {
  const owner = who.organisationId;
  return {
    absence: list<Absence>(
      sql`select ${absenceColumns} from staff_absence a join person p on p.id = a.person_id
        join person s on s.id = a.said_by
        where a.owner_id = ${owner} and a.id = ${id} and ${readsAbsence(who, 'a')}`,
      { changedAt: 'moment', endedAt: 'moment' },
    ),
    gaps: gapsList(owner, { from, until }, sql`a.id = ${id} and ${readsAbsence(who, 'a')}`),
    // The versions of what is left in these days, added up: any change of it changes this.
    work: list<{ version: number }>(sql`select coalesce(sum(k.version), 0)::int as version from cover_work k
      join staff_absence a on a.owner_id = ${owner} and a.id = ${id}
      where k.owner_id = ${owner} and k.person_id = a.person_id and k.on_date between ${from} and ${until}`),
  };
});

/** An absence with the classes of one week of it. Throws `NotFound` for who may not read it. */
export async function loadAbsence(visit: Visit) {
  const id = visit.params.absence!;
  if (!isId(id)) throw new NotFound();
  const sent = visit.query.week ?? visit.arrival.form?.values?.week;
  const known = typeof sent === 'string' && isCalendarDate(sent) && sent > '2000' && sent < '2200';
  const week = weekOf(known ? sent : visit.today);
  const asked = { id, from: week, until: addDays(week, 6) };
  const found = await ask(visit.db, visit.who, asked);
  const [stands] = found.absence;
  if (!stands) throw new NotFound();
  // Written down for a week to come, or over: its first week is shown, unless another is asked for.
  if (!known && (stands.fromOn > asked.until || stands.untilOn < asked.from)) return loadWeek(visit, stands);
  return { absence: stands, gaps: found.gaps, workVersion: found.work[0]?.version ?? 0, week };
}

async function loadWeek(visit: Visit, absence: Absence) {
  const week = weekOf(absence.fromOn);
  const found = await ask(visit.db, visit.who, {
    id: absence.id,
    from: week,
    until: addDays(week, 6),
  });
  return { absence, gaps: found.gaps, workVersion: found.work[0]?.version ?? 0, week };
}

/** One absence: when, the classes without their teacher with what they do, and for whom it can be changed. */
export const absencePage = page(`${absencesPath}/:absence`, {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => loadAbsence(visit),
  view: (data, visit) => ({
    title:
      data.absence.personId === visit.who.personId
        ? t('When you are away')
        : t('{name} is away', { name: data.absence.name }),
    audience: absenceAudience(visit.who, data.absence.personId, data.absence.name),
    trail: [{ label: keepsCover(visit.who) ? t('All absences') : t('My absences'), href: absencesPath }],
    body: absenceView(data, visit),
  }),
});
