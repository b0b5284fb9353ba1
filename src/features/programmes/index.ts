import type { Feature } from '#platform/http/route.ts';
import { programmePolicy } from './programme.policy.ts';

export { programmeHref, stepHref } from './addresses.ts';
export { openProgramme, selectStep, type OpenedProgramme } from './open-programme.ts';
export { parts, selectPeople, type Part, type PersonInProgramme } from './people.queries.ts';
export { programmePolicy, type ProgrammeAbility } from './programme.policy.ts';
export { selectProgramme, selectSteps, type Programme, type Step } from './programme.queries.ts';

/** Programmes of professional learning: designing them, their people, their outline. */
export const programmes: Feature = {
  name: 'programmes',
  routes: [],
  policies: [programmePolicy],
};
