import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Presented, TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { howWords } from '#features/try-outs/index.ts';
import { rehearsalInWords, type Step, stateOf } from '../steps/step.ts';
import { type StepRow, stepsJson, toStep } from '../steps/step.queries.ts';
import { type GoalTexts, saidIn, titleOf } from './goal.ts';

interface Row extends GoalTexts {
  cameOfIt: string;
  begunAt: Date;
  steps: StepRow[];
}

const columns = sql`c.goal, c.pupils, c.looks, c.adjusts, c.came_of_it as "cameOfIt", c.begun_at as "begunAt",
  ${stepsJson(sql`c.owner_id`, sql`c.id`)} as steps`;

type Field = { label: string; text: string };

/** A goal and its steps as fields with labels, empty ones left out. */
const fieldsOf = (row: Row): Field[] =>
  [
    ...saidIn(row).map(({ label, text }) => ({ label, text })),
    ...row.steps
      .map(toStep)
      .filter((step) => stateOf(step) !== 'ended')
      .flatMap(fieldsOfStep),
    { label: t('What came of it'), text: row.cameOfIt },
  ].filter(({ text }) => text);

const fieldsOfStep = (step: Step): Field[] => [
  { label: t('Step'), text: [step.words, step.where].filter(Boolean).join('\n') },
  { label: t('Why one more'), text: step.beyond },
  { label: t('Before class'), text: step.rehearsedHow ? rehearsalInWords(step.rehearsedHow) : '' },
  { label: t('Tried'), text: step.triedOn ? formatDate(step.triedOn) : '' },
  { label: t('What pupils did'), text: step.triedWords },
  { label: t('Looked at again'), text: step.revisitedHow ? t(howWords[step.revisitedHow]) : '' },
  { label: t('What pupils do now'), text: step.revisitedWords },
];

/** One's own goals with their steps. What was written together stays with the school. */
export async function takeAwayGoals(db: Db, personId: string): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select ${columns} from coaching_cycle c join item i on i.owner_id = c.owner_id and i.id = c.id
    where c.owner_id = ${personId} and i.ended_at is null order by c.begun_at, c.id`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('My goals and steps in mentoring and coaching'),
      entries: rows.map((row) => ({ title: titleOf(row), at: row.begunAt, fields: fieldsOf(row) })),
      stays: t(
        'What you wrote together with a mentor, a coach or a co-coach stays in the school’s keeping: agreements, conversations and their notes.',
      ),
    },
  ];
}

/** A goal in words, for those whom the law lets open it. */
export async function presentGoal(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { rows } = await sql<Row>`
    select ${columns} from coaching_cycle c where c.owner_id = ${ownerId} and c.id = ${id}`.execute(db);
  return { title: titleOf(rows[0]!), fields: fieldsOf(rows[0]!) };
}
