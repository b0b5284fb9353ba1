import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brokenCopy, folder, refusal } from './broken-catalogue.fixture.ts';
import { byId, loadCatalogue } from './catalogue.ts';

const { relationships, coaching, protocols } = loadCatalogue(folder);
const mentoring = byId(relationships, 'mentoring');
const specialist = byId(relationships, 'specialist-coaching');
const together = byId(relationships, 'co-coaching');

describe('the three relationships', () => {
  test('stand in the order of the framework', () => {
    assert.deepEqual(
      relationships.map(({ id }) => id),
      ['mentoring', 'specialist-coaching', 'co-coaching'],
    );
  });

  test('have the nine, eight and eight activities of the framework', () => {
    assert.deepEqual(
      relationships.map(({ activities }) => activities.length),
      [9, 8, 8],
    );
  });

  test('differ where the framework has them differ', () => {
    const has = (id: string) =>
      relationships
        .filter(({ activities }) => activities.some((each) => each.id === id))
        .map((each) => each.id);
    assert.deepEqual(has('assessing'), ['mentoring']);
    assert.deepEqual(has('brokering'), ['mentoring']);
    assert.deepEqual(has('shared-planning'), ['specialist-coaching', 'co-coaching']);
    assert.deepEqual(
      relationships.map(({ reciprocal }) => reciprocal),
      [false, false, true],
    );
  });

  test('mentoring alone is for induction, progression and challenge', () => {
    assert.deepEqual(
      mentoring.purposes?.map(({ id }) => id),
      ['induction', 'progression', 'challenge'],
    );
    assert.equal(specialist.purposes, undefined);
    assert.equal(together.purposes, undefined);
  });

  test('mentoring says that it is not induction', () => {
    assert.match(mentoring.isNot.join(' '), /not induction/);
  });

  test('only mentoring lets somebody be supported by who manages them, with a warning', () => {
    assert.deepEqual(
      relationships.map(({ managers }) => managers.rule),
      ['warn', 'refuse', 'refuse'],
    );
  });

  test('each has evidence that speaks against it', () => {
    for (const { id, evidence } of relationships)
      assert.ok(
        evidence.some(({ direction }) => direction === 'against'),
        id,
      );
  });

  test('each agreement says what stays between the two, names safeguarding, and says how either can end it', () => {
    for (const { id, agreement } of relationships) {
      assert.match(byId(agreement, 'between-us').prompt, /appraisal.*safeguarding lead/s, id);
      assert.match(byId(agreement, 'ending').prompt, /without/, id);
      assert.ok(agreement.length >= 6 && agreement.length <= 8, id);
    }
  });

  test('questions are there for every moment, and for every activity but what is done elsewhere', () => {
    for (const { id, prompts, activities } of relationships) {
      const asked = new Set(prompts.map(({ activity }) => activity));
      assert.deepEqual(
        activities.filter((activity) => !asked.has(activity.id)).map((activity) => activity.id),
        [],
        id,
      );
      assert.deepEqual(
        [...new Set(prompts.map(({ when }) => when))],
        ['before', 'during', 'after', 'stuck'],
        id,
      );
      assert.ok(prompts.length >= 12 && prompts.length <= 20, id);
    }
  });

  test('a rhythm that a protocol lays out is as long as the protocol says', () => {
    for (const rhythm of relationships.flatMap(({ rhythms }) => rhythms))
      if (rhythm.protocol) assert.equal(rhythm.weeks, byId(protocols, rhythm.protocol).weeks, rhythm.id);
  });

  test('what one school or one programme did is marked as that', () => {
    assert.deepEqual(
      relationships.flatMap(({ rhythms }) =>
        rhythms.filter(({ oneSchool }) => oneSchool).map(({ id }) => id),
      ),
      ['fortnightly-whole-school', 'three-terms', 'another-profession'],
    );
  });

  test('coaching meets at least every couple of weeks, unless one programme did otherwise', () => {
    for (const rhythm of specialist.rhythms) assert.ok(rhythm.everyDays <= 14 || rhythm.oneSchool, rhythm.id);
  });

  test('every module of preparation is part of some relationship, and brokering of mentoring alone', () => {
    for (const { id } of coaching.preparation) {
      const needing = relationships.filter(({ preparation }) => preparation.includes(id));
      assert.equal(needing.length, id === 'brokering' ? 1 : 3, id);
    }
  });
});

describe('a relationship is refused', () => {
  const file = 'relationships/mentoring.json';
  const reasonFor = (change: (text: string) => string, of = file) =>
    refusal(() => loadCatalogue(brokenCopy(of, change))).message;

  test('when a question belongs to no activity of it', () => {
    assert.match(
      reasonFor((text) => text.replace('"activity": "goals"', '"activity": "gaols"')),
      /relationships\/mentoring\.json at prompts\[0\]\.activity: "gaols" is not an activity of this relationship/,
    );
  });

  test('when a rhythm names a protocol there is not', () => {
    assert.match(
      reasonFor(
        (text) => text.replace('"protocol": "whole-school-coaching"', '"protocol": "whole-school"'),
        'relationships/specialist-coaching.json',
      ),
      /rhythms\[1\]\.protocol: "whole-school" is not a protocol/,
    );
  });

  test('when it asks for preparation that is for others', () => {
    assert.match(
      reasonFor(
        (text) => text.replace(/"preparation": \[\s+"what-it-is"/, '"preparation": ["brokering"'),
        'relationships/co-coaching.json',
      ),
      /preparation\[0\]: "brokering" is not a module of preparation for a co-coach/,
    );
  });

  test('when two of its questions have one id', () => {
    assert.match(
      reasonFor((text) => text.replace('"id": "goals-2"', '"id": "goals-1"')),
      /prompts: the id "goals-1" is used twice/,
    );
  });

  test('when its file holds another one', () => {
    assert.match(
      reasonFor((text) => text.replace('"id": "mentoring"', '"id": "co-coaching"')),
      /relationships\/mentoring\.json.*has to be mentoring/,
    );
  });

  test('when it cites a document that is not described', () => {
    assert.match(
      reasonFor((text) => text.replace('"mark": "S4"', '"mark": "S1"'), 'sources.json'),
      /relationships at source: "S4" is not a document of sources\.json/,
    );
  });
});
