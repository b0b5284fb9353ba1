import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestPerson } from '#test/factories.ts';
import { handIn, makeGroup, must, planned, type Scene, scene, wordsOf } from './evaluation.scene.ts';

/** Teacher and partner hand in four moments of six pupils each. */
async function measured(stage: Scene, change: Record<string, string> = {}): Promise<void> {
  await planned(stage, change);
  for (const who of ['teacher', 'partner'] as const) {
    const browser = await stage.as(who);
    const group = await makeGroup(stage, browser, { pupils: 6 });
    await handIn(browser, group, 'baseline', [1, 2, 3, 1, 2, 3]);
    await handIn(browser, group, 'middle', [2, 3, 4, 2, 3, null]);
    await handIn(browser, group, 'end', [4, 5, 6, 4, 5, 6]);
    await handIn(browser, group, 'delayed', [3, 5, 6, 4, 4, 6]);
  }
}

const answers = (chosen: string, more: Record<string, string> = {}) => ({
  version: 0,
  'worth-time': chosen,
  ...more,
});

/** Opens the questions, lets these people answer, and closes them. */
async function asked(stage: Scene, people: readonly TestPerson[], chosen = 'a-little'): Promise<void> {
  const leader = await stage.as('cpd-leader');
  must(await leader.post(`${stage.base}/questions/end/open`));
  must(await leader.post(`${stage.base}/questions/end`, answers('very-much')));
  for (const person of people)
    must(await (await stage.site.as(person)).post(`${stage.base}/questions/end`, answers(chosen)));
  must(await leader.post(`${stage.base}/questions/end/close`));
}

test('the head reads four moments with how many pupils, a table beside the plot, and that nothing was compared', async () => {
  const stage = await scene();
  await measured(stage);
  const page = await (await stage.as('head')).get(stage.base);
  const words = wordsOf(page);
  assert.match(page.text, /class="line-plot"/);
  assert.match(words, /Start 2 questions, from [\d.]+ to [\d.]+, n = 12/);
  assert.match(words, /Middle 2\.8 questions,[^,]*, n = 10/);
  assert.match(words, /Later 4\.67 questions/);
  assert.match(
    words,
    /12 pupils measured at the start and the end, on average 3 questions higher at the end/,
  );
  assert.match(words, /There is no comparison group/);
  assert.match(words, /Pupil outcome/);
  assert.doesNotMatch(words, /Ffion Puw|Tomos Bevan|Focus pupils/, 'no class, no teacher');
});

test('the head reads four answers first: what happened, what changed for teachers and pupils, how sure', async () => {
  const stage = await scene();
  await measured(stage);
  const joiners = await stage.joiners(4);
  const { teacher, partner } = stage.world.people;
  const leader = await stage.as('cpd-leader');
  must(await leader.post(`${stage.base}/questions/end/open`));
  for (const person of [teacher, partner, ...joiners])
    must(
      await (
        await stage.site.as(person)
      ).post(`${stage.base}/questions/end`, { version: 0, practice: 'to-some-extent' }),
    );
  must(await leader.post(`${stage.base}/questions/end/close`));
  const page = await (await stage.as('head')).get(stage.base);
  const minute = wordsOf({
    ...page,
    text: page.text.slice(page.text.indexOf('<dl class="minute'), page.text.indexOf('What was meant')),
  });
  assert.match(minute, /What happened Usage 6 teachers, from/);
  assert.match(
    minute,
    /What changed for teachers Self-report “Is something done differently in lessons\?” The 6 who took part and answered: “To some extent”/,
  );
  assert.match(
    minute,
    /What changed for pupils Pupil outcome Questions pupils ask of a text: 3 questions higher \(3 to 3\), 12 pupils/,
  );
  assert.match(minute, /in brackets the 95% interval/);
  assert.match(minute, /How sure Nothing to compare with: .* No other explanation has been written down/);
  for (const part of ['happened', 'teachers', 'pupils', 'sure'])
    assert.match(page.text, new RegExp(`href="#${part}"[^]*id="${part}"`));
  assert.match(page.text, /<dl class="minute[^]*In short|<dl class="minute[^]*What was meant/);
});

test('while a group has not handed in its end nothing is shown, and the page says why', async () => {
  const stage = await scene();
  await planned(stage);
  const teacher = await stage.as('teacher');
  const group = await makeGroup(stage, teacher, { pupils: 6 });
  await handIn(teacher, group, 'baseline', [1, 2, 3, 1, 2, 3]);
  assert.match(
    wordsOf(await (await stage.as('head')).get(stage.base)),
    /Shown once every group that takes this measure has handed in/,
  );
});

