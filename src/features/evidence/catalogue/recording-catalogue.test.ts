import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { brokenCopy, folder, refusal, scratch } from './broken-catalogue.fixture.ts';
import { byId, loadCatalogue } from './catalogue.ts';
import { TeachingDomain } from './rubric.schema.ts';

const { tagSets, clipForms, rubrics, protocols, teachingEvidence } = loadCatalogue(folder);

describe('tag sets, clip forms and rubrics', () => {
  test('stand each in a file of its own name', () => {
    for (const [name, items] of [
      ['tag-sets', tagSets],
      ['clip-forms', clipForms],
      ['rubrics', rubrics],
    ] as const)
      assert.deepEqual(
        items.map(({ id }) => `${id}.json`).toSorted(),
        readdirSync(join(folder, name)).toSorted(),
      );
  });
});

describe('the tags', () => {
  test('are there for a first look, for talk, for language and for routines', () => {
    assert.deepEqual(
      tagSets.map(({ id }) => id),
      ['first-look', 'language', 'routines', 'talk'],
    );
  });

  test('of talk all mark stretches, so that they can be shares of time', () => {
    assert.ok(byId(tagSets, 'talk').tags.every(({ spans }) => spans));
  });

  test('of language are the eight parts of the note on a clip', () => {
    assert.deepEqual(
      byId(tagSets, 'language').tags.map(({ id }) => id),
      byId(clipForms, 'speech-and-language').parts.map(({ id }) => id),
    );
  });

  for (const [judging, title] of [
    ['good', 'Good question'],
    ['well', 'Pupils work well'],
    ['too long', 'Teacher speaks too long'],
    ['missed', 'Missed opportunity'],
    ['engaged', 'Pupils engaged'],
  ])
    test(`are refused when they judge: ${title}`, () => {
      const copy = brokenCopy('tag-sets/first-look.json', (text) => text.replace('Question asked', title!));
      assert.match(
        refusal(() => loadCatalogue(copy)).message,
        new RegExp(`tags\\[0\\]\\.title: “${judging}” judges; a tag says what one sees or hears`, 'i'),
      );
    });

  test('are refused where the words beneath judge', () => {
    const copy = brokenCopy('tag-sets/talk.json', (text) =>
      text.replace('One pupil speaks and', 'One pupil gives the correct answer, as they should, and'),
    );
    assert.match(refusal(() => loadCatalogue(copy)).message, /tags\[1\]\.plain: “should” judges/);
  });

  test('let “as well” through', () => {
    const copy = brokenCopy('tag-sets/talk.json', (text) =>
      text.replace('others may hear it', 'others hear it as well'),
    );
    assert.equal(loadCatalogue(copy).tagSets.length, tagSets.length);
  });

  test('have each a key of its own', () => {
    const copy = brokenCopy('tag-sets/talk.json', (text) => text.replace('"key": "2"', '"key": "1"'));
    assert.match(refusal(() => loadCatalogue(copy)).message, /tags: the key “1” is used by two tags/);
  });
});

describe('the form for a clip', () => {
  const theirs = byId(protocols, 'cross-profession-video-coaching');

  test('with another profession has the eight parts that stand in the protocol, and writes none twice', () => {
    const { parts } = byId(clipForms, 'speech-and-language');
    assert.equal(parts.length, 8);
    assert.deepEqual(
      parts,
      theirs.stages.flatMap(({ steps }) => steps).find(({ id }) => id === 'second-clip')?.sections,
    );
    assert.doesNotMatch(
      readFileSync(join(folder, 'clip-forms/speech-and-language.json'), 'utf8'),
      /Turn-taking/,
    );
  });

  test('is refused when the protocol has no such step with parts', () => {
    const copy = brokenCopy('clip-forms/speech-and-language.json', (text) =>
      text.replace('first-clip', 'first-dialogue'),
    );
    assert.match(
      refusal(() => loadCatalogue(copy)).message,
      /partsOf\.step: "first-dialogue" is not a step of .* where a recording is written about/,
    );
  });

  test('is refused when the protocol asks other parts of the next clip', () => {
    const copy = brokenCopy('protocols/cross-profession-video-coaching.json', (text) =>
      text.replace('Whom do you see, and what are they doing?', 'Whom do you see?'),
    );
    assert.match(
      refusal(() => loadCatalogue(copy)).message,
      /"second-clip" of cross-profession-video-coaching asks other parts than "first-clip"/,
    );
  });
});

