import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '#features/evidence/index.ts';
import { checkOwn } from './check-draft.ts';
import { removeStep } from './change-steps.ts';
import { copyOf, emptyDraft } from './draft.ts';
import { placeWords, reasonIn } from './problem-places.ts';
import { stepsOf } from './work-of.ts';
import { worthALook } from './worth-a-look.ts';

const club = () =>
  copyOf(
    catalogue().protocols.find(({ id }) => id === 'journal-club')!,
    { id: 'own-club', title: 'Club' },
  );

/** Each as the page says it. */
const said = (draft: ReturnType<typeof club>) =>
  worthALook(draft).map(({ path, reason }) => `${placeWords(draft, path).what}: ${reason}`);

test('parts that go together are not spoken of', () => {
  assert.deepEqual(said(club()), []);
  assert.deepEqual(said(emptyDraft({ id: 'own', title: 'Own' }, 'Ysgol')), []);
  const others = catalogue().protocols.filter(({ id }) => id !== 'sustained-programme');
  for (const protocol of others) assert.deepEqual(said(protocol), [], protocol.id);
});

test('a size of the group that the roles contradict', () => {
  const draft = club();
  Object.assign(draft.groupSize, { min: 2, max: 6 });
  assert.deepEqual(said(draft), [
    'Size of the group: 2 people are enough, and the roles of those who take part ask for at least 3',
    'Roles: How many at most: “Member” may be held by 12 people, and the group takes 6 at most',
  ]);
  Object.assign(draft.groupSize, { min: 3, max: 20 });
  assert.deepEqual(said(draft), [
    'Size of the group: it takes up to 20 people, and the roles of those who take part have room for 12',
  ]);
  draft.roles.find(({ part }) => part === 'participant')!.max = null;
  assert.deepEqual(said(draft), []);
});

test('a rule of meetings or weeks that the steps do not keep', () => {
  const draft = club();
  removeStep(draft, 'third-meeting');
  assert.deepEqual(said(draft), ['Rules of time: “Three meetings in a term.” But the steps hold 2 meetings']);
  draft.timing = [{ ...draft.timing[0]!, words: 'Half a year.', rule: { of: 'weeks', min: 20 } }];
  assert.deepEqual(said(draft), ['Rules of time: “Half a year.” But the steps go over 11 weeks']);
});

test('a step that begins when the protocol is over', () => {
  const draft = club();
  draft.weeks = 11;
  assert.deepEqual(said(draft), [
    'Step “Try something small”: Week: it stands in week 12, and the protocol takes 11 weeks',
  ]);
});

test('a step that is to come after a later one is refused, and named by its title', () => {
  const draft = club();
  stepsOf(draft).find(({ id }) => id === 'first-read')!.week = 9;
  const checked = checkOwn(draft);
  assert.ok('problems' in checked);
  assert.deepEqual(
    checked.problems.map(({ reason }) => reasonIn(draft, reason)),
    ['“Read the article” is to come first, and stands in a later week'],
  );
});
