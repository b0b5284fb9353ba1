import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { brokenCopy, folder, refusal, scratch } from './broken-catalogue.fixture.ts';
import { byId, ledgerEntry, loadCatalogue } from './catalogue.ts';

const catalogue = loadCatalogue(folder);

/** Every object anywhere in a value, with the way to it. */
function* objectsIn(value: unknown, path = ''): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [key, child] of Object.entries(value)) yield* objectsIn(child, `${path}/${key}`);
}

describe('the catalogue', () => {
  test('holds the lists in the sizes the sources give', () => {
    assert.equal(catalogue.links.links.length, 7);
    assert.equal(catalogue.features.features.length, 23);
    assert.equal(catalogue.reviews.filter((review) => review.group === 'nine').length, 9);
    assert.equal(catalogue.reviews.filter((review) => review.group === 'eppi').length, 4);
    assert.equal(catalogue.purposes.length, 7);
    const items = (id: string) =>
      byId(catalogue.frameworks, id).groups.flatMap((group) => group.items).length;
    assert.equal(items('standard-five-parts'), 5);
    assert.equal(items('ten-features'), 10);
    assert.equal(items('design-context'), 8);
    assert.equal(items('three-tests'), 3);
    assert.equal(items('four-quadrants'), 4);
    assert.equal(items('launch-risks'), 5);
    assert.equal(items('practicality-specificity-continuity'), 3);
    assert.equal(items('ten-consensus'), 10);
  });

  test('counts the marks of the table as they stand in the source', () => {
    const marks = catalogue.features.features.map(({ counts }) =>
      [counts.supports, counts.tentative, counts.questions, counts.opposes, counts.tentativelyOpposes].join(
        ' ',
      ),
    );
    assert.deepEqual(marks, [
      '4 1 2 0 1',
      '7 0 0 0 0',
      '4 1 1 0 0',
      '5 0 0 0 0',
      '1 1 0 0 0',
      '5 0 1 0 0',
      '4 0 0 0 0',
      '1 0 0 0 0',
      '3 0 0 0 0',
      '3 1 0 0 0',
      '2 0 0 0 0',
      '2 0 2 0 0',
      '5 0 1 0 0',
      '1 0 0 0 0',
      '6 2 1 0 0',
      '4 0 1 0 0',
      '7 0 0 0 0',
      '2 0 0 0 0',
      '4 2 0 0 0',
      '1 0 0 0 0',
      '4 2 0 0 0',
      '1 0 0 0 0',
      '3 0 1 0 0',
    ]);
    assert.deepEqual(
      catalogue.features.features.map((feature) => feature.row),
      Array.from({ length: 23 }, (_, index) => index + 1),
    );
  });

  test('names a review beside a mark only where the prose or a note does', () => {
    const named = catalogue.features.features.flatMap((feature) =>
      feature.notes.flatMap((note) => (note.review ? [`${feature.id}: ${note.review}`] : [])),
    );
    assert.deepEqual(named, [
      'sustained: basma-savage-2018',
      'sustained: kennedy-2016',
      'sustained: kraft-2018',
      'coaching: kraft-2018',
      'career-progression: popova-2018',
      'curriculum-materials: kraft-2018',
    ]);
  });

  test('gives every statement, check, step of a list and question its source', () => {
    const without = [...objectsIn(catalogue)].filter(
      ([, item]) =>
        ('statement' in item || 'question' in item || typeof item.when === 'object') &&
        !('source' in item || 'has' in item),
    );
    assert.deepEqual(without, []);
  });

  test('cites only documents it describes', () => {
    const described = new Set<unknown>(catalogue.documents.map((document) => document.mark));
    for (const [path, item] of objectsIn(catalogue)) {
      if ('document' in item) assert.ok(described.has(item.document), path);
    }
  });

  test('keeps the null result and the failed scale-up', () => {
    const science = ledgerEntry(catalogue, 'thinking-doing-talking-science');
    assert.deepEqual(science?.evidence.map((piece) => piece.direction).slice(0, 2), ['for', 'null']);
    assert.ok(
      ledgerEntry(catalogue, 'instructional-coaching')?.evidence.some((piece) => piece.direction === 'null'),
    );
  });

  test('says that rehearsal needs an observable example first', () => {
    assert.equal(ledgerEntry(catalogue, 'rehearsal')?.prerequisites[0]?.id, 'observable-example');
  });

  test('never says that something is proven, guaranteed or sure to succeed', () => {
    const text = JSON.stringify(catalogue).replaceAll(
      /no number of features together, guarantees any effect/g,
      '',
    );
    assert.deepEqual(
      text.match(
        /\b(it|that|this|which|coaching|programme) works\b|\bwhat works\b(?!”\?)|\bproven|\bguarantee/gi,
      ),
      null,
    );
  });

  test('names no protocol as a school’s own is named', () => {
    assert.deepEqual(
      catalogue.protocols.map(({ id }) => id).filter((id) => id.startsWith('own-')),
      [],
    );
  });

  test('cannot be changed while running', () => {
    const rows = catalogue.features.features;
    assert.throws(() => Object.assign(rows[0]?.counts ?? {}, { supports: 9 }), TypeError);
  });
});

