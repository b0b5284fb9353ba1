import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { visitedSite } from '#test/visited-site.ts';
import { withoutWords } from './own-words.ts';
import type { QuestionReport, Report } from './report.ts';

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

test('words that are taken back go from what was published, and with them those of four who are left', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'mine'];
  const report = reportOf(
    question({ recipientWords: six, leaderWords: ['mine'] }),
    question({ recipientWords: six.slice(1) }),
  );
  const said = { intended: { chosen: null, words: 'mine' } };
  const { asked } = withoutWords(report, { moment: 'end', side: 'recipient', said });
  assert.deepEqual(
    asked[0]!.questions.map(({ recipientWords }) => recipientWords),
    [['a', 'b', 'c', 'd', 'e'], []],
  );
  assert.deepEqual(asked[0]!.questions[0]!.leaderWords, ['mine'], 'the leader’s own are theirs');
  assert.deepEqual(withoutWords(report, { moment: 'delayed', side: 'recipient', said }), report);
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
  const words = Object.values(mine.said as unknown as Record<string, { words: string }>)[0]!.words;
  const publication = newId();
  await world.db
    .insertInto('evaluation_publication')
    .values({
      owner_id: world.school.id,
      id: publication,
      evaluation_id: mine.evaluation_id,
      report: JSON.stringify(reportOf(question({ recipientWords: ['a', 'b', 'c', 'd', 'e', words] }))),
      published_by: world.people['cpd-leader'].personId,
      published_at: world.at,
      ended_at: null,
    })
    .execute();

  const list = (await partner.get('/me/shared')).text;
  assert.match(list, /Your own words about reading together: At the end/);
  assert.match(list, /Shared with readers of the evaluation, without your name/);
  assert.doesNotMatch((await (await browserOf('teacher')).get('/me/shared')).text, /Your own words about/);

  const fields = { owner: world.school.id, item: mine.id, kind: 'evaluation-answer' };
  assert.equal((await (await browserOf('teacher')).post('/me/shared/stop', fields)).status, 403);
  assert.equal((await partner.post('/me/shared/stop', fields)).status, 303);
  assert.equal((await answer()).shown, false);
  const { report } = await world.db
    .selectFrom('evaluation_publication')
    .select('report')
    .where('owner_id', '=', world.school.id)
    .where('id', '=', publication)
    .executeTakeFirstOrThrow();
  assert.ok(!JSON.stringify(report).includes(words));
  const after = (await partner.get('/me/shared')).text;
  assert.doesNotMatch(after, /Your own words about/);
  const undo = /action="(\/me\/shared\/[^"]+\/again)"/.exec(after)![1]!;
  assert.equal((await partner.post(undo)).status, 303);
  assert.equal((await answer()).shown, true);
});
