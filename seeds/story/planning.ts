import { addDays } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';

/** Weeks before and after today, in which the plans of the school begin and end. */
const plans = [
  ['bronwen', 'The Great Fire of London', 'History', '2', -8, -2],
  ['bronwen', 'Florence Nightingale', 'History', '2', 2, 8],
  ['sofia', 'Ancient Greece', 'History', '5', -9, -3],
  ['jakub', 'The Maya', 'History', '6', -6, 0],
  ['jakub', 'The sea around us', 'Geography', '6', 1, 7],
  ['sofia', 'Mountains', 'Geography', '5', -2, 5],
] as const;

/**
 * Amina plans the Romans by the national curriculum: a lesson with a page of the bank, a specialist's suggestion that
 * becomes a need, and a course for her class. Colleagues have plans on the map.
 */
export async function planning(player: Player): Promise<void> {
  const { today, units } = player.school;
  const on = (days: number): string => addDays(today, days);
  player.at(on(-40), '16:00');
  const { to: curriculum } = await player.does('cpd', '/curriculum/ships', { curriculum: 'england-0.1.0' });
  await player.does('cpd', `${curriculum}/use`);
  const write = async (who: string, fields: Record<string, string>): Promise<string> =>
    (await player.does(who, '/plans', { template: 'unit-of-work', ...fields })).to;
  for (const [who, title, subject, year, from, until] of plans) {
    const plan = await write(who, {
      title,
      subject,
      year,
      starts_on: on(from * 7),
      ends_on: on(until * 7 - 3),
    });
    if (from < 0) await player.does(who, `${plan}/ready`);
  }
  player.at(on(-12), '16:30');
  const romans = await write('amina', {
    title: 'The Romans in Britain',
    subject: 'History',
    year: '4',
    starts_on: on(-7),
    ends_on: on(25),
  });
  const say = (part: string, text: string) =>
    player.does('amina', `${romans}/parts/${part}`, { text, version: '0' });
  await say(
    'aims',
    'Pupils will know why Rome came to Britain, and who tells us so.\n\n- what a province is\n- how two tellings of one event can disagree\n- what we can ask of each',
  );
  await say('words', 'empire, province, legion, source, telling');
  await say('misconceptions', 'That nobody lived here before. Ask: who built the hill fort above the bay?');
  const lesson = async (title: string, day: number, text: string): Promise<string> =>
    (await player.does('amina', `${romans}/lessons`, { title, on_date: on(day), text })).to;
  await lesson(
    'Who was here already?',
    -5,
    '## How it begins\n\nThe photograph of the hill fort. What would you need to live there?',
  );
  const boudica = await lesson(
    'Boudica: two tellings',
    6,
    '## What we do\n\nIn pairs: read both. Underline what only one of them says. Who gained by telling it so?',
  );
  const { text } = await player.reads('amina', `${boudica}/points`);
  const offered = [...text.matchAll(/name="point" value="([0-9a-f-]{36})"/g)].map(([, id]) => id!);
  await player.does('amina', `${boudica}/points`, { point: offered.slice(1, 3), offered: offered.join(' ') });
  const { to: page } = await player.does('amina', '/resources', {
    title: 'Two tellings of Boudica',
    summary: 'Six lines each, in words for nine-year-olds, after Tacitus and Cassius Dio.',
    subject: 'History',
    year: '4',
    text: '# The first telling\n\nShe drove past each of the tribes and said: I am no queen today. I am a mother.\n\n# The second telling\n\nShe was very tall. Her hair fell to her hips, and her voice was harsh.\n\n| Ask of both | First | Second |\n|---|---|---|\n| Who says it? | | |\n| Was he there? | | |',
    review_on: '',
  });
  await player.does('amina', `${page}/share`);
  await player.does('amina', `${boudica}/resources/${page.split('/')[2]!}/add`);
  player.at(on(-9), '12:20');
  await player.does('sofia', `${romans}/suggest`, {
    words:
      'Begin with the table, empty, and let them guess what will stand in it. What would they say who was there, and who was not?',
    lesson: boudica.split('/').at(-1)!,
  });
  player.at(on(-8), '16:10');
  const seen = (await player.reads('amina', romans)).text;
  const answer = /href="([^"]+\/answer)"/.exec(seen)![1]!;
  const { to: need } = await player.does('amina', answer, {
    state: 'help-wanted',
    words: 'I would like to see somebody do this with a whole class.',
  });
  await player.does('amina', need, {
    words: 'To see somebody weigh two sources with a whole class',
    sort: 'own',
    subject: 'History',
  });
  player.at(on(-7), '08:15');
  const raised = (await player.reads('cpd', '/school/raised-needs')).text;
  await player.does('cpd', /action="([^"]+\/join)"/.exec(raised)![1]!, {
    priority: '',
    programme: /<option value="([0-9a-f-]{36})"[^>]*>Reading together/.exec(raised)![1]!,
    answer: 'Anna from the museum comes on a Thursday in January. I will put both of you in touch.',
  });
  await course(player, { unit: units['4A']!, page, on });
  await player.settle();
}

/** What 4A learns by, week by week. */
async function course(
  player: Player,
  { unit, page, on }: { unit: string; page: string; on: (days: number) => string },
): Promise<void> {
  player.at(on(-6), '16:40');
  const { to } = await player.does('amina', '/courses', {
    title: 'The Romans in Britain',
    about: 'Two thousand years ago soldiers came to our coast. **Who were they**, and who tells us so?',
    subject: 'History',
    year: '4',
    whom: 'class',
    unit,
    starts_on: on(-6),
    ends_on: on(25),
    from: '',
  });
  const part = async (title: string): Promise<string> =>
    `${to}/sections/${(await player.does('amina', `${to}/sections`, { title, about: '', opens_on: '' })).to.split('#s-')[1]!}`;
  const add = (section: string, kind: string, fields: Record<string, string>) =>
    player.does('amina', `${section}/activities`, { kind, minutes: '', due_on: '', requires: '', ...fields });
  const one = await part('Who was here already?');
  await add(one, 'page', {
    title: 'A day in the hill fort',
    text: 'You wake before the sun. **It is your turn to look after the fire.**\n\n- What do you eat?\n- Who is on watch?\n- What can you see of the sea?',
    resource: '',
    minutes: '15',
  });
  const two = await part('Who tells us so?');
  await add(two, 'page', {
    title: 'Two tellings of Boudica',
    text: '',
    resource: page,
    minutes: '20',
    due_on: on(6),
  });
  await add(two, 'discussion', {
    title: 'Whom do you believe?',
    text: 'Choose one of the two tellings. Say why, and what you would ask whoever wrote it.',
    minutes: '10',
    due_on: on(8),
  });
  await player.does('amina', `${to}/publish`);
}