test('a small group is hidden on the page and in the sheet, also from a partner who could take away their own', async () => {
  const stage = await scene();
  await planned(stage);
  for (const [who, figures] of [
    ['teacher', [1, 2, 3, 1, 2, 3]],
    ['partner', [17, 17, 17]],
  ] as const) {
    const browser = await stage.as(who);
    const group = await makeGroup(stage, browser, { pupils: figures.length });
    for (const moment of ['baseline', 'end']) await handIn(browser, group, moment, figures);
  }
  const teacher = await stage.as('teacher');
  assert.match(wordsOf(await teacher.get(stage.base)), /they could be worked out from what you see already/);
  const sheet = (await teacher.get(`${stage.base}/figures.csv`)).text;
  assert.match(sheet, /Programme,Start,,,,,Hidden: fewer than five/);
  assert.match(sheet, /Pupil 1,Start,1/, 'one’s own pupils are in it');
  const forHead = (await (await stage.as('head')).get(`${stage.base}/figures.csv`)).text;
  assert.match(forHead, /Programme,Start,7,/);
  assert.doesNotMatch(forHead, /17/);
});

test('a comparison group is set beside the programme’s, with the difference and its limits', async () => {
  const stage = await scene();
  await measured(stage, { comparison: 'other-class', comparisonAbout: 'The class next door, same texts.' });
  const partner = await stage.as('partner');
  const group = await makeGroup(stage, partner, { pupils: 6, arm: 'comparison' });
  for (const [moment, figures] of [
    ['baseline', [1, 2, 3, 1, 2, 3]],
    ['end', [2, 3, 4, 2, 3, 5]],
  ] as const)
    await handIn(partner, group, moment, figures);
  const words = wordsOf(await (await stage.as('head')).get(stage.base));
  assert.match(
    words,
    /Compared with 6 pupils who did not take part, the change of the 12 who did was on average 1\.8 questions higher/,
  );
  assert.match(words, /The groups were not made by chance/);
});

test('leader and recipients are asked the same; what is said is shown when closed, from five up, and called self-report', async () => {
  const stage = await scene();
  await planned(stage);
  const joiners = await stage.joiners(4);
  const { teacher, partner } = stage.world.people;
  const head = await stage.as('head');
  const leader = await stage.as('cpd-leader');
  must(await leader.post(`${stage.base}/questions/end/open`));
  must(await leader.post(`${stage.base}/questions/end`, answers('very-much')));
  const form = await (await stage.as('teacher')).get(`${stage.base}/questions/end`);
  assert.match(wordsOf(form), /Was it worth the time it asked of you\?/);
  assert.match(wordsOf(form), /In your own words/);
  assert.match(
    wordsOf(await leader.get(`${stage.base}/questions/end`)),
    /worth the time it asked of those who took part\?/,
  );
  for (const person of [teacher, partner, ...joiners])
    must(
      await (
        await stage.site.as(person)
      ).post(
        `${stage.base}/questions/end`,
        answers('a-little', { 'worth-time-words': `words of ${person.name}` }),
      ),
    );
  assert.match(wordsOf(await head.get(stage.base)), /What was said is shown once they are closed/);
  must(await leader.post(`${stage.base}/questions/end/close`));
  const words = wordsOf(await head.get(stage.base));
  assert.match(words, /6 people who took part answered/);
  assert.match(words, /Those who led: “Very much”\. Those who took part: “A little”/);
  assert.match(words, /Self-report/);
  assert.match(words, /Whether they liked it is not what came of it/);
  assert.doesNotMatch(words, /words of/, 'own words need a tick');
  assert.equal((await leader.post(`${stage.base}/questions/end`, answers('a-little'))).status, 404);
});

test('four answers are not shown to anybody', async () => {
  const stage = await scene();
  await planned(stage);
  const joiners = await stage.joiners(2);
  await asked(stage, [stage.world.people.teacher, stage.world.people.partner, ...joiners]);
  for (const who of ['head', 'cpd-leader', 'teacher'] as const) {
    const words = wordsOf(await (await stage.as(who)).get(stage.base));
    assert.match(words, /Fewer than five of those who took part answered/);
    assert.doesNotMatch(words, /A little/);
  }
});

test('the specialist and people outside are not asked', async () => {
  const stage = await scene();
  await planned(stage);
  must(await (await stage.as('cpd-leader')).post(`${stage.base}/questions/end/open`));
  for (const who of ['specialist', 'colleague', 'manager', 'other-head', 'governor'] as const)
    assert.ok(
      [403, 404].includes(
        (await (await stage.as(who)).post(`${stage.base}/questions/end`, answers('a-little'))).status,
      ),
      who,
    );
});

test('costs are given for each teacher and pupil, try-outs only as counts of five people', async () => {
  const stage = await scene();
  await measured(stage);
  await stage.joiners(3);
  await stage.site.db
    .insertInto('programme_cost')
    .values({
      owner_id: stage.world.school.id,
      id: stage.world.programme.id,
      programme_id: stage.world.programme.id,
      kind: 'cover',
      about: 'Cover',
      amount: 600,
      created_at: stage.world.at,
      ended_at: null,
    })
    .execute();
  const words = wordsOf(await (await stage.as('head')).get(stage.base));
  assert.match(words, /All together, as planned £600/);
  assert.match(words, /For each teacher £120/);
  assert.match(words, /£50, for 12 pupils/);
  assert.match(words, /Not shown: fewer than five people logged any/);
});
