/** What every programme has and a test seldom cares about: it runs this school year, from the sustained programme. */
export const plainProgramme = {
  summary: '',
  aim: 'transform',
  change_kind: 'additive',
  template_id: 'sustained-programme',
  template_version: 1,
  pupil_group: '',
  pupil_outcome: '',
  replaces: '',
  rationale: '',
  materials: '',
  prerequisites: '',
  starts_on: '2026-09-07',
  ends_on: '2027-07-09',
  version: 1,
} as const;
