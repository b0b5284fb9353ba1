import { sql } from 'kysely';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { saveMarks, type WantedMark } from './save-marks.ts';

/** A mark that was given another code, and what it had. */
export interface ChangedMark {
  registerId: string;
  wasCodeId: string | null;
  codeId: string;
}

/** The registers in which a pupil is marked as away, on the days from one to another. */
export interface MarksWanted {
  pupilId: string;
  from: string;
  until: string;
  /** The whole day, or one half of it. */
  part: 'day' | 'am' | 'pm';
  codeId: string;
  reason: string;
}

interface Held {
  id: string;
  version: number;
  codeId: string;
  note: string;
}

/** Away without leave for a reason that is known: a holiday, come late after closing, in the plain list known at all. */
const explained = ['G', 'U', 'W'];

/**
 * Gives the marks of a pupil's absence that say no reason another code, with history, as when a family has said why.
 * Whether this person may is for whoever calls to have asked. Marks of somebody who was there stay as they are, and so
 * do those that say a reason already: a suspension, another appointment. Where no reason was found (O), one is now.
 */
export async function setMarks(change: Change, wanted: MarksWanted): Promise<ChangedMark[]> {
  const { organisationId } = change;
  const { pupilId, from, until, part, codeId, reason } = wanted;
  const held = await hold(
    change,
    pupilId,
    sql`r.on_date between ${from} and ${until} and c.category = 'unauthorised'
      and c.national <> all(${explained}::text[]) and m.code_id <> ${codeId}
      and (${part} = 'day' or coalesce(r.session, case when r.starts_at < '12:00' then 'am' else 'pm' end) = ${part})
      and exists (select 1 from attendance_code a where a.owner_id = ${organisationId} and a.id = ${codeId})`,
  );
  // How late somebody came says nothing of who was away.
  for (const register of held)
    await setOne(change, register, { pupilId, codeId, minutes: null, note: register.note }, reason);
  return held.map(({ id, codeId: wasCodeId }) => ({ registerId: id, wasCodeId, codeId }));
}

/** Sets such marks back, those alone that nobody has changed since, and answers how many. */
export async function setMarksBack(
  change: Change,
  pupilId: string,
  marks: readonly ChangedMark[],
  reason: string,
): Promise<number> {
  const ids = marks.map(({ registerId }) => registerId);
  if (ids.length === 0) return 0;
  let back = 0;
  const held = await hold(change, pupilId, sql`r.id = any(${ids}::uuid[])`);
  for (const register of held) {
    const mark = marks.find(({ registerId }) => registerId === register.id);
    if (mark?.codeId !== register.codeId) continue;
    const was = { pupilId, codeId: mark.wasCodeId, minutes: null, note: register.note };
    await setOne(change, register, was, reason);
    back += 1;
  }
  return back;
}

/** In the order of their ids, so that two who settle at once never wait for one another in a circle. */
async function hold(
  { tx, organisationId }: Change,
  pupilId: string,
  which: ReturnType<typeof sql>,
): Promise<Held[]> {
  const those = sql`
    from register r
    join register_mark m on m.owner_id = ${organisationId} and m.register_id = r.id and m.pupil_id = ${pupilId}
    join attendance_code c on c.owner_id = ${organisationId} and c.id = m.code_id
    where r.owner_id = ${organisationId} and ${which}
    order by r.id`;
  await sql`select r.id ${those} for update of r`.execute(tx);
  // Whoever saved one of them while we waited has changed its marks: they are read once the registers are held.
  const { rows } = await sql<Held>`select r.id, r.version, m.code_id as "codeId", m.note ${those}`.execute(
    tx,
  );
  return rows;
}

async function setOne(change: Change, register: Held, mark: WantedMark, reason: string): Promise<void> {
  const changed = await saveMarks(change, register, [mark], {
    reason,
    saveId: newId(change.now),
    did: 'corrected',
  });
  await change.record({ kind: 'register.corrected', body: { register: register.id, marks: changed } });
}
