import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barPlot } from './bar-plot.ts';
import { dotPlot } from './dot-plot.ts';
import { linePlot, spread } from './line-plot.ts';
import { strokePath, tally } from './tally.ts';

const text = (markup: unknown) => String(markup).replace(/\s+/g, ' ');
const moments = ['Start', 'Middle', 'End', 'Later'];

test('a line plot has the same figures in its table, with range and number of people', () => {
  const markup = text(
    linePlot({
      title: 'Questions asked',
      moments,
      series: [
        {
          name: 'Year 4',
          measured: [{ value: 1.5, low: 0, high: 3, n: 12 }, { value: null }, { value: 4 }, { value: 3 }],
        },
      ],
    }),
  );
  assert.match(markup, /1\.5, from 0 to 3, n = 12/);
  assert.match(markup, /Not measured/);
  assert.equal(markup.match(/class="mark"/g)!.length, 3);
});

test('a figure hidden because few stand behind it is said in words and drawn nowhere', () => {
  const markup = text(
    linePlot({
      title: 'x',
      moments,
      series: [{ name: 'Year 6', measured: moments.map(() => ({ value: 'hidden' as const, n: 3 })) }],
    }),
  );
  assert.match(markup, /Hidden: fewer than five/);
  assert.ok(!markup.includes('n = 3'));
  assert.ok(!markup.includes('class="mark"'));
  assert.match(
    text(barPlot({ title: 'x', bars: [{ label: 'a', count: 'hidden' }] })),
    /Hidden: fewer than five/,
  );
  assert.ok(!text(barPlot({ title: 'x', bars: [{ label: 'a', count: 'hidden' }] })).includes('class="bar"'));
});

test('names at the ends of lines keep their distance', () => {
  assert.deepEqual(spread([100, 104, null, 50], 20), [100, 120, null, 50]);
});

test('slopes say how many rose, stayed and fell, and whom they leave out', () => {
  const markup = text(
    dotPlot({
      title: 'Rubric',
      before: 'September',
      after: 'July',
      lines: [
        { name: 'Pupil 1', before: 1, after: 3 },
        { name: 'Pupil 2', before: 2, after: 2 },
        { name: 'Pupil 3', before: 3, after: null },
      ],
    }),
  );
  assert.match(markup, /1 higher, 1 the same, 0 lower\. 1 without both figures is not drawn\./);
  assert.match(markup, /class="slope rose"/);
  assert.match(markup, /class="slope same"/);
});

test('bars are drawn against all who could have answered', () => {
  const markup = text(barPlot({ title: 'x', of: 20, bars: [{ label: 'Half', count: 10 }] }));
  assert.match(markup, /class="all"[^>]* width="610"/);
  assert.match(markup, /class="bar"[^>]* width="305"/);
});

test('strokes are counted in fives', () => {
  assert.equal(strokePath(0), '');
  assert.equal(strokePath(7).match(/M/g)!.length, 7);
  assert.equal(strokePath(7).match(/L/g)!.length, 1);
  assert.match(text(tally({ title: 'x', rows: [{ label: 'Many', count: 500 }] })), /<dd>\s*<span>500/);
});

test('charts with nothing measured are drawn without a broken number', () => {
  const empty = [
    linePlot({ title: 'x', moments: [], series: [] }),
    dotPlot({ title: 'x', before: 'a', after: 'b', lines: [] }),
    barPlot({ title: 'x', bars: [] }),
    tally({ title: 'x', rows: [] }),
  ];
  for (const chart of empty) {
    assert.ok(!/NaN|Infinity|>undefined/.test(String(chart)));
    assert.match(text(chart), /Nothing has been measured yet/);
  }
});
