import { sql } from 'kysely';
import { addDays } from '#platform/calendar/dates.ts';
import { joinCircle, makeCircle } from '#platform/access/circles.ts';
import type { Db } from '#platform/db/database.ts';
import { idFrom } from '#platform/db/ids.ts';
import { insertAppointments } from '#features/people/index.ts';

/** A term's pairings: forty of one coach, the others of eight each. */
const pairings = 500;
const ofTheCoach = 40;
/** Times together before this week, and one booked after it; every eleventh pairing has none to come. */
const timesHeld = 4;

interface Pair {
  id: string;
  circle: string;
  learner: string;
  coach: string;
  kind: string;
  purpose: string | null;
  meetings: { id: string; on: string; held: boolean }[];
}

/**
 * Five hundred pairings in an organisation: its first member of staff looks after them, its second coaches forty
 * people and meets each every fortnight.
 */
export async function seedCoaching(
  db: Db,
  ownerId: string,
  staff: readonly string[],
  now: Date,
): Promise<void> {
  const [coordinator, coach] = staff as [string, string];
  const pairs = Array.from({ length: pairings }, (_, n) => pairOf(ownerId, n, staff, coach, now));
  const those = JSON.stringify(pairs);
  const given = sql`jsonb_to_recordset(${those}::jsonb)
    as x(id uuid, circle uuid, learner uuid, coach uuid, kind text, purpose text, meetings jsonb)`;
  await insertAppointments(
    db,
    ownerId,
    [{ personId: coordinator, role: 'mentor-co-ordinator', startsOn: '2024-09-01', appointedBy: null }],
    now,
  );
  await db.transaction().execute(async (tx) => {
    for (const { circle, learner, coach: supporter, kind } of pairs) {
      const at = { ownerId, circleId: circle };
      await makeCircle(tx, { ownerId, id: circle, kind: 'coaching', name: '', excludesManagers: true }, now);
      await joinCircle(tx, { ...at, part: 'learner' }, [learner], now);
      await joinCircle(tx, { ...at, part: kind === 'mentoring' ? 'mentor' : 'coach' }, [supporter], now);
    }
    await sql`insert into item (owner_id, id, kind, purpose, author_id, circle_id, excludes_managers, created_at)
      select ${ownerId}, i.id, i.kind, i.purpose, x.learner, x.circle, false, ${now}
      from ${given}, lateral (values (x.id, 'pairing', 'administration'), (x.circle, 'coaching', 'learning'))
        i(id, kind, purpose)`.execute(tx);
    await sql`insert into pairing (owner_id, id, circle_id, kind, purpose, rhythm, every_days, minutes, asked_by,
        asked_at, agreed_at, starts_on, ends_on, with_manager, version)
      select ${ownerId}, x.id, x.circle, x.kind, x.purpose, 'fortnightly', 14, 45, x.learner, ${now}, ${now},
        '2026-09-07', '2027-07-16', false, 1 from ${given}`.execute(tx);
    await sql`insert into pairing_person (owner_id, pairing_id, person_id, part, asked_at, answer, answered_at)
      select ${ownerId}, x.id, p.person, p.part, ${now}, 'yes', ${now}
      from ${given}, lateral (values (x.learner, 'learner'), (x.coach, case x.kind when 'mentoring' then 'mentor'
        else 'coach' end)) p(person, part)`.execute(tx);
    await sql`insert into coaching (owner_id, id, pairing_id, asked_words, answers, version, written_by, written_at)
      select ${ownerId}, x.circle, x.id, '', '{}', 0, x.learner, ${now} from ${given}`.execute(tx);
    await sql`insert into coaching_meeting (owner_id, id, pairing_id, kind, on_date, starts_at, minutes, place,
        in_school_day, protected, cover_minutes, booked_by, booked_at, changed_at, held_at, held_by, held_minutes,
        own_lesson, practised, version)
      select ${ownerId}, m.id, x.id, 'conversation', m.on, '13:15', 45, 'Room 4', true, true, 0, x.coach, ${now}, ${now},
        case when m.held then ${now}::timestamptz end, case when m.held then x.coach end,
        case when m.held then 45 end, m.held, m.held, 1
      from ${given}, lateral jsonb_to_recordset(x.meetings) as m(id uuid, "on" date, held boolean)`.execute(
      tx,
    );
  });
}

function pairOf(ownerId: string, n: number, staff: readonly string[], coach: string, now: Date): Pair {
  const id = idFrom(`${ownerId} pairing ${n}`);
  const today = now.toISOString().slice(0, 10);
  const mentoring = n >= ofTheCoach && n % 3 === 0;
  const held = Array.from({ length: timesHeld }, (_, back) => ({
    id: idFrom(`${id} held ${back}`),
    on: addDays(today, -(2 + (n % 12) + 14 * back)),
    held: true,
  }));
  const toCome = { id: idFrom(`${id} to come`), on: addDays(today, n % 10), held: false };
  return {
    id,
    circle: idFrom(`${id} circle`),
    learner: staff[100 + n]!,
    coach: n < ofTheCoach ? coach : staff[2 + (n % 57)]!,
    kind: mentoring ? 'mentoring' : 'specialist-coaching',
    purpose: mentoring ? (n % 2 === 0 ? 'induction' : 'progression') : null,
    meetings: n % 11 === 0 ? held : [...held, toCome],
  };
}
