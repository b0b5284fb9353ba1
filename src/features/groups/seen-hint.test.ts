import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene } from './people/people.scene.ts';

test('who sees a group in any case is said where it is started and where that is changed', async () => {
  const { as, start } = await scene();
  const href = await start('scenario');
  const teacher = await as('teacher');
  for (const path of ['/groups/new?protocol=scenario', `${href}/settings`])
    assert.match(
      (await teacher.get(path)).text,
      /Those who lead professional learning see these, and who is in it, in any case\./,
      path,
    );
});
