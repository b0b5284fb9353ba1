import { newId } from '#platform/db/ids.ts';
import { startOfTests } from '#test/site.ts';
import type { Db } from '#platform/db/database.ts';
import { catalogue, Protocol } from '#features/evidence/index.ts';
import { keepVersion } from '#features/protocols/index.ts';
import { scene } from './sessions.scene.ts';

const parts = [
  { id: 'aims', title: 'What pupils should learn', prompt: 'One aim, in a sentence.' },
  { id: 'notes', title: 'How we watch', prompt: 'Who watches whom?' },
];

/** Steps at which people write, in each of the ways there are. */
export const writingSteps = [
  { id: 'joint-plan', kind: 'document', title: 'Plan the lesson', writing: 'together', sections: parts },
  {
    id: 'question-meeting',
    kind: 'meeting',
    title: 'Meet over the questions',
    writing: 'together',
    asksQuestions: true,
    commitments: { max: 1 },
    lasts: { min: 75, max: 90 },
    ingredient: 'evidence-discussion',
  },
  { id: 'alone', kind: 'prompt', title: 'Write alone', writing: 'each', sections: parts },
  { id: 'blind', kind: 'prompt', title: 'Write first', writing: 'each-before-seeing', sections: parts },
  {
    id: 'no-names',
    kind: 'prompt',
    title: 'Say what may go wrong',
    writing: 'each-nameless',
    sections: parts,
  },
  {
    id: 'watch',
    kind: 'reflection',
    title: 'Look first',
    writing: 'each',
    sections: parts,
    first: 'facilitator',
  },
] as const;

export type WritingStep = (typeof writingSteps)[number]['id'];

const common = {
  prompt: 'Write it down.',
  strand: 'peer',
  lead: 'teachers',
  week: 2,
  minutes: 60,
  inSchoolDay: true,
  mode: 'own-time',
  required: true,
  cycle: 1,
};

/** The sustained programme with a stage of writing, as a school might have it: a version that is only kept. */
function protocolWithWriting(): Protocol {
  const shipped = catalogue().protocols.find(({ id }) => id === 'sustained-programme')!;
  return Protocol.parse({
    ...structuredClone(shipped),
    version: 99,
    questions: [{ id: 'what-is-going-on', words: 'What is going on for our pupils?' }],
    stages: [
      ...structuredClone(shipped.stages),
      {
        id: 'writing',
        title: 'Writing',
        plain: 'People write.',
        cycle: 1,
        steps: writingSteps.map((step) => ({
          ...common,
          ...step,
          mode: step.kind === 'meeting' ? 'in-person' : 'own-time',
        })),
      },
    ],
  });
}

const firstNumber = 11;

/** Puts the steps of writing into a programme, with numbers from here on; answers their ids. */
export async function insertWriting(
  db: Db,
  programme: { owner_id: string; id: string },
  at: Date,
  from = firstNumber,
): Promise<Record<WritingStep, string>> {
  const protocol = protocolWithWriting();
  await keepVersion(db, programme.owner_id, protocol, at);
  await db
    .updateTable('programme')
    .set({ template_version: protocol.version })
    .where('owner_id', '=', programme.owner_id)
    .where('id', '=', programme.id)
    .execute();
  const rows = writingSteps.map(({ id, kind, title }, index) => ({
    owner_id: programme.owner_id,
    id: newId(at),
    programme_id: programme.id,
    number: from + index,
    kind,
    strand: 'peer',
    lead: 'teachers',
    title,
    prompt: '',
    on_date: '2026-11-25',
    place: 'The library',
    minutes: 60,
    in_school_day: true,
    mode: kind === 'meeting' ? 'in-person' : 'own-time',
    cycle: 1,
    required: true,
    template_step: id,
    stage: 'writing',
    created_at: at,
  }));
  await db.insertInto('programme_step').values(rows).execute();
  return Object.fromEntries(rows.map((row) => [row.template_step, row.id])) as Record<WritingStep, string>;
}

/** The programme of `scene`, with steps at which people write. */
export async function writingScene(options: Parameters<typeof scene>[0] = {}) {
  const all = await scene(options);
  const writing = await insertWriting(all.db, { owner_id: all.school.id, id: all.programme }, startOfTests);
  const at = (step: WritingStep, below = ''): string =>
    `${all.base}/steps/${firstNumber + writingSteps.findIndex(({ id }) => id === step)}${below && `/${below}`}`;
  return { ...all, writing, at };
}
