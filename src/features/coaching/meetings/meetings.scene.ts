import assert from 'node:assert/strict';
import type { TestPerson } from '#test/factories.ts';
import type { PairScene } from '../coaching.scene.ts';

export const when = { kind: 'conversation', on_date: '2026-11-25', starts_at: '15:45', minutes: '45' };

/** Books one time and answers its address. */
export async function booked(
  { here, ann }: Pick<PairScene, 'here' | 'ann'>,
  more: Record<string, string> = {},
): Promise<string> {
  const answer = await ann.post(`${here}/times/new`, { ...when, ...more });
  assert.equal(answer.status, 303, answer.text);
  return answer.to;
}

/** Somebody writes down the days they work. */
export async function works(
  { site }: Pick<PairScene, 'site'>,
  person: TestPerson,
  days: Record<string, string>,
): Promise<void> {
  const own = await site.as(person);
  const answer = await own.post(`/people/${person.personId}/working-pattern`, { version: 0, ...days });
  assert.equal(answer.status, 303, answer.text);
}
