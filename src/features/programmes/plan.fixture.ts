import type { Design, DesignPerson, DesignStep } from './design.ts';

/** Small plans for the tests of what a plan says. */
export const terms = [
  { name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-18' },
  { name: 'Spring', startsOn: '2027-01-04', endsOn: '2027-03-26' },
  { name: 'Summer', startsOn: '2027-04-12', endsOn: '2027-07-23' },
];

let made = 0;
export const step = (on: string, rest: Partial<DesignStep> = {}): DesignStep => ({
  id: `step-${++made}`,
  number: made,
  kind: 'input',
  strand: 'specialist',
  lead: 'specialist',
  title: `Step ${made}`,
  prompt: '',
  on_date: on,
  starts_at: null,
  place: '',
  minutes: 60,
  in_school_day: true,
  mode: 'in-person',
  cycle: 1,
  required: true,
  template_step: null,
  ingredient: null,
  form: null,
  days: null,
  cover: null,
  version: 1,
  ...rest,
});
export const tryout = (on: string) => step(on, { kind: 'tryout', strand: 'practice', lead: 'teachers' });
export const measure = (on: string) => step(on, { kind: 'measure', strand: 'pupils', lead: 'teachers' });

export const design = (
  parts: Partial<Omit<Design, 'programme'>> & { programme?: Partial<Design['programme']> } = {},
): Design => ({
  steps: [],
  removed: [],
  costs: [],
  risks: [],
  people: [],
  answers: {},
  terms,
  closures: [],
  priority: null,
  otherProgrammes: null,
  template: undefined,
  ...parts,
  programme: {
    subject: null,
    pupil_group: '',
    rationale: '',
    materials: '',
    replaces: '',
    priority_id: null,
    ...parts.programme,
  } as Design['programme'],
});
export const person = (parts: DesignPerson['parts'], rest: Partial<DesignPerson> = {}): DesignPerson => ({
  personId: 'p',
  name: 'P',
  kind: 'staff',
  leads: false,
  parts,
  ...rest,
});
