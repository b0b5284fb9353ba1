import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { CatalogueError } from './catalogue.ts';

/** The catalogue that comes with Staffroom. */
export const folder = join(import.meta.dirname, '../../../../catalogue');

/** A folder for tests to write in, gone when they are done. All test files share it. */
export const scratch = mkdtempSync(join(tmpdir(), 'catalogue-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of the catalogue with one file changed. */
export function brokenCopy(file: string, change: (text: string) => string): string {
  const copy = mkdtempSync(join(scratch, 'copy-'));
  cpSync(folder, copy, { recursive: true });
  const before = readFileSync(join(copy, file), 'utf8');
  const changed = change(before);
  assert.notEqual(changed, before, `${file} has nothing to change`);
  writeFileSync(join(copy, file), changed);
  return copy;
}

/** The error with which a catalogue was refused. */
export function refusal(load: () => unknown): CatalogueError {
  try {
    load();
  } catch (error) {
    assert.ok(error instanceof CatalogueError, String(error));
    return error;
  }
  return assert.fail('the catalogue was accepted');
}
