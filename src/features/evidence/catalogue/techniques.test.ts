import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { folder, refusal, scratch } from './broken-catalogue.fixture.ts';
import { byId, loadCatalogue } from './catalogue.ts';

const { techniques } = loadCatalogue(folder);

describe('the techniques', () => {
  test('stand each in a file of its own name', () => {
    assert.deepEqual(
      techniques.map(({ id }) => `${id}.json`).toSorted(),
      readdirSync(join(folder, 'techniques')).toSorted(),
    );
  });

  test('some have no example, so that the page has something to say', () => {
    assert.deepEqual(
      techniques.filter(({ example }) => example === null).map(({ id }) => id),
      ['live-modelling-of-writing', 'turn-and-talk', 'words-before-reading'],
    );
  });

  test('none rests on evidence for it alone', () => {
    for (const { id, evidence } of techniques)
      assert.ok(
        evidence.some(({ direction }) => direction !== 'for'),
        id,
      );
  });

  test('one teacher’s account is never more than argued', () => {
    for (const { id, evidence } of techniques)
      for (const piece of evidence)
        if (/one teacher’s account|one class/i.test(piece.statement))
          assert.equal(piece.strength, 'argued', id);
  });

  test('say for which phases in the words of the library', () => {
    const known = ['Early years', 'Primary', 'Secondary', 'Sixth form'];
    for (const { id, phases } of techniques)
      assert.deepEqual(
        phases.filter((phase) => !known.includes(phase)),
        [],
        id,
      );
  });
});

describe('a school’s own technique', () => {
  const school = join(scratch, 'school-with-technique');
  mkdirSync(join(school, 'techniques'), { recursive: true });
  const place = join(school, 'techniques/our-own.json');
  const written = /```json\n(\{\s+"id": "quiet-minute"[\s\S]*?)```/.exec(
    readFileSync(join(folder, 'README.md'), 'utf8'),
  )?.[1];
  const add = (change: Record<string, unknown>) => {
    writeFileSync(place, JSON.stringify({ ...JSON.parse(written ?? '{}'), ...change }));
    return loadCatalogue(folder, school).techniques;
  };

  test('is added as the guide to the catalogue shows it', () => {
    assert.equal(add({}).length, techniques.length + 1);
  });

  test('is refused under the name of one that is there', () => {
    assert.match(
      refusal(() => add({ id: 'cold-call' })).message,
      /techniques at id: the id "cold-call" is used twice/,
    );
  });

  test('is refused without evidence, and without saying whether there is an example', () => {
    assert.match(refusal(() => add({ evidence: [] })).message, /our-own\.json at evidence/);
    assert.match(refusal(() => add({ example: undefined })).message, /our-own\.json at example/);
  });

  test('keeps ours as they are', () => {
    assert.deepEqual(byId(add({}), 'cold-call'), byId(techniques, 'cold-call'));
  });
});
