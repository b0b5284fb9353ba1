import { seedId } from '../ids.ts';
import type { Player } from '../player.ts';
import { daysAfter, teachingWeek } from './days.ts';
import { callDone, gather, markHere, meet, startGroup, stepsOfCycle, writeTogether } from './group-forms.ts';
import * as texts from './groups-lesson-study-texts.ts';
import { stepCalled, type StoryStep } from './lookups.ts';

/** The teaching week in which it begins, so that the research lesson lies in the week before this one. */
const begins = -5;

/** "Fractions in Year 4": a lesson study up to the research lesson; what is predicted and seen stands side by side. */
export async function studyOfFractions(player: Player): Promise<void> {
  const friday = (week: number): string => daysAfter(teachingWeek(player, begins + week), 4);
  const begun = daysAfter(teachingWeek(player, begins - 1), 1);
  player.at(begun, '16:05');
  const slug = await startGroup(player, 'amina', {
    protocol: 'lesson-study',
    title: 'Fractions in Year 4',
    question: texts.question,
    subject: 'Mathematics',
    phase: 'Years 3 to 5',
    starts_on: friday(0),
    replaces: 'The Friday planning hour of Year 4 until Christmas.',
  });
  await gather(player, slug, 'amina', { day: begun, people: texts.askedIn });

  await letLeilaIn(player, slug, 'lesson-planning', friday(2), friday(3));
  await planTogether(player, slug, await stepsOfCycle(player, slug, 1));
  await lookOnceMore(player, slug, daysAfter(friday(3), -2), friday(5));
  await makeRoomForTheDiscussion(player, slug, friday);
  const steps = await stepsOfCycle(player, slug, 1);
  await markHere(
    player,
    slug,
    'amina',
    [
      'Goals and topic',
      'Research lesson plan',
      texts.lastLook.step,
      'Advice from the knowledgeable other',
      'Research lesson',
    ].map((title) => stepCalled(steps, title)),
  );
  await holdLesson(player, slug, stepCalled(steps, 'Research lesson'));
  await callDone(
    player,
    slug,
    'gethin',
    steps.filter(({ on }) => on <= friday(4)),
  );
  await letLeilaIn(player, slug, 'post-lesson', friday(4), daysAfter(teachingWeek(player, 1), 1));
  await player.settle();
}

/** Dr Haddad knows how pupils read: the group lets her in for one stage at a time. */
async function letLeilaIn(
  player: Player,
  slug: string,
  stage: string,
  on: string,
  until: string,
): Promise<void> {
  player.at(on, '15:50');
  const person = player.school.people.specialist!;
  await player.does('amina', `/groups/${slug}/guests`, { person, stage, until_on: until });
  await player.settle();
}

async function planTogether(player: Player, slug: string, steps: readonly StoryStep[]): Promise<void> {
  const goals = stepCalled(steps, 'Goals and topic');
  player.at(goals.on, '14:20');
  await writeTogether(player, slug, goals, texts.goals);
  const plan = stepCalled(steps, 'Research lesson plan');
  player.at(plan.on, '14:45');
  await writeTogether(player, slug, plan, texts.plan);
  player.at(daysAfter(plan.on, 3), '20:10');
  await player.does('specialist', `/programmes/${slug}/steps/${plan.number}/minutes/anticipated-thinking`, {
    text: `${texts.plan['anticipated-thinking']![1]}\n\n${texts.advice}`,
    version: 1,
  });
}

