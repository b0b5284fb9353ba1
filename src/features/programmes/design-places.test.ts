import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, catalogue, factsOf } from '#features/evidence/index.ts';
import { placeFor } from './design-places.ts';

test('a finding leads to the place where one could add what it speaks of', () => {
  const table: [string, string][] = [
    ['specialist-without-peer', 'design/steps/new?kind=peer-observation'],
    ['specialist-never-observes', 'design/steps/new?kind=specialist-observation'],
    ['no-on-call', 'design/steps/new?kind=on-call'],
    ['no-agreement', 'design/steps/new?kind=agreement'],
    ['nothing-modelled', 'design/steps/new?kind=modelling'],
    ['no-pupil-group', 'design/about'],
    ['replaces-nothing', 'design/about'],
    ['workload-not-examined', 'design/questions'],
    ['leaders-absent', 'people'],
    ['no-risks-named', 'design#risks'],
    ['removed-ingredient', 'design#steps'],
    ['control-does-not-pass', 'design#steps'],
  ];
  for (const [check, below] of table) {
    const { when } = byId(catalogue().designChecks, check);
    assert.equal(placeFor({ slug: 'reading' }, factsOf(when)).href, `/programmes/reading/${below}`, check);
  }
});
