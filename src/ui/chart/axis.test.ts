import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisOf, drawAxis } from './axis.ts';
import { dotPlot } from './dot-plot.ts';
import { linePlot } from './line-plot.ts';

const ends = (figures: readonly number[], scale?: readonly [number, number]) => {
  const { from, to } = axisOf({ figures, scale });
  return [from, to];
};
const text = (markup: unknown) => String(markup).replace(/\s+/g, ' ');

test('figures that fill little of what is possible get an axis of their own, which says what it leaves out', () => {
  const axis = axisOf({ figures: [52, 57, 69, 47], scale: [0, 200] });
  assert.ok(axis.from > 0 && axis.from <= 47, `from ${axis.from}`);
  assert.ok(axis.to >= 69 && axis.to < 100, `to ${axis.to}`);
  assert.ok(axis.cutBelow && axis.cutAbove);
  assert.match(axis.says, /The axis shows 40 to 75; figures can lie between 0 and 200\./);
});

test('figures that fill half of it or more are drawn on the whole, with nothing to say', () => {
  const axis = axisOf({ figures: [4, 14], scale: [0, 20] });
  assert.deepEqual([axis.from, axis.to, axis.says], [0, 20, '']);
});

test('an axis that begins near the lowest begins there, and only its top is cut', () => {
  const axis = axisOf({ figures: [7, 22], scale: [0, 120] });
  assert.equal(axis.from, 0);
  assert.ok(!axis.cutBelow && axis.cutAbove);
});

test('next to no change is not drawn as much: at least a tenth of what is possible is shown', () => {
  const [from, to] = ends([50, 50.2], [0, 100]);
  assert.ok(to! - from! >= 10, `${from} to ${to}`);
});

test('one figure alone, all the same, nothing, and nought have an axis too', () => {
  for (const figures of [[12], [12, 12, 12], [], [0], [0, 0]])
    for (const scale of [[0, 40], undefined] as const) {
      const axis = axisOf({ figures, scale });
      assert.ok(axis.to > axis.from, `${figures} of ${scale}`);
      assert.ok(figures.every((figure) => figure >= axis.from && figure <= axis.to));
      assert.ok(axis.ticks.length >= 2);
    }
});

test('where the highest is not known the axis says when it does not begin at 0', () => {
  assert.match(axisOf({ figures: [40, 48] }).says, /it does not begin at 0/);
  assert.equal(axisOf({ figures: [2, 9] }).says, '');
});

test('an axis never shows what is not possible, and nothing is drawn outside of it', () => {
  const axis = axisOf({ figures: [1.2, 1.9], scale: [1, 30] });
  assert.ok(axis.from >= 1);
  const markup = text(
    linePlot({
      title: 'x',
      moments: ['Start'],
      scale: [0, 10],
      series: [{ name: 'a', measured: [{ value: 9, low: 6, high: 14 }] }],
    }),
  );
  assert.match(
    markup,
    /class="whisker" d="M\d+(?:\.\d)? [\d.]+V30"/,
    'the interval stops at the top of the axis',
  );
  assert.match(markup, /9, from 6 to 14/, 'and the table gives it whole');
});

test('levels are all drawn, each with its line', () => {
  const axis = axisOf({ figures: [2.1, 2.3], scale: [1, 4], levels: true });
  assert.deepEqual([axis.from, axis.to, axis.ticks], [1, 4, [1, 2, 3, 4]]);
});

test('a cut end is drawn as broken, and the words under the chart say so', () => {
  const broken = (markup: unknown) => text(markup).match(/class="broken" d="[^"]*"/)?.[0] ?? '';
  const place = { y: (value: number) => 100 - value, left: 50, right: 300, gap: 10 };
  const both = broken(drawAxis(axisOf({ figures: [52, 60], scale: [0, 200] }), place));
  assert.equal(both.match(/l-5-3/g)?.length, 2);
  assert.equal(broken(drawAxis(axisOf({ figures: [4, 14], scale: [0, 20] }), place)), '');
  const lines = [{ name: 'Pupil 1', before: 52, after: 60 }];
  assert.match(
    text(dotPlot({ title: 'x', before: 'a', after: 'b', scale: [0, 200], lines })),
    /<strong>The axis shows/,
  );
});

test('the range of a moment that stands alone is seen', () => {
  const markup = text(
    linePlot({
      title: 'x',
      moments: ['Start', 'End'],
      scale: [0, 10],
      series: [{ name: 'a', measured: [{ value: 4, low: 3, high: 5 }, { value: null }] }],
    }),
  );
  assert.equal(markup.match(/class="whisker"/g)?.length, 1);
});

test('a figure hidden because few stand behind it does not move the axis', () => {
  const series = (value: number | 'hidden') => [{ name: 'a', measured: [{ value: 50 }, { value }] }];
  const drawn = (value: number | 'hidden') =>
    text(linePlot({ title: 'x', moments: ['Start', 'End'], scale: [0, 200], series: series(value) }));
  assert.match(drawn('hidden'), /The axis shows 40 to 60/);
  assert.match(drawn(90), /The axis shows 40 to 100/);
});