describe('a rubric', () => {
  test('is there for each of the five domains, under its name', () => {
    assert.deepEqual(rubrics.map(({ id }) => id).toSorted(), TeachingDomain.options.toSorted());
    for (const { id, domain } of rubrics) assert.equal(id, domain);
  });

  test('says that it does not judge a teacher and that nothing is added up', () => {
    for (const { whatItIsNot } of rubrics) {
      assert.match(whatItIsNot.join(' '), /not a judgement of a teacher/);
      assert.match(whatItIsNot.join(' '), /added up/);
    }
  });

  test('never calls a row by a technique that is not there', () => {
    const copy = brokenCopy('rubrics/questioning-and-talk.json', (text) =>
      text.replace('"cold-call"', '"warm-call"'),
    );
    assert.match(refusal(() => loadCatalogue(copy)).message, /rows\[0\]\.technique: "warm-call" is not a/);
  });

  for (const [wrong, words] of [
    ['3', 'Waits 3 seconds'],
    ['grade', 'What a high grade needs'],
    ['points', 'Two points'],
    ['per cent', 'Ninety per cent of pupils answer'],
    ['outstanding', 'Outstanding'],
  ])
    test(`is refused when its words measure: ${words}`, () => {
      const copy = brokenCopy('rubrics/questioning-and-talk.json', (text) =>
        text.replace('There is a pause after some questions.', words!),
      );
      assert.match(
        refusal(() => loadCatalogue(copy)).message,
        new RegExp(`rows\\[1\\]\\.looks\\[1\\]\\.sees: “${wrong}” measures`, 'i'),
      );
    });

  test('has no room for a weight or a level', () => {
    for (const field of ['"weight": 2,', '"level": "two",']) {
      const copy = brokenCopy('rubrics/routines-and-climate.json', (text) =>
        text.replace('"id": "voice",', `"id": "voice", ${field}`),
      );
      assert.match(refusal(() => loadCatalogue(copy)).message, /rows\[3\]: Unrecognized key/);
    }
  });

  test('runs from Beginning to Settled', () => {
    const copy = brokenCopy('rubrics/routines-and-climate.json', (text) =>
      text.replace('"Beginning"', '"Often"'),
    );
    assert.match(refusal(() => loadCatalogue(copy)).message, /looks: run from Beginning to Settled/);
  });
});

describe('the seven sources of evidence on teaching', () => {
  test('each have a warning from a document, and what would make them more worth believing', () => {
    assert.equal(teachingEvidence.sources.length, 7);
    for (const { id, warnings, better } of teachingEvidence.sources) {
      assert.ok(
        warnings.every(({ source }) => 'study' in source),
        id,
      );
      assert.ok(better.length > 0, id);
    }
  });

  test('are called moderate or often unreliable as the review has it, and nothing more', () => {
    const said = (words: string) =>
      teachingEvidence.sources
        .filter(({ warnings }) => warnings.some((warning) => warning.words.includes(words)))
        .map(({ id }) => id);
    assert.deepEqual(said('moderate validity, and with no more'), [
      'observation',
      'value-added',
      'pupil-ratings',
    ]);
    assert.deepEqual(said('often found to be unreliable'), ['self-reports', 'artefacts', 'portfolios']);
  });

  test('hold each sort of one’s own things once', () => {
    const rooms = teachingEvidence.sources.flatMap((source) => source.rooms);
    assert.deepEqual(rooms, [...new Set(rooms)]);
  });

  test('are refused with one missing', () => {
    const copy = brokenCopy('teaching-evidence.json', (text) => {
      const { sources, ...rest } = JSON.parse(text) as { sources: unknown[] };
      return JSON.stringify({ ...rest, sources: sources.slice(1) });
    });
    assert.match(refusal(() => loadCatalogue(copy)).message, /sources: has to hold observation, value-added/);
  });
});

describe('a school’s own set of tags', () => {
  const school = join(scratch, 'school-with-tags');
  mkdirSync(join(school, 'tag-sets'), { recursive: true });
  const written = /```json\n(\{\s+"id": "practical-work"[\s\S]*?)```/.exec(
    readFileSync(join(folder, 'README.md'), 'utf8'),
  )?.[1];
  const add = (change: Record<string, unknown>) => {
    writeFileSync(
      join(school, 'tag-sets/our-own.json'),
      JSON.stringify({ ...JSON.parse(written ?? '{}'), ...change }),
    );
    return loadCatalogue(folder, school).tagSets;
  };

  test('is added as the guide to the catalogue shows it', () => {
    assert.equal(add({}).length, tagSets.length + 1);
  });

  test('is refused under the name of one that is there, and without saying what it cannot show', () => {
    assert.match(refusal(() => add({ id: 'talk' })).message, /tag-sets at id: the id "talk" is used twice/);
    assert.match(refusal(() => add({ limits: [] })).message, /our-own\.json at limits/);
  });
});
