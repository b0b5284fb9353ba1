import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { loadCatalogue } from './catalogue.ts';
import { idsIn, readProtocol } from './read-protocol.ts';

const folder = join(import.meta.dirname, '../../../../catalogue');
const catalogue = loadCatalogue(folder);

describe('the page that explains how a school writes its own', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');

  test('has an example that can be read as it stands', () => {
    const example = /### A complete example[^`]*```json\n(.*?)```/s.exec(readme)?.[1] ?? '';
    const read = readProtocol(JSON.parse(example), idsIn(catalogue));
    assert.deepEqual('problems' in read ? read.problems : [], []);
  });

  test('names every field of a protocol and of a step', () => {
    const firstCells = [...readme.matchAll(/^\|([^|]*)\|/gm)].map(([, cell]) => cell ?? '');
    const described = new Set(firstCells.flatMap((cell) => cell.match(/\w+/g) ?? []));
    const used = catalogue.protocols.flatMap((protocol) => [
      ...Object.keys(protocol),
      ...protocol.stages.flatMap((stage) => stage.steps.flatMap((step) => Object.keys(step))),
    ]);
    for (const name of new Set(used)) assert.ok(described.has(name), name);
  });
});
