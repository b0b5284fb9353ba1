import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import { isCalendarDate } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { RegisterPlace } from '../addresses.ts';
import { type Code, codesFor, codesIn } from '../codes/code.ts';
import { codesList, localeList } from '../codes/codes.queries.ts';
import { expectedOn } from '../expected.ts';
import { knownAbsences } from '../known-absences.ts';
import { mayTake, writing } from '../registers.access.ts';
import { schoolDayAfter } from '../school-days.ts';
import type { RegisterHead, RegisterPupil } from './register.ts';

interface Head extends RegisterHead {
  may: boolean;
  nextSchoolDay: string | null;
}

interface Asked {
  on: string;
  unitId: string;
  slot: string;
}

/** A register with its class, the codes that fit it, and what this person may do with it. */
export interface OpenRegister extends RegisterHead {
  on: string;
  pupils: RegisterPupil[];
  codes: Code[];
  writing: ReturnType<typeof writing>;
}

/** Away by the law, and at school since: it says nothing of the next lesson. */
const lateAfterClosing = 'U';

const ask = composed((who, { on, unitId, slot }: Given<Asked>) => {
  const owner = who.organisationId;
  return {
    codes: codesList(who),
    locale: localeList(who),
    heads: list<Head>(
      sql`select u.id as "unitId", u.name as unit, h.slot, h.session, h.period_name as "periodName",
        to_char(h.starts_at, 'HH24:MI') as "startsAt", to_char(h.ends_at, 'HH24:MI') as "endsAt", h.subject, h.id,
        coalesce(h.version, 0) as version, h.taken_at as "takenAt", p.name as "takenBy",
        ${schoolDayAfter(owner, on)} as "nextSchoolDay",
        ${mayTake(who, { unitId: sql.ref('u.id'), lessonId: sql.ref('h.lesson_id'), slot: sql.ref('h.slot'), on })} as may
        from (select r.id, coalesce(r.unit_id, e.unit_id) as unit_id, coalesce(r.slot, e.slot) as slot,
            case when r.id is null then e.session else r.session end as session,
            coalesce(r.period_name, e.period_name) as period_name,
            case when r.id is null then e.starts_at else r.starts_at end as starts_at,
            case when r.id is null then e.ends_at else r.ends_at end as ends_at, coalesce(r.subject, e.subject) as subject,
            r.version, r.taken_at, r.taken_by, e.lesson_id
          from (select * from register g where g.owner_id = ${owner} and g.on_date = ${on} and g.unit_id = ${unitId}
            and g.slot = ${slot}) r
          full join (select * from (${expectedOn(owner, on)}) x where x.unit_id = ${unitId} and x.slot = ${slot}) e
            on e.unit_id = r.unit_id and e.slot = r.slot) h
        join unit u on u.owner_id = ${owner} and u.id = h.unit_id
        left join person p on p.id = h.taken_by`,
      { takenAt: 'moment' },
    ),
    pupils: list<RegisterPupil>(sql`
      with marks as materialized (select a.pupil_id, a.code_id, a.minutes, a.note, c.symbol, c.name from register r
          join register_mark a on a.owner_id = ${owner} and a.register_id = r.id
          join attendance_code c on c.owner_id = ${owner} and c.id = a.code_id
          where r.owner_id = ${owner} and r.on_date = ${on} and r.unit_id = ${unitId} and r.slot = ${slot})
      select m.person_id as "pupilId", p.name, k.symbol, k.code_id as "codeId", k.name as "codeName", k.minutes, coalesce(k.note, '') as note,
        w.sort as known, w.symbol as "knownSymbol", b.name as earlier, b.symbol as "earlierSymbol"
      from (select s.person_id from membership s where s.owner_id = ${owner} and s.unit_id = ${unitId}
          and s.part = 'pupil' and ${current('s', on)}
        union select a.pupil_id from marks a) those
      join member m on m.owner_id = ${owner} and m.person_id = those.person_id and m.kind = 'pupil'
      join person p on p.id = m.person_id
      left join marks k on k.pupil_id = m.person_id
      left join lateral (select n.sort, c.symbol from (${knownAbsences(owner, { from: on, until: on })}) n
          left join attendance_code c on c.owner_id = ${owner} and c.id = n.code_id and c.ended_at is null
          where n.pupil_id = m.person_id and (n.session is null or n.session = ${halfOf(owner, slot)})
          order by n.code_id is null, n.session is null limit 1) w on true
      left join lateral (select c.name, c.symbol, c.category, c.national from register r
          join register_mark a on a.owner_id = ${owner} and a.register_id = r.id and a.pupil_id = m.person_id
          join attendance_code c on c.owner_id = ${owner} and c.id = a.code_id
          where r.owner_id = ${owner} and r.on_date = ${on} and not (r.unit_id = ${unitId} and r.slot = ${slot})
          order by a.marked_at desc limit 1) b on b.category <> 'present' and b.national <> ${lateAfterClosing}
      order by m.sort_name, m.person_id`),
  };
});

/** The half of the day that a slot is in: 'am' or 'pm', of a period by when it begins. */
const halfOf = (
  owner: string,
  slot: Given<Asked>['slot'],
) => sql`case when ${slot} in ('am', 'pm') then ${slot}
  else (select case when x.starts_at < '12:00' then 'am' else 'pm' end from period x
    where x.owner_id = ${owner} and x.id::text = ${slot}) end`;

/** Opens a register. Throws `NotFound` where the class has none then, `NotAllowed` where it is not this person's to take. */
export async function openRegister(
  db: Db,
  who: Who,
  { on, unitId, slot }: RegisterPlace,
  today: string,
): Promise<OpenRegister> {
  if (!isCalendarDate(on) || !isId(unitId) || !(slot === 'am' || slot === 'pm' || isId(slot)))
    throw new NotFound();
  const { heads, pupils, codes, locale } = await ask(db, who, { on, unitId, slot });
  const head = heads[0];
  if (!head) throw new NotFound(t('This class has no register then.'));
  const { may, nextSchoolDay, ...register } = head;
  if (!may)
    throw new NotAllowed(
      t('This register is taken by those who teach the class.'),
      t('Ask the school’s office to name you for it.'),
    );
  return {
    ...register,
    on,
    pupils,
    codes: codesIn(codesFor(codes, locale[0]!.locale), register.session),
    writing: writing(who, { on, takenBefore: register.takenAt !== null, nextSchoolDay, today }),
  };
}

export const placeOf = ({ date, unit, slot }: Record<string, string>): RegisterPlace => ({
  on: date!,
  unitId: unit!,
  slot: slot!,
});
