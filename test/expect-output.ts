import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';

interface Heard {
  text: string;
  /** Where it came from: the lines of the stack in this project. */
  from: string;
}

let heard: Heard[] = [];
let listening = false;

/**
 * Catches what is said by `console.error`, `console.warn` and Node's own warnings from now on.
 * Gives back what no test has announced.
 */
export function beginListening(): () => readonly Heard[] {
  listening = true;
  for (const name of ['error', 'warn'] as const) {
    console[name] = (...words: unknown[]) => void note(words.map(String).join(' '), new Error().stack);
  }
  process.on('warning', (warning) => note(`${warning.name}: ${warning.message}`, warning.stack));
  return () => heard;
}

function note(text: string, stack = ''): void {
  const lines = stack.split('\n').filter((line) => line.includes('file:') && !line.includes('expect-output'));
  heard.push({ text, from: lines.slice(0, 4).join('\n') });
}

/**
 * Says that this test makes the program complain: what matches is expected, and must come before
 * the test ends.
 */
export function expectOutput(t: TestContext, expected: RegExp): void {
  if (!listening) beginListening();
  const before = heard.length;
  t.after(() => {
    const since = heard.slice(before);
    const rest = since.filter(({ text }) => !expected.test(text));
    heard = [...heard.slice(0, before), ...rest];
    assert.notEqual(rest.length, since.length, `nothing was said that matches ${expected}`);
  });
}
