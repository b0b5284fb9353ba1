/** What every recording has when it is described and a test seldom cares about: of yesterday, with nobody in it. */
export const plainRecording = {
  title: 'Explaining fractions',
  lesson: 'Year 5, halves and quarters with paper strips',
  filmedOn: '2026-11-17',
  unitId: null,
  circleId: null,
  stepId: null,
  consentPurpose: 'recording-learning',
  pupils: [],
  keepUntil: '2027-05-16',
  notesAfter: 'stay',
  tagSets: [],
  clipForm: null,
} as const;