describe('a file that is wrong', () => {
  test('is refused with its name, the place in it and the reason', () => {
    const copy = brokenCopy('evidence/features.json', (text) =>
      text.replace('"supports": 7', '"supports": "7"'),
    );
    const [problem] = refusal(() => loadCatalogue(copy)).problems;
    assert.equal(problem?.file, join(copy, 'evidence/features.json'));
    assert.equal(problem.path, 'features[1].counts.supports');
    assert.match(problem.reason, /expected number/);
  });

  test('is refused when it is not JSON', () => {
    const copy = brokenCopy('roles.json', (text) => text.slice(0, -5));
    assert.match(refusal(() => loadCatalogue(copy)).message, /roles\.json.*JSON/);
  });

  test('is refused when an item has no source', () => {
    const copy = brokenCopy('purposes.json', (text) => text.replace('"own": true,', ''));
    assert.match(
      refusal(() => loadCatalogue(copy)).message,
      /purposes\.json at \[0\]\.source: needs a source/,
    );
  });

  test('is refused when it points at something that is not there', () => {
    const copy = brokenCopy('evidence/mechanisms.json', (text) => text.replace('"modelling"', '"modeling"'));
    assert.match(
      refusal(() => loadCatalogue(copy)).message,
      /"modeling" is not an id in the evidence ledger/,
    );
  });

  test('is refused when a choice leaves no room for one’s own words', () => {
    const copy = brokenCopy('forms/specialist-session.json', (text) =>
      text.replace('"ownWords": true', '"ownWords": false'),
    );
    assert.match(
      refusal(() => loadCatalogue(copy)).message,
      /parts\[0\]\.ownWords: a question with options needs ownWords/,
    );
  });

  test('is refused when a condition asks for a fact nobody knows', () => {
    const copy = brokenCopy('design-checks.json', (text) =>
      text.replace('"fact": "peerMinutes"', '"fact": "peerHours"'),
    );
    assert.match(refusal(() => loadCatalogue(copy)).message, /design-checks\.json at \[0\]\.when/);
  });
});

describe('a school’s own folder', () => {
  const school = join(scratch, 'school');
  mkdirSync(join(school, 'evidence'), { recursive: true });
  const entry = (id: string) => ({
    ...catalogue.programmes[0],
    id,
    source: { own: true, basis: 'Our own programme' },
  });

  test('adds to the ledger', () => {
    writeFileSync(join(school, 'evidence/programmes.json'), JSON.stringify([entry('reading-together')]));
    assert.equal(loadCatalogue(folder, school).programmes.length, catalogue.programmes.length + 1);
  });

  test('cannot put its own words in place of a source’s', () => {
    writeFileSync(join(school, 'evidence/programmes.json'), JSON.stringify([entry('dialogic-teaching')]));
    assert.match(refusal(() => loadCatalogue(folder, school)).message, /"dialogic-teaching" is used twice/);
  });
});
