import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import { missingPath } from '../addresses.ts';
import { beginsAt, expectedOn } from '../expected.ts';
import { watchesRegisters } from '../registers.access.ts';

/** How the registers of a school day stand: how many there will be, how many are taken, and how many began without. */
export interface SchoolRegisters {
  expected: number;
  taken: number;
  open: number;
}

/** A part of Today for those who watch over the registers; no row for others. `by` is the school's clock, '09:15'. */
export const registersOfSchool = (
  who: Who,
  { today, by }: Given<{ today: string; by: string }>,
): List<SchoolRegisters> => {
  const owner = who.organisationId;
  return watchesRegisters(who)
    ? list<SchoolRegisters>(sql`select count(*)::int as expected, count(r.unit_id)::int as taken,
        count(*) filter (where r.unit_id is null and ${beginsAt('e')} <= ${by}::time)::int as open
      from (${expectedOn(owner, today)}) e
        join (select distinct m.unit_id from membership m where m.owner_id = ${owner} and m.part = 'pupil'
          and ${current('m', today)}) filled on filled.unit_id = e.unit_id
        left join register r on r.owner_id = ${owner} and r.on_date = ${today} and r.unit_id = e.unit_id
          and r.slot = e.slot and r.taken_at is not null
      having count(*) > 0`)
    : list<SchoolRegisters>(sql`select 1 as n where false`);
};

export const registersOfSchoolView = ([school]: readonly SchoolRegisters[]): Value =>
  school !== undefined &&
  html`<p>
    ${t('{taken} of {all} registers are taken.', { taken: school.taken, all: school.expected })}
    ${
      school.open > 0 &&
      html`<a href="${missingPath}"
        >${tn(school.open, 'One that has begun is not taken yet', '{n} that have begun are not taken yet')}</a
      >`
    }
  </p>`;
