/**
 * Loaded before every test file (scripts/check/run-tests.ts). A test that makes the program complain
 * on the console, or Node warn, has found something: unless it said that it expects so
 * (`expectOutput`), its file fails.
 */
import { format } from 'node:util';
import { beginListening } from './expect-output.ts';

const unexpected = beginListening();

process.on('exit', () => {
  const heard = unexpected();
  if (heard.length === 0) return;
  for (const { text, from } of heard)
    process.stderr.write(format('Unexpected output during the tests: %s\n%s\n', text, from));
  process.exitCode = 1;
});
