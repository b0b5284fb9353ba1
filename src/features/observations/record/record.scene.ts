import assert from 'node:assert/strict';
import type { Browser } from '#test/site.ts';
import { agreed, bothReady } from '../observations.scene.ts';

/** Tomos observes Ann today, with the instrument that she chose and whom she said it is about. */
export async function chosen(instrument: string, about: Record<string, string> = {}) {
  const all = await agreed();
  const choice = await all.ann.post(`${all.address}/instrument`, { instrument, version: '0' });
  assert.equal(choice.status, 303, choice.text);
  if (Object.keys(about).length > 0) {
    const said = await all.ann.post(`${all.address}/instrument/set-up`, { ...about, version: '1' });
    assert.equal(said.status, 303, said.text);
  }
  const record = `${all.address}/record`;
  let made = 0;
  /** Tomos records something, as a plain form does; answers its id. */
  const note = async (fields: Record<string, string>, by: Browser = all.tomos): Promise<string> => {
    const id = `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`;
    const answer = await by.post(record, { id, instrument, ...fields });
    assert.equal(answer.status, 303, answer.text);
    return id;
  };
  return { ...all, record, note, ready: () => bothReady(all.ann, all.tomos, all.address) };
}
