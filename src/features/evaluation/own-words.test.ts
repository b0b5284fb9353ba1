import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { newId } from '#platform/db/ids.ts';
import { visitedSite } from '#test/visited-site.ts';
import { lockEvaluation } from './evaluation.queries.ts';
import { questions, type SaidByQuestion } from './questions-form.ts';
import type { QuestionReport, Report } from './report.ts';
import { withoutWords } from './without-words.ts';

const question = (more: Partial<QuestionReport>): QuestionReport => ({
  question: 'Was it worth the time?',
  leader: null,
  recipients: null,
  counts: null,
  leaderWords: [],
  recipientWords: [],
  ...more,
});

const reportOf = (...questions: QuestionReport[]): Report =>
  ({ asked: [{ moment: 'end', closed: true, recipients: 6, leaders: 1, questions }] }) as unknown as Report;

const saying = (said: Record<string, string>): SaidByQuestion =>
  Object.fromEntries(Object.entries(said).map(([id, words]) => [id, { chosen: null, words }]));

const six = ['a', 'b', 'c', 'd', 'e', 'mine'];

test('words that are taken back go from what was published, and with them those of four who are left', () => {
  const report = reportOf(
    question({ recipientWords: six, leaderWords: ['mine'] }),
    question({ question: 'Will it last?', recipientWords: six.slice(1) }),
  );
  const said = saying({ 'worth-time': 'mine', lasting: 'mine' });
  const { asked } = withoutWords(report, { moment: 'end', side: 'recipient', said }, []);
  assert.deepEqual(
    asked[0]!.questions.map(({ recipientWords }) => recipientWords),
    [['a', 'b', 'c', 'd', 'e'], []],
  );
  assert.deepEqual(asked[0]!.questions[0]!.leaderWords, ['mine'], 'the leader’s own are theirs');
  assert.deepEqual(withoutWords(report, { moment: 'delayed', side: 'recipient', said }, []), report);
});

test('who takes their words back leaves the same words of others, under this question and the next', () => {
  const twins = ['More time', 'More time', 'b', 'c', 'd', 'e'];
  const report = reportOf(
    question({ recipientWords: twins }),
    question({ question: 'Will it last?', recipientWords: twins.slice(1) }),
    question({ question: 'Worded otherwise since', recipientWords: [...six, 'More time'] }),
  );
  const mine = { moment: 'end', side: 'recipient', said: saying({ 'worth-time': 'More time' }) } as const;
  const others = [
    saying({ 'worth-time': 'More time' }),
    saying({ lasting: 'More time' }),
    saying({ 'worth-time': 'b' }),
  ];
  const left = (of: Report) => of.asked[0]!.questions.map(({ recipientWords }) => recipientWords);
  const once = withoutWords(report, mine, others);
  assert.deepEqual(left(once), [twins.slice(1), twins.slice(1), six]);
  assert.deepEqual(withoutWords(once, mine, others), once, 'taken back twice, nobody else’s go');
});

test('own words that one lets be read stand among what one has shared, and are taken back there', async () => {
  const { browserOf, world } = await visitedSite();
  const partner = await browserOf('partner');
  const answer = () =>
    world.db
      .selectFrom('evaluation_answer')
      .select(['id', 'evaluation_id', 'said', 'words_shown as shown'])
      .where('owner_id', '=', world.school.id)
      .where('person_id', '=', world.people.partner.personId)
      .where('moment', '=', 'end')
      .executeTakeFirstOrThrow();
  const mine = await answer();
  const [id, { words }] = Object.entries(mine.said as unknown as SaidByQuestion)[0]!;
  const asked = questions().find((each) => each.id === id)!.question;
  const whileOpen = (await partner.get('/me/shared')).text;
  assert.match(whileOpen, /without your name, once the questions are closed and five others/);
  await world.db
    .updateTable('evaluation_asking')
    .set({ closed_at: world.at })
    .where('owner_id', '=', world.school.id)
    .where('evaluation_id', '=', mine.evaluation_id)
    .execute();

  const list = (await partner.get('/me/shared')).text;
  assert.match(list, /Your own words about reading together: At the end/);
  assert.match(list, /Shared with readers of the evaluation, without your name, once five others/);
  assert.doesNotMatch((await (await browserOf('teacher')).get('/me/shared')).text, /Your own words about/);

  const fields = { owner: world.school.id, item: mine.id, kind: 'evaluation-answer' };
  assert.equal((await (await browserOf('teacher')).post('/me/shared/stop', fields)).status, 403);
  const publication = newId();
  let stopping: ReturnType<typeof partner.post> | undefined;
  await world.db.transaction().execute(async (tx) => {
    await lockEvaluation(tx, world.school.id, world.programme.slug);
    await tx
      .insertInto('evaluation_publication')
      .values({
        owner_id: world.school.id,
        id: publication,
        evaluation_id: mine.evaluation_id,
        report: JSON.stringify(
          reportOf(question({ question: asked, recipientWords: ['a', 'b', 'c', 'd', 'e', words] })),
        ),
        published_by: world.people['cpd-leader'].personId,
        published_at: world.at,
        ended_at: null,
      })
      .execute();
    stopping = partner.post('/me/shared/stop', fields);
    await Promise.race([stopping, setTimeout(300)]);
  });
  assert.equal((await stopping!).status, 303);
  assert.equal((await answer()).shown, false);
  const { report } = await world.db
    .selectFrom('evaluation_publication')
    .select('report')
    .where('owner_id', '=', world.school.id)
    .where('id', '=', publication)
    .executeTakeFirstOrThrow();
  assert.ok(!JSON.stringify(report).includes(words), 'not even when it was being published meanwhile');
  const after = (await partner.get('/me/shared')).text;
  assert.doesNotMatch(after, /Your own words about/);
  const undo = /action="(\/me\/shared\/[^"]+\/again)"/.exec(after)![1]!;
  assert.equal((await partner.post(undo)).status, 303);
  assert.equal((await answer()).shown, true);
});
