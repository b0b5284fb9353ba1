import { policy } from '#platform/access/policy.ts';

/**
 * A course, for those who learn in it and those who lead it. Its purpose is learning, for staff as for pupils: what
 * somebody did, said and tried in it reaches no appraisal. Having begun one grants nothing: it can be handed on.
 */
export const coursePolicy = policy({
  kind: 'course',
  purpose: 'learning',
  noun: 'course',
  logged: false,
  only: ['staff', 'pupil'],
  may: {
    read: ['editor', 'contributor', 'reader'],
    /** Write it, and see by name what came of it. */
    lead: ['editor'],
    /** Learn in it. */
    learn: ['contributor'],
  },
  ask: 'Ask whoever leads it.',
});
