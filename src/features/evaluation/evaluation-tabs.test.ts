import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planned, scene, wordsOf } from './evaluation.scene.ts';

const tabsOf = (page: { text: string }): string =>
  wordsOf({ ...page, text: /<nav class="tabs"[^]*?<\/nav>/.exec(page.text)?.[0] ?? '' } as never).trim();

test('from every page of an evaluation one gets back to the programme’s other pages, each to their own', async () => {
  const stage = await scene();
  const before = tabsOf(await (await stage.as('teacher')).get(stage.base));
  assert.equal(before, 'Overview Taking part People Evaluation', 'also before anybody has planned it');

  await planned(stage);
  for (const below of ['', '/plan', '/groups', '/questions', '/sure', '/claims', '/summary']) {
    const page = await (await stage.as('teacher')).get(`${stage.base}${below}`);
    assert.match(
      tabsOf(page),
      /^Overview Taking part People Evaluation What came of it Plan and measures Pupils and figures/,
      below,
    );
  }
  const head = tabsOf(await (await stage.as('head')).get(stage.base));
  assert.match(head, /^Overview Agreements People Evaluation What came of it/);
  assert.doesNotMatch(head, /Pupils and figures|Design/);
  assert.match(
    tabsOf(await (await stage.as('cpd-leader')).get(stage.base)),
    /^Plan Taking part People Evaluation/,
  );
});
