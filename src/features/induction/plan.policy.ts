import { policy } from '#platform/access/policy.ts';
import { role } from '#features/people/index.ts';

/** Those who lead induction: they make plans, name who writes in them, and read them. */
export const inductionLeads = [role.cpdLeader, role.head, role.seniorLeader, role.coordinator] as const;

const leads = inductionLeads.map((name) => `role:${name}` as const);

/**
 * An induction plan is the new teacher's. Its purpose is induction alone: nothing of it is opened for appraisal, and
 * nothing that was made for learning is opened from it.
 */
export const planPolicy = policy({
  kind: 'induction-plan',
  purpose: 'induction',
  noun: 'induction plan',
  logged: true,
  may: {
    read: ['author', 'reader', ...leads],
    /** The teacher always, the tutor, and those who were named. */
    write: ['author', 'editor'],
    /** Who is named, its days, its end. */
    lead: leads,
  },
  ask: 'Ask the teacher whose plan it is, or whoever leads induction.',
});
