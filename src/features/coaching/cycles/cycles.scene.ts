import assert from 'node:assert/strict';
import type { Browser } from '#test/site.ts';
import type { PairScene } from '../coaching.scene.ts';

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
  { here }: Pick<PairScene, 'here'>,
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
