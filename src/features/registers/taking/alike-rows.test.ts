import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '#ui/html.ts';
import { drawnOnce } from './alike-rows.ts';

test('rows that are alike are drawn once, each with its own id and name', () => {
  let times = 0;
  const draw = (pupil: { pupilId: string; name: string; note: string; symbol: string }) => {
    times += 1;
    return html`<p id="${pupil.pupilId}">
      ${pupil.name}: ${pupil.symbol} ${pupil.note}<a href="${pupil.pupilId}">${pupil.name}</a>
    </p>`;
  };
  const pupils = ['Cai', 'Mali <b>&amp;', '$& Ann', 'Ned'].map((name, n) => ({
    pupilId: `id-${n}`,
    name,
    note: '',
    symbol: n === 3 ? 'N' : '/',
  }));
  const once = drawnOnce(draw);
  assert.deepEqual(
    pupils.map((pupil) => once(pupil).text),
    pupils.map((pupil) => draw(pupil).text),
  );
  assert.equal(times, 2 + 4, 'two that differ, and each for the comparison');
  const noted = { ...pupils[0]!, note: 'the bus' };
  assert.equal(once(noted).text, draw(noted).text);
});
