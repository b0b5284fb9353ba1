import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const css = await readFile(new URL('./tokens.css', import.meta.url), 'utf8');

/** The tokens of one theme, with those of the light one beneath. */
function theme(selector: string): Record<string, string> {
  const block = (of: string) => css.slice(css.indexOf(of)).split('}')[0]!;
  const all = block(':root {') + block(selector);
  return Object.fromEntries(
    [...all.matchAll(/--([\w-]+): (#\w+|var\(--paper\));/g)].map(([, name, value]) => [name!, value!]),
  );
}

const themes = {
  light: theme(':root {'),
  dark: theme(":root[data-theme='dark']"),
  contrast: theme(":root[data-theme='contrast']"),
};

function channels(hex: string): number[] {
  const whole = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  return [1, 3, 5].map((at) => {
    const value = parseInt(whole.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}
const luminance = (hex: string) => {
  const [r, g, b] = channels(hex) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const eyes = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const strands = ['specialist', 'peer', 'practice', 'pupils'];

for (const [name, tokens] of Object.entries(themes)) {
  const of = (token: string) => (tokens[token] === 'var(--paper)' ? tokens['paper']! : tokens[token]!);

  test(`words can be read in the ${name} theme`, () => {
    const pairs = [
      ...['ink', 'ink-soft', 'accent', 'good', 'caution', 'danger'].flatMap((token) => [
        [token, 'paper'],
        [token, 'paper-2'],
      ]),
      ['accent-ink', 'accent'],
      ['ink', 'accent-soft'],
      ['peer-ink', 'peer'],
      ['paper', 'specialist'],
      ['paper', 'practice'],
      ['paper', 'pupils'],
    ] as [string, string][];
    for (const [front, back] of pairs)
      assert.ok(
        contrast(of(front), of(back)) >= 4.5,
        `${front} on ${back}: ${contrast(of(front), of(back)).toFixed(2)}`,
      );
  });

  test(`edges of fields and strands stand out from the paper in the ${name} theme`, () => {
    for (const token of ['edge', ...strands])
      for (const paper of ['paper', 'paper-2'])
        assert.ok(
          contrast(of(token), of(paper)) >= 3,
          `${token} on ${paper}: ${contrast(of(token), of(paper)).toFixed(2)}`,
        );
  });
}

for (const name of ['light', 'dark'] as const) {
  test(`strands differ in lightness, so they stay apart in grey, in the ${name} theme`, () => {
    const grey = strands.map((strand) => luminance(themes[name][strand]!) + 0.05).toSorted((a, b) => a - b);
    for (let at = 1; at < grey.length; at++)
      assert.ok(grey[at]! / grey[at - 1]! >= 1.2, (grey[at]! / grey[at - 1]!).toFixed(2));
  });

  test(`strands stay apart for each kind of colour-blind eye in the ${name} theme`, () => {
    for (const [kind, matrix] of Object.entries(eyes)) {
      const seen = strands.map((strand) => {
        const linear = channels(themes[name][strand]!);
        return matrix.map((row) =>
          Math.cbrt(
            Math.max(
              row.reduce((sum, weight, at) => sum + weight * linear[at]!, 0),
              0,
            ),
          ),
        );
      });
      for (let a = 0; a < 4; a++)
        for (let b = a + 1; b < 4; b++) {
          const distance = Math.hypot(...seen[a]!.map((value, at) => value - seen[b]![at]!));
          assert.ok(distance > 0.11, `${kind}: ${strands[a]} and ${strands[b]} ${distance.toFixed(3)}`);
        }
    }
  });
}

test('dark is the same whether chosen or taken from the device', () => {
  const lines = (block: string) => block.match(/--[\w-]+: [^;]+;/g);
  const auto = css.slice(css.indexOf(":root[data-theme='auto']")).split('}')[0]!;
  const chosen = css.slice(css.indexOf(":root[data-theme='dark']")).split('}')[0]!;
  assert.deepEqual(lines(auto), lines(chosen));
});
