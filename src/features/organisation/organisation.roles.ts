import { administrators, learningLeaders, overriders, role } from '#features/people/index.ts';

/** Those who see the place "School". */
export const schoolPlace = [
  ...new Set([
    ...learningLeaders,
    ...administrators,
    ...overriders,
    role.coordinator,
    role.attendanceOfficer,
    role.coverManager,
    role.governor,
    role.policyMaker,
  ]),
] as const;
/** Those who keep term dates, holidays and training days. */
export const dateKeepers = [...administrators, role.cpdLeader] as const;