/** A short meeting that the protocol does not have: the group adds it, and promises are made there. */
async function lookOnceMore(player: Player, slug: string, on: string, discussedOn: string): Promise<void> {
  player.at(daysAfter(on, -2), '12:30');
  await player.does('amina', `/programmes/${slug}/design/steps/new`, {
    kind: 'meeting',
    title: texts.lastLook.step,
    prompt: 'Try the first task on each other. Say who brings what to the discussion.',
    strand: 'peer',
    lead: 'teachers',
    on_date: on,
    starts_at: '15:40',
    place: '4A',
    minutes: 30,
    in_school_day: '',
    mode: 'in-person',
    cycle: 1,
    required: 'yes',
    form: 'meeting-agenda',
  });
  const step = stepCalled(await stepsOfCycle(player, slug, 1), texts.lastLook.step);
  await meet(player, slug, step, texts.lastLook, { dueOn: discussedOn });
}

/** The discussion waits a week, until Dr Haddad can come; what follows it goes back by a few days. */
async function makeRoomForTheDiscussion(
  player: Player,
  slug: string,
  friday: (week: number) => string,
): Promise<void> {
  const steps = await stepsOfCycle(player, slug, 1);
  const moves: readonly [title: string, to: string, at: string][] = [
    ['Post-lesson discussion', friday(5), '15:30'],
    ['Revise the plan', daysAfter(friday(5), 4), '15:40'],
    ['Teach it again', friday(6), '10:00'],
    ['Discuss it again', friday(6), '15:30'],
    ['Document the cycle', friday(7), '15:30'],
  ];
  player.at(daysAfter(friday(3), -1), '17:20');
  for (const [title, to, at] of moves)
    await player.does('amina', `/programmes/${slug}/steps/${stepCalled(steps, title).number}/when`, {
      on_date: to,
      starts_at: at,
      version: 1,
    });
  await player.settle();
}

async function holdLesson(player: Player, slug: string, step: StoryStep): Promise<void> {
  const { people, began } = player.school;
  const at = `/programmes/${slug}/steps/${step.number}/lesson`;
  player.at(daysAfter(step.on, -4), '16:15');
  await player.does('amina', `${at}/plan`, {
    version: 0,
    teachers: [people.amina!],
    observers: [people.gethin!, people.sofia!, people.yusuf!],
    ...numbered('new-pupil', Object.keys(texts.predicted)),
    ...numbered('new-moment', texts.moments),
  });
  const { pupils, moments } = await planned(player, step);
  for (const [label, [by, ...expected]] of Object.entries(texts.predicted))
    await player.does(by, `${at}/predicted`, {
      pupil: pupils[label],
      version: 0,
      ...Object.fromEntries(moments.map((id, index) => [`moment-${id}`, expected[index]!])),
    });
  for (const [by, time, label, moment, text] of texts.noted) {
    player.at(step.on, time);
    await player.does(by, `${at}/notes`, {
      id: seedId(`note ${text}`, began),
      pupil: pupils[label] ?? 'class',
      moment: moments[moment]!,
      text,
    });
  }
  player.at(step.on, '12:20');
  await player.does('amina', `${at}/held`);
  player.at(step.on, '15:35');
  for (const [label, [by, finding, words]] of Object.entries(texts.compared))
    await player.does(by, `${at}/compared`, { pupil: pupils[label], finding, words, version: 0 });
}

const numbered = (name: string, values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map((value, index) => [`${name}-${index + 1}`, value]));

/** The focus pupils of a lesson by their label, and its moments in their order. */
async function planned(
  { db, school }: Player,
  step: StoryStep,
): Promise<{ pupils: Record<string, string>; moments: string[] }> {
  const lesson = await db
    .selectFrom('research_lesson')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('step_id', '=', step.id)
    .executeTakeFirstOrThrow();
  const pupils = await db
    .selectFrom('focus_pupil')
    .select(['id', 'label'])
    .where('owner_id', '=', school.id)
    .where('lesson_id', '=', lesson.id)
    .execute();
  const moments = await db
    .selectFrom('lesson_moment')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('lesson_id', '=', lesson.id)
    .orderBy('position')
    .execute();
  return {
    pupils: Object.fromEntries(pupils.map(({ id, label }) => [label, id])),
    moments: moments.map(({ id }) => id),
  };
}
