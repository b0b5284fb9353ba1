import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { loadCatalogue } from './catalogue.ts';
import type { DesignFacts } from './condition.schema.ts';
import { evaluateDesign, holds, inOrderOfBearing, readIngredients } from './evaluate-design.ts';
import { fullDesign as full } from './full-design.fixture.ts';
import { nothingStated } from './nothing-stated.ts';

const { designChecks, links } = loadCatalogue(join(import.meta.dirname, '../../../../catalogue'));

const ids = (facts: DesignFacts) => evaluateDesign(designChecks, facts).map((finding) => finding.id);

describe('the design check', () => {
  test('finds nothing missing and no risk in a design that has everything, and says what to keep', () => {
    const findings = evaluateDesign(designChecks, full);
    assert.deepEqual(
      findings.map((finding) => finding.id),
      designChecks.filter((check) => check.group === 'keep').map((check) => check.id),
    );
  });

  test('says nothing to keep about a design of which nothing is known', () => {
    assert.deepEqual(
      evaluateDesign(designChecks, nothingStated).filter((finding) => finding.group === 'keep'),
      [],
    );
  });

  test('speaks of a specialist without peers, and of peers without a specialist', () => {
    assert.ok(ids({ ...full, peerMinutes: 0 }).includes('specialist-without-peer'));
    assert.ok(ids({ ...full, specialistMinutes: 0 }).includes('peer-without-specialist'));
    assert.ok(!ids({ ...full, peerMinutes: 0 }).includes('keep-both-supports'));
  });

  test('warns of every anti-pattern the sources name', () => {
    const patterns: Record<string, Partial<DesignFacts>> = {
      'one-off': { sessions: 1, meetings: 0, tryouts: 0 },
      cascade: { attendeesPerSchool: 1 },
      'under-one-term': { terms: 0.5 },
      'short-in-weeks': { weeks: 6 },
      'generic-only': { subjectSpecific: false },
      'online-without-people': { inPersonMinutes: 0 },
      'no-rationale': { rationaleGiven: false },
      'no-evidence-behind-methods': { methodsHaveEvidence: false },
      'not-taught-as-meant': { taughtByItsOwnMethod: null },
      'beliefs-not-questioned': { beliefsQuestioned: false },
      'one-kind-of-activity': { kindsOfActivity: 1 },
      'outside-little-together': { peerMinutes: 300 },
      'talk-without-experiment': { tryouts: 0, meetingsWithEvidence: 0 },
      'sharing-only': { sharesExistingPracticeOnly: true },
      'many-action-steps': { actionStepsAtOnce: 3 },
      'workload-not-examined': { workloadEstimated: false },
      'no-pupil-group': { pupilGroupNamed: false },
      'rehearsal-without-model': { modelledBeforeRehearsal: false },
      'technical-check': { technicalNeeds: true },
      clash: { otherInitiatives: 2 },
      'no-endorsement': { leadersEndorse: false },
      'required-without-choice': { participation: 'required', focusMenu: false },
      'mostly-after-school': { outsideSchoolDayMinutes: 1600 },
      'duty-mixed-in': { dutyOrCompliance: true },
      'control-does-not-pass': { specialistShareLastThird: 0.8 },
      'no-on-call': { onCallDays: 3 },
      'no-second-cycle': { cycles: 1 },
      'no-peer-assessment': { peerAssessments: 0 },
    };
    for (const [id, facts] of Object.entries(patterns)) {
      assert.ok(ids({ ...full, ...facts }).includes(id), id);
      assert.ok(!ids(full).includes(id), `${id} speaks of a design that has it`);
    }
  });

  test('names the ingredients that were taken out', () => {
    const removedIngredients = ['First meeting over evidence', 'Watch each other'];
    const finding = evaluateDesign(designChecks, { ...full, removedIngredients })[0];
    assert.equal(finding?.id, 'removed-ingredient');
    assert.deepEqual(finding.about, removedIngredients);
  });

  test('can be silent and can speak, each check', () => {
    const designs: DesignFacts[] = [
      full,
      nothingStated,
      { ...full, peerMinutes: 0 },
      { ...full, specialistMinutes: 0 },
    ];
    const bare = Object.entries(full).map(([fact, value]) => [fact, typeof value === 'boolean' ? false : 0]);
    designs.push({
      ...nothingStated,
      ...Object.fromEntries(bare),
      participation: 'required',
      removedIngredients: ['a'],
    });
    designs.push({
      ...full,
      cascade: true,
      dutyOrCompliance: true,
      technicalNeeds: true,
      otherInitiatives: 1,
    });
    designs.push({ ...full, sharesExistingPracticeOnly: true, actionStepsAtOnce: 3, inPersonMinutes: 0 });
    designs.push({
      ...full,
      outsideSchoolDayMinutes: 2000,
      specialistShareLastThird: 0.9,
      peerAssessments: 0,
    });
    designs.push({
      ...full,
      specialistObservations: 0,
      baseline: false,
      formativeChecks: 0,
      peerObservations: 0,
    });
    designs.push({
      ...full,
      weeks: 5,
      meetingsWithEvidence: 0,
      agreementStep: false,
      rehearsals: 1,
      onCallDays: 0,
    });
    designs.push({ ...full, modelledBeforeRehearsal: false, meetingsWithEvidence: 0, tryouts: 0 });
    for (const { id, when } of designChecks) {
      assert.ok(
        designs.some((facts) => holds(when, facts)),
        `${id} never speaks`,
      );
      assert.ok(
        designs.some((facts) => !holds(when, facts)),
        `${id} is never silent`,
      );
    }
  });

  test('lists what is missing, then risks, then strengths, each in the catalogue’s own order', () => {
    const findings = evaluateDesign(designChecks, {
      ...full,
      cycles: 1,
      otherInitiatives: 1,
      baseline: false,
    });
    const groups = findings.map((finding) => finding.group);
    assert.deepEqual(
      groups,
      [...groups].sort((a, b) => 'mrk'.indexOf(a[0] ?? '') - 'mrk'.indexOf(b[0] ?? '')),
    );
    assert.deepEqual(
      findings.filter((finding) => finding.group === 'missing').map((finding) => finding.id),
      ['no-baseline', 'no-second-cycle'],
    );
  });

  test('gives no score, total or severity', () => {
    for (const finding of evaluateDesign(designChecks, nothingStated)) {
      assert.deepEqual(Object.keys(finding).sort(), ['about', 'check', 'group', 'id']);
    }
  });
});

