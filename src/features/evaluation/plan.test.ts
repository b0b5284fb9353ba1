import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { must, plan, planned, questionsAsked, scene, wordsOf } from './evaluation.scene.ts';
import { earliestDelayed, proposedDates } from './moments.ts';

test('before anybody has planned it, the page says what to do first, to those who may', async () => {
  const stage = await scene();
  const page = await (await stage.as('teacher')).get(stage.base);
  assert.equal(page.status, 200);
  assert.match(wordsOf(page), /It is planned backwards: which pupils/);
  assert.match(page.text, /plan\/change/);
  assert.doesNotMatch((await (await stage.as('head')).get(stage.base)).text, /plan\/change/);
});

test('the plan goes from the pupils backwards and opens with days out of the programme and its terms', async () => {
  const stage = await scene();
  const form = await (await stage.as('teacher')).get(`${stage.base}/plan/change`);
  const order = [
    'Which pupils?',
    'What should their learning look like?',
    'How would we notice?',
    'When',
    'What can you compare with?',
  ];
  const places = order.map((each) => wordsOf(form).indexOf(each));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(!places.includes(-1));
  assert.match(form.text, /name="baseline"[^>]*value="2026-09-07"/);
  assert.match(form.text, /name="end"[^>]*value="2027-07-09"/);
  assert.doesNotMatch(form.text, /Year 5 readers who guess/, 'words of the programme were made for learning');
});

test('what lasted is measured a whole term after the end', async () => {
  const terms = [
    { startsOn: '2026-09-01', endsOn: '2026-12-18' },
    { startsOn: '2027-01-04', endsOn: '2027-03-26' },
  ];
  assert.equal(earliestDelayed('2026-12-10', terms), '2027-03-26');
  assert.equal(earliestDelayed('2027-03-20', terms), '2027-06-19');
  assert.equal(
    proposedDates({ startsOn: '2026-09-07', endsOn: '2026-12-10' }, terms, []).delayed,
    '2027-03-26',
  );

  const stage = await scene();
  const teacher = await stage.as('teacher');
  const soon = await teacher.post(`${stage.base}/plan/change`, {
    ...plan,
    end: '2026-12-11',
    middle: '2026-11-02',
    delayed: '2027-01-18',
  });
  assert.equal(soon.status, 422);
  assert.match(wordsOf(soon), /Leave a whole term after the end, to see what lasted: 26 March 2027 or later/);
  assert.match(soon.text, /Six readers in each class/, 'what was typed is still there');
  const backwards = await teacher.post(`${stage.base}/plan/change`, { ...plan, middle: '2026-09-01' });
  assert.match(wordsOf(backwards), /This must come after 14 September 2026/);
  const both = await teacher.post(`${stage.base}/plan/change`, { ...plan, pupils: '', middle: '2026-09-01' });
  assert.match(
    wordsOf(both),
    /2 things to look at.*Say which pupils.*This must come after 14 September 2026/,
  );
});

test('dates are proposed on days of school, each after the one before it', () => {
  const terms = [
    { startsOn: '2026-09-01', endsOn: '2026-12-18' },
    { startsOn: '2027-01-04', endsOn: '2027-03-27' },
  ];
  const halfTerm = [{ startsOn: '2026-10-26', endsOn: '2026-10-30' }];
  assert.deepEqual(proposedDates({ startsOn: '2026-09-05', endsOn: '2026-12-19' }, terms, halfTerm), {
    baseline: '2026-09-07',
    middle: '2026-11-02',
    end: '2026-12-18',
    delayed: '2027-03-29',
  });
  const endOf = (endsOn: string) => proposedDates({ startsOn: '2026-09-07', endsOn }, terms, []).end;
  assert.equal(endOf('2027-04-07'), '2027-03-26', 'in the holidays, the last day of school before them');
  assert.equal(endOf('2027-07-09'), '2027-07-09', 'terms that are not entered are no holidays');
  const short = proposedDates({ startsOn: '2026-09-04', endsOn: '2026-09-05' }, terms, []);
  assert.deepEqual([short.baseline, short.middle, short.end], ['2026-09-04', '2026-09-07', '2026-09-08']);
});

test('a look back a term later is not taken for the end, and the hint goes by the end that stands in the form', async () => {
  const stage = await scene();
  const { db } = stage.site;
  const { school, programme } = stage.world;
  const step = (number: number, kind: string, on: string) => ({
    owner_id: school.id,
    id: newId(stage.site.clock.now),
    programme_id: programme.id,
    number,
    kind,
    title: 'A step',
    prompt: '',
    place: '',
    strand: 'pupils',
    lead: 'teachers',
    on_date: on,
    minutes: 30,
    in_school_day: true,
    mode: 'in-person',
    required: false,
    cycle: 1,
    created_at: stage.site.clock.now,
  });
  await db
    .insertInto('programme_step')
    .values([step(90, 'meeting', '2027-06-18'), step(91, 'measure', '2027-07-09')])
    .execute();
  const teacher = await stage.as('teacher');
  const href = `${stage.base}/plan/change`;
  assert.match((await teacher.get(href)).text, /name="end"[^>]*value="2027-06-18"/);
  const soon = await teacher.post(href, {
    ...plan,
    middle: '2026-11-02',
    end: '2026-12-11',
    delayed: '2027-01-18',
  });
  assert.match(wordsOf(soon), /with this end, from 26 March 2027/);
});

