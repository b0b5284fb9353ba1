import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { toldAbout } from '#features/people/index.ts';
import type { NewTalk } from './insert-talk.ts';
import { watchersOf } from './principals.ts';
import { hasToDoWith, isCarer, isHere, wayBetween } from './who-may-write.ts';

/** Somebody to write to, as the page before writing shows them. */
export interface Between {
  talk: NewTalk;
  sort: 'pupil' | 'family' | 'staff';
  name: string;
  child: string | null;
  watchers: string[];
  /** Where one of the staff writes to a carer: the others of that child who may be told as well. */
  otherCarers: { personId: string; name: string }[];
  /** The conversation that there is already. */
  thereId: string | null;
}

interface Found {
  name: string;
  kind: string | null;
  child: string | null;
  toPupil: boolean;
  fromPupil: boolean;
  toCarer: boolean;
  fromCarer: boolean;
  among: boolean;
  watchers: string[];
  otherCarers: { personId: string; name: string }[];
  pupilThere: string | null;
  familyThere: string | null;
  staffThere: string | null;
}

/**
 * What a conversation of this person with another would be, about a child where one of the two is of its family. Throws
 * `NotFound` where there is nobody of that name, `NotAllowed` where the table of who may write does not have the two.
 */
export async function selectBetweenUs(
  db: Db,
  who: Who,
  { personId, aboutId }: { personId: string; aboutId: string | null },
  today: string,
): Promise<Between> {
  const me = who.personId;
  if (!isId(personId) || (aboutId !== null && !isId(aboutId)) || personId === me) throw new NotFound();
  const found = await ask(db, who, { personId, aboutId }, today);
  if (!found) throw new NotFound();
  const between = choose(who, found, { personId, aboutId });
  if (!between)
    throw new NotAllowed(
      t('You cannot write to each other here.'),
      t(
        'Pupils and families write to those who teach the child, and those to them. Ask the school’s office.',
      ),
    );
  return {
    ...between,
    name: found.name,
    child: found.child,
    watchers: between.sort === 'pupil' ? found.watchers : [],
    otherCarers: found.toCarer && between.sort === 'family' ? found.otherCarers : [],
  };
}

/** Which of the ways is taken: about a child it is with its family, otherwise with a pupil or among staff. */
function choose(
  who: Who,
  found: Found,
  { personId, aboutId }: { personId: string; aboutId: string | null },
): Pick<Between, 'talk' | 'sort' | 'thereId'> | undefined {
  const me = who.personId;
  if (aboutId !== null) {
    if (!found.toCarer && !found.fromCarer) return undefined;
    const [staff, carer] = found.toCarer ? [me, personId] : [personId, me];
    return { sort: 'family', talk: familyTalk(staff, [carer], aboutId), thereId: found.familyThere };
  }
  if (found.toPupil || found.fromPupil) {
    const [staff, pupil] = found.toPupil ? [me, personId] : [personId, me];
    return {
      sort: 'pupil',
      talk: {
        sort: 'pupil',
        pupilId: pupil,
        people: [
          { personId: pupil, part: 'pupil' },
          { personId: staff, part: 'staff' },
        ],
        betweenKey: pupilKey(pupil, staff),
      },
      thereId: found.pupilThere,
    };
  }
  if (!found.among) return undefined;
  return {
    sort: 'staff',
    talk: {
      sort: 'staff',
      people: [
        { personId: me, part: 'staff' },
        { personId, part: 'staff' },
      ],
      betweenKey: staffKey(me, personId),
    },
    thereId: found.staffThere,
  };
}

/** One of the staff with carers of a child; with several of them only where the school brings them together. */
export const familyTalk = (staff: string, carers: readonly string[], pupilId: string): NewTalk => ({
  sort: 'family',
  pupilId,
  people: [
    { personId: staff, part: 'staff' },
    ...carers.map((personId) => ({ personId, part: 'carer' as const })),
  ],
  betweenKey: familyKey(staff, carers, pupilId),
});

const pupilKey = (pupil: string, staff: string): string => `pupil ${pupil} ${staff}`;
const staffKey = (a: string, b: string): string => `staff ${[a, b].sort().join(' ')}`;
const familyKey = (staff: string, carers: readonly string[], pupil: string): string =>
  `family ${pupil} ${staff} ${[...carers].sort().join(' ')}`;

async function ask(
  db: Db,
  who: Who,
  { personId, aboutId }: { personId: string; aboutId: string | null },
  today: string,
): Promise<Found | undefined> {
  const owner = who.organisationId;
  const [me, you, child] = [sql`${who.personId}::uuid`, sql`${personId}::uuid`, sql`${aboutId}::uuid`];
  const staffPupil = wayBetween('staff', 'pupil')!;
  const pupilStaff = wayBetween('pupil', 'staff')!;
  const staffFamily = wayBetween('staff', 'family')!;
  const familyStaff = wayBetween('family', 'staff')!;
  const there = (key: string) =>
    sql`(select c.id from talk c where c.owner_id = ${owner} and c.between_key = ${key})`;
  const { rows } = await sql<Found>`
    select p.name, m.kind, (select k.name from person k where k.id = ${child}) as child,
      ${hasToDoWith(owner, staffPupil, { staff: me, pupil: you }, today)} as "toPupil",
      ${hasToDoWith(owner, pupilStaff, { staff: you, pupil: me }, today)} as "fromPupil",
      (${isCarer(owner, { adult: you, pupil: child }, today)}
        and ${hasToDoWith(owner, staffFamily, { staff: me, pupil: child }, today)}) as "toCarer",
      (${isCarer(owner, { adult: me, pupil: child }, today)}
        and ${hasToDoWith(owner, familyStaff, { staff: you, pupil: child }, today)}) as "fromCarer",
      (${isHere(owner, me, 'staff', today)} and ${isHere(owner, you, 'staff', today)}) as among,
      array(select w.name from ${watchersOf(owner, today)} v join person w on w.id = v.person_id
        order by w.sort_name) as watchers,
      coalesce((select json_agg(json_build_object('personId', a.id, 'name', a.name) order by a.sort_name)
        from ${toldAbout(owner, 'messages', today)} told join person a on a.id = told.adult_id
        where told.pupil_id = ${child} and told.adult_id <> ${you} and told.adult_id <> ${me}), '[]'::json)
        as "otherCarers",
      coalesce(${there(pupilKey(personId, who.personId))}, ${there(pupilKey(who.personId, personId))}) as "pupilThere",
      coalesce(${there(familyKey(who.personId, [personId], aboutId ?? ''))},
        ${there(familyKey(personId, [who.personId], aboutId ?? ''))}) as "familyThere",
      ${there(staffKey(who.personId, personId))} as "staffThere"
    from person p join member m on m.owner_id = ${owner} and m.person_id = p.id and ${current('m', today)}
    where p.id = ${you}`.execute(db);
  return rows[0];
}