describe('the seven links and the length', () => {
  const stateOf = (facts: DesignFacts, id: string) =>
    readIngredients(links, facts).find((reading) => reading.id === id);

  test('are read as sentences', () => {
    const present = readIngredients(links, full);
    assert.equal(present.length, 8);
    assert.ok(present.every(({ state }) => state === 'in-place'));
    assert.deepEqual(
      present.map(({ words }) => words),
      [...links.links, links.duration].map((each) => each.present.has),
    );
    const absent = readIngredients(links, nothingStated);
    assert.ok(absent.every(({ state, words }) => state === 'missing' && words !== ''));
  });

  test('each can be there in part, and then says what of it is there', () => {
    const parts: Record<string, Partial<DesignFacts>> = {
      'peer-support': { peerMinutes: 60 },
      'specialist-support': { specialistMinutes: 60 },
      'evidence-meetings': { meetings: 2 },
      'sustaining-processes': { tryouts: 1 },
      'starting-points': { checksPriorKnowledge: true },
      ownership: { participation: 'chosen' },
      'pupil-focus': { pupilGroupNamed: true },
      duration: { terms: 1 },
    };
    for (const { id } of readIngredients(links, full))
      assert.equal(stateOf({ ...nothingStated, ...parts[id] }, id)?.state, 'partly', id);
  });

  test('peer support is in place only together with specialist input', () => {
    assert.equal(stateOf({ ...full, specialistMinutes: 0 }, 'peer-support')?.state, 'partly');
    assert.equal(stateOf({ ...full, peerMinutes: 0 }, 'peer-support')?.state, 'missing');
  });
});

describe('what to look at', () => {
  test('is read in order of what it bears on, links first and conditions last, and holds nothing to keep', () => {
    const findings = inOrderOfBearing(
      evaluateDesign(designChecks, {
        ...full,
        otherInitiatives: 1,
        rationaleGiven: false,
        terms: 0.5,
        cycles: 1,
      }),
    );
    assert.deepEqual(
      findings.map(({ id }) => id),
      ['no-second-cycle', 'under-one-term', 'no-rationale', 'clash'],
    );
  });
});

describe('a condition', () => {
  test('is not so about an amount nobody has stated', () => {
    assert.equal(holds({ fact: 'weeks', is: '<', value: 10 }, nothingStated), false);
    assert.equal(holds({ fact: 'weeks', is: '>=', value: 0 }, nothingStated), false);
    assert.equal(holds({ fact: 'weeks', is: 'unknown' }, nothingStated), true);
    assert.equal(holds({ fact: 'weeks', is: '>', than: 'terms' }, { ...nothingStated, weeks: 4 }), false);
  });

  test('joins others by all, any and none', () => {
    const some = { fact: 'weeks', is: '>', value: 0 } as const;
    const none = { fact: 'weeks', is: '=', value: 0 } as const;
    assert.equal(holds({ all: [some, none] }, full), false);
    assert.equal(holds({ any: [some, none] }, full), true);
    assert.equal(holds({ none: [some, none] }, full), false);
    assert.equal(holds({ none: [none] }, full), true);
  });
});
