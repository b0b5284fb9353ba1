import { policy } from '#platform/access/policy.ts';
import { programmePolicy } from '#features/programmes/index.ts';

/** What a group writes of a cycle: for those who took part, until they give it to the school. */
export const cycleReportPolicy = policy({
  kind: 'cycle-report',
  purpose: 'learning',
  noun: 'report of a group',
  logged: false,
  may: {
    read: [...programmePolicy.may.takePart, 'reader'],
    write: programmePolicy.may.takePart,
    /** Give it to the school, and take it back. */
    release: ['circle:participant', 'circle:facilitator'],
  },
  ask: 'Ask somebody in the group.',
});
