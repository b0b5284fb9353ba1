import assert from 'node:assert/strict';
import { makePairing } from '#features/coaching/coaching.scene.ts';
import { catalogue } from '#features/evidence/index.ts';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import type { TestSite } from '../site.ts';
import type { SignedIn, World } from '../world.ts';

type Kind = ReturnType<typeof catalogue>['relationships'][number]['id'];

/** These people have finished the preparation, but for the parts that are left to them. */
export async function prepared(
  site: TestSite,
  { people }: World,
  who: readonly SignedIn[],
  but: readonly string[] = [],
): Promise<void> {
  for (const each of who) {
    const browser = await site.as(people[each]);
    for (const { id } of catalogue().coaching.preparation) {
      if (but.includes(id)) continue;
      const { status, text } = await browser.post(`/coaching/preparation/${id}/done`);
      assert.equal(status, 303, text);
    }
  }
}

/** Both teach reading to a class of Year 5. */
export async function bothTeachReading(
  { db, school, people, at }: World,
  who: readonly SignedIn[],
): Promise<void> {
  for (const each of who) {
    const unit = { kind: 'class' as const, name: `5 ${each}`, subject: 'Reading', yearLabel: '5' };
    const [unitId] = await insertUnits(db, school.id, [unit], at);
    const row = { unitId: unitId!, personId: people[each].personId, part: 'teacher' as const };
    await insertMemberships(db, school.id, [row], at);
  }
}

/** They work together since 2 November, and what they agree is written and signed. Answers the address of the home. */
export async function workingTogether(
  site: TestSite,
  { db, school, people, at }: World,
  pair: { kind: Kind; learner: SignedIn; supporter: SignedIn },
): Promise<string> {
  const [learner, supporter] = [people[pair.learner], people[pair.supporter]];
  const { id } = await makePairing(db, school, { kind: pair.kind, learner, supporter }, at);
  const [one, other] = [await site.as(learner), await site.as(supporter)];
  const done = (answer: { status: number; text: string }) => assert.equal(answer.status, 303, answer.text);
  const { agreement } = catalogue().relationships.find((each) => each.id === pair.kind)!;
  done(
    await one.post(`/coaching/${id}/agreement/write`, {
      version: 0,
      look_again_on: '2027-01-13',
      ...Object.fromEntries(agreement.map((part) => [`part-${part.id}`, 'As we said in September.'])),
    }),
  );
  done(await one.post(`/coaching/${id}/agreement/sign`, { version: 1 }));
  done(await other.post(`/coaching/${id}/agreement/sign`, { version: 1 }));
  return `/coaching/${id}`;
}

/** The learner has a goal that the other reads, with a step that was tried on 17 November; answers the goal's address. */
export async function triedAStep(
  site: TestSite,
  { people }: World,
  home: string,
  learner: SignedIn,
): Promise<string> {
  const browser = await site.as(people[learner]);
  const send = async (path: string, fields: Record<string, string>): Promise<string> => {
    const { status, text, to } = await browser.post(path, fields);
    assert.equal(status, 303, text);
    return to;
  };
  const goal = await send(`${home}/goals/new`, {
    goal: 'I wait three seconds before I take an answer',
    pupils: 'The blue table in Year 5',
    looks: 'They write before anybody speaks',
    adjusts: '',
    readers: 'pairing',
  });
  const step = await send(`${goal}/steps/new`, { words: 'Count to three aloud', where: 'Reading' });
  await send(`${step}/rehearsed`, { how: 'together', seen: 'yes', version: '1' });
  await send(`${step}/tried`, {
    tried_on: '2026-11-17',
    tried_words: 'Five of six wrote before anybody spoke.',
    version: '2',
  });
  return goal;
}

/** A time together was booked for the day before the tests' day. */
export async function bookedYesterday(
  site: TestSite,
  { people }: World,
  home: string,
  who: SignedIn,
): Promise<void> {
  const browser = await site.as(people[who]);
  const { status, text } = await browser.post(`${home}/times/new`, {
    kind: 'conversation',
    on_date: '2026-11-17',
    starts_at: '15:45',
    minutes: '45',
    protected: 'yes',
  });
  assert.equal(status, 303, text);
}
