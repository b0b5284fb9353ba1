import assert from 'node:assert/strict';
import { makePerson, makeSchool, type TestPerson, type TestSchool } from '#test/factories.ts';
import { type Browser, type TestSite, testSite } from '#test/site.ts';
import { makePairing } from '../coaching.scene.ts';
import type { Kind } from '../together.ts';

export interface MeetingsScene {
  site: TestSite;
  school: TestSchool;
  people: { ann: TestPerson; tomos: TestPerson; other: TestPerson };
  /** The learner and the one who supports them. */
  ann: Browser;
  tomos: Browser;
  id: string;
  pairingId: string;
  here: string;
}

/** Ann is coached by Tomos, every two weeks since 2 November; today is Wednesday 18 November. */
export async function meetingsScene(
  pair: { kind?: Kind; everyDays?: number; endsOn?: string } = {},
): Promise<MeetingsScene> {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, { name: 'Ann Puw' });
  const tomos = await makePerson(site.db, school, { name: 'Tomos Bevan' });
  const other = await makePerson(site.db, school, { name: 'Huw Parry' });
  const made = await makePairing(
    site.db,
    school,
    { learner: ann, supporter: tomos, ...pair },
    site.clock.now,
  );
  return {
    site,
    school,
    people: { ann, tomos, other },
    ann: await site.as(ann),
    tomos: await site.as(tomos),
    ...made,
    here: `/coaching/${made.id}`,
  };
}

export const when = { kind: 'conversation', on_date: '2026-11-25', starts_at: '15:45', minutes: '45' };

/** Books one time and answers its address. */
export async function booked(
  { here, ann }: Pick<MeetingsScene, 'here' | 'ann'>,
  more: Record<string, string> = {},
): Promise<string> {
  const answer = await ann.post(`${here}/times/new`, { ...when, ...more });
  assert.equal(answer.status, 303, answer.text);
  return answer.to;
}

/** What waits for somebody, by kind. */
export const waitingOf = async ({ site }: Pick<MeetingsScene, 'site'>, person: TestPerson) =>
  (
    await site.db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', person.personId)
      .where('done_at', 'is', null)
      .orderBy('kind')
      .execute()
  ).map(({ kind }) => kind);

/** Somebody writes down the days they work. */
export async function works(
  { site }: Pick<MeetingsScene, 'site'>,
  person: TestPerson,
  days: Record<string, string>,
): Promise<void> {
  const own = await site.as(person);
  const answer = await own.post(`/people/${person.personId}/working-pattern`, { version: 0, ...days });
  assert.equal(answer.status, 303, answer.text);
}
