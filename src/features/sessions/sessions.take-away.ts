import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, formatMinutes, t } from '#platform/i18n/i18n.ts';
import { templateOf } from '#features/programmes/index.ts';
import type { Outcome } from './commitments.queries.ts';
import type { AttendanceState } from './roll.queries.ts';
import { writingAt } from './step-in-protocol.ts';
import { outcomeWords, stateWords } from './words.ts';

interface Attended {
  programme: string;
  session: string;
  on: string;
  minutes: number;
  inSchoolDay: boolean;
  state: AttendanceState;
  at: Date;
}
interface Promised {
  programme: string;
  trying: string;
  pupils: string;
  beyond: string;
  dueOn: string;
  outcome: Outcome | null;
  report: string;
  at: Date;
}

interface Answered {
  programme: string;
  session: string;
  section: string;
  text: string;
  at: Date;
  ownerId: string;
  protocol: string;
  version: number;
  templateStep: string | null;
}

/** One's own thoughts and notes, what one wrote with one's name, one's promises, and at which sessions one was. */
export async function takeAwaySessions(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const owners = sql`any(${organisationIds}::uuid[])`;
  const [thoughts, exercises, answers, promises, attended] = [
    await sql<{ title: string; text: string; at: Date }>`
      select r.title, r.text, r.updated_at as at from reflection r
      where r.owner_id = ${personId} order by r.created_at`.execute(db),
    await sql<{ title: string; text: string; at: Date }>`
      select n.title, n.noticed as text, n.done_at as at from exercise_note n
      where n.owner_id = ${personId} and n.ended_at is null order by n.done_at`.execute(db),
    await sql<Answered>`
      select p.title as programme, s.title as session, c.section, c.text, c.written_at as at, c.owner_id as "ownerId",
        p.template_id as protocol, p.template_version as version, s.template_step as "templateStep"
      from contribution c
      join programme_step s on s.owner_id = c.owner_id and s.id = c.step_id
      join programme p on p.owner_id = s.owner_id and p.id = s.programme_id
      where c.owner_id = ${owners} and c.author_id = ${personId} and c.text <> ''
      order by c.written_at, c.id`.execute(db),
    await sql<Promised>`
      select p.title as programme, c.trying, c.pupils, c.beyond, c.due_on as "dueOn", c.outcome, c.report, c.made_at as at
      from commitment c join programme p on p.owner_id = c.owner_id and p.id = c.programme_id
      where c.owner_id = ${owners} and c.person_id = ${personId} and c.ended_at is null order by c.made_at`.execute(
      db,
    ),
    await sql<Attended>`
      select p.title as programme, s.title as session, s.on_date as on, s.minutes, s.in_school_day as "inSchoolDay",
        a.state, a.marked_at as at
      from attendance a
      join programme_step s on s.owner_id = a.owner_id and s.id = a.step_id
      join programme p on p.owner_id = s.owner_id and p.id = s.programme_id
      where a.owner_id = ${owners} and a.person_id = ${personId} order by s.on_date`.execute(db),
  ];
  const written = (label: string) => (row: { title: string; text: string; at: Date }) => ({
    title: row.title,
    at: row.at,
    fields: [{ label, text: row.text }],
  });
  const sections: TakeAwaySection[] = [
    {
      title: t('My thoughts on sessions'),
      entries: thoughts.rows.map(written(t('What I made of it'))),
      stays: '',
    },
    { title: t('Exercises'), entries: exercises.rows.map(written(t('What I noticed'))), stays: '' },
    {
      title: t('What I wrote at steps of a programme or group'),
      entries: await Promise.all(
        answers.rows.map(async (row) => ({
          title: `${row.programme}: ${row.session}`,
          at: row.at,
          fields: [{ label: await titleOf(db, row), text: row.text }],
        })),
      ),
      stays: t(
        'What was written for the others in it stays in the school’s keeping too. What was given without a name cannot be found as yours, so it is not here.',
      ),
    },
    {
      title: t('What I promised to try'),
      entries: promises.rows.map((row) => ({
        title: row.programme,
        at: row.at,
        fields: [
          { label: t('One thing I will try'), text: row.trying },
          { label: t('With which pupils, and what I will bring back'), text: row.pupils },
          { label: t('By when'), text: formatDate(row.dueOn) },
          ...(row.beyond ? [{ label: t('Why one more'), text: row.beyond }] : []),
          ...(row.outcome ? [{ label: outcomeWords(row.outcome), text: row.report }] : []),
        ],
      })),
      stays: t(
        'What was promised and reported at meetings was written together, so it stays in the school’s keeping too.',
      ),
    },
    {
      title: t('Sessions and hours'),
      entries: attended.rows.map((row) => ({
        title: `${row.programme}: ${row.session}`,
        at: row.at,
        fields: [
          { label: t('Date'), text: formatDate(row.on) },
          { label: t('Attendance'), text: stateWords(row.state) },
          {
            label: t('Time'),
            text: `${formatMinutes(row.minutes)}, ${row.inSchoolDay ? t('in the school day') : t('outside the school day')}`,
          },
        ],
      })),
      stays: t('The school keeps its register of attendance.'),
    },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

/** What the part is called that an answer stands in; its id where the protocol has it no more. */
async function titleOf(
  db: Db,
  { ownerId, protocol, version, templateStep, section }: Answered,
): Promise<string> {
  const programme = { owner_id: ownerId, template_id: protocol, template_version: version };
  const writing = writingAt(await templateOf(db, programme), { template_step: templateStep });
  return writing?.parts.find(({ id }) => id === section)?.title ?? section;
}