test('a comparison is described, and having none is said plainly', async () => {
  const stage = await scene();
  const teacher = await stage.as('teacher');
  const bare = await teacher.post(`${stage.base}/plan/change`, { ...plan, comparison: 'other-class' });
  assert.match(wordsOf(bare), /how they are like your pupils and unlike them/);
  must(await teacher.post(`${stage.base}/plan/change`, plan));
  assert.match(
    wordsOf(await teacher.get(`${stage.base}/plan`)),
    /say what changed, and not what made it change/,
  );
});

test('teachers choose a number, a rubric of their own or a tally, and each says what it needs', async () => {
  const stage = await scene();
  await planned(stage);
  const teacher = await stage.as('teacher');
  const rubric = { ...questionsAsked, title: 'Retelling', kind: 'rubric', lowest: '', highest: '' };
  assert.match(
    wordsOf(await teacher.post(`${stage.base}/measures`, { ...rubric, levels: 'Alone' })),
    /at least two levels/,
  );
  assert.match(
    wordsOf(await teacher.post(`${stage.base}/measures`, { ...rubric, title: '', levels: 'Alone' })),
    /2 things to look at.*Say what is measured.*at least two levels/,
    'what is to be mended is said at once',
  );
  must(
    await teacher.post(`${stage.base}/measures`, {
      ...rubric,
      levels: 'With help: needs prompts\nAlone: retells in order',
    }),
  );
  const tally = { ...questionsAsked, title: 'Hands up', kind: 'tally' };
  assert.match(wordsOf(await teacher.post(`${stage.base}/measures`, tally)), /how many minutes/);
  must(await teacher.post(`${stage.base}/measures`, { ...tally, minutes: '10', whose: 'some' }));
  const page = wordsOf(await teacher.get(`${stage.base}/plan`));
  assert.match(page, /With help : needs prompts/);
  assert.match(page, /Counted for 10 min/);
  assert.match(page, /Taken by Ffion Puw/);
});

test('a measure that is not everybody’s is changed by those who take it alone; taking it out can be undone', async () => {
  const stage = await scene();
  await planned(stage);
  const teacher = await stage.as('teacher');
  must(
    await teacher.post(`${stage.base}/measures`, { ...questionsAsked, title: 'My own count', whose: 'some' }),
  );
  const partner = await stage.as('partner');
  assert.equal((await partner.post(`${stage.base}/measures/2/end`)).status, 403);
  assert.equal((await partner.get(`${stage.base}/measures/2`)).status, 403);
  must(await teacher.post(`${stage.base}/measures/2/end`));
  assert.doesNotMatch((await teacher.get(`${stage.base}/plan`)).text, /My own count/);
  must(await teacher.post(`${stage.base}/measures/2/restore`));
  assert.match((await teacher.get(`${stage.base}/plan`)).text, /My own count/);
});

test('two people planning at once: the second sees both texts and overwrites nothing', async () => {
  const stage = await scene();
  await planned(stage);
  const partner = await stage.as('partner');
  must(
    await partner.post(`${stage.base}/plan/change`, { ...plan, version: 1, pupils: 'All pupils in Year 5' }),
  );
  const late = await (
    await stage.as('teacher')
  ).post(`${stage.base}/plan/change`, { ...plan, version: 1, pupils: 'Eight readers' });
  assert.equal(late.status, 409);
  assert.match(late.text, /All pupils in Year 5/);
  assert.match(late.text, /Eight readers/);
  assert.match(late.text, /Tomos Bevan/);
});

test('participants agree with a plan, and a change to it asks them again', async () => {
  const stage = await scene();
  await planned(stage);
  const teacher = await stage.as('teacher');
  must(await teacher.post(`${stage.base}/plan/agree`, { version: 1 }));
  assert.match(wordsOf(await teacher.get(`${stage.base}/plan`)), /1 of 2 participants have agreed/);
  assert.equal(
    (await (await stage.as('facilitator')).post(`${stage.base}/plan/agree`, { version: 1 })).status,
    403,
  );
  must(await teacher.post(`${stage.base}/plan/change`, { ...plan, version: 1, pupils: 'All' }));
  assert.match(wordsOf(await teacher.get(`${stage.base}/plan`)), /0 of 2 participants have agreed/);
  assert.equal((await teacher.post(`${stage.base}/plan/agree`, { version: 1 })).status, 422);
});

test('the days of a plan stand as days: none of them is called still to come once it has passed', async () => {
  const stage = await scene();
  await planned(stage);
  const words = wordsOf(await (await stage.as('teacher')).get(`${stage.base}/plan`));
  assert.match(words, /The measurement at the start was planned for 14 September 2026/);
  assert.match(words, /When Start 14 September 2026 Middle 18 January 2027/);
  assert.doesNotMatch(words, /To come/);
});
