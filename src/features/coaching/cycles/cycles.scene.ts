import assert from 'node:assert/strict';
import type { MemberKind } from '#platform/access/who.ts';
import { makePerson, makeSchool, type TestPerson, type TestSchool } from '#test/factories.ts';
import { type Browser, type TestSite, testSite } from '#test/site.ts';
import { makePairing } from '../coaching.scene.ts';
import type { Kind } from '../together.ts';

export interface CyclesScene {
  site: TestSite;
  school: TestSchool;
  people: { ann: TestPerson; tomos: TestPerson; huw: TestPerson };
  /** The learner and the one who supports them; in co-coaching both learn. */
  ann: Browser;
  tomos: Browser;
  id: string;
  pairingId: string;
  here: string;
}

/** Ann learns and Tomos supports her, since 2 November; Huw is a colleague. Today is Wednesday 18 November. */
export async function cyclesScene(
  pair: { kind?: Kind; supporter?: MemberKind; withManager?: boolean } = {},
): Promise<CyclesScene> {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, { name: 'Ann Puw' });
  const tomos = await makePerson(site.db, school, {
    name: 'Tomos Bevan',
    kind: pair.supporter ?? 'staff',
  });
  const huw = await makePerson(site.db, school, { name: 'Huw Parry' });
  const { kind = 'specialist-coaching', withManager = false } = pair;
  const made = await makePairing(
    site.db,
    school,
    { kind, withManager, learner: ann, supporter: tomos },
    site.clock.now,
  );
  return {
    site,
    school,
    people: { ann, tomos, huw },
    ann: await site.as(ann),
    tomos: await site.as(tomos),
    ...made,
    here: `/coaching/${made.id}`,
  };
}

/** What a learner writes of a goal; `more` wins. */
export const goalTexts = (more: Record<string, string> = {}) => ({
  goal: 'I wait after a question until hands are up that I did not expect',
  pupils: 'The back table in Year 5',
  looks: 'They write an answer before anybody speaks',
  adjusts: '',
  readers: 'pairing',
  ...more,
});

/** Writes a goal and answers its address. */
export async function begun(
  { here }: Pick<CyclesScene, 'here'>,
  browser: Browser,
  more: Record<string, string> = {},
): Promise<string> {
  const answer = await browser.post(`${here}/goals/new`, goalTexts(more));
  assert.equal(answer.status, 303, answer.text);
  return answer.to;
}

/** Adds a step to a goal and answers its address. */
export async function added(
  browser: Browser,
  goal: string,
  more: Record<string, string> = {},
): Promise<string> {
  const step = { words: 'I count to five', where: 'Year 5, Thursday', ...more };
  const answer = await browser.post(`${goal}/steps/new`, step);
  assert.equal(answer.status, 303, answer.text);
  return answer.to;
}

/** What waits for somebody, by kind. */
export const waitingOf = async ({ site }: Pick<CyclesScene, 'site'>, person: TestPerson): Promise<string[]> =>
  (
    await site.db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', person.personId)
      .where('done_at', 'is', null)
      .orderBy('kind')
      .execute()
  ).map(({ kind }) => kind);
