import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speaking } from '#platform/i18n/i18n.ts';
import { drawnOnce } from '#ui/drawn-once.ts';
import { html } from '#ui/html.ts';

test('the same facts are drawn once, other facts and other languages anew', () => {
  let times = 0;
  const draw = (facts: unknown) => drawnOnce('test', facts, () => html`<p>${++times}</p>`).toString();
  assert.equal(draw({ a: 1 }), draw({ a: 1 }));
  assert.notEqual(draw({ a: 1 }), draw({ a: 2 }));
  const here = draw({ a: 1 });
  assert.notEqual(
    speaking({ locale: 'cy', zone: 'Europe/London' }, () => draw({ a: 1 })),
    here,
  );
});

test('no more than three hundred drawings are kept', () => {
  let times = 0;
  const draw = (n: number) => drawnOnce('many', n, () => html`<p>${++times}</p>`);
  for (let n = 0; n <= 300; n++) draw(n);
  draw(300);
  assert.equal(times, 301);
  draw(0);
  assert.equal(times, 302, 'the oldest was let go');
});
