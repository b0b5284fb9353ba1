import { policy } from '#platform/access/policy.ts';
import { role } from '#features/people/index.ts';

/**
 * A scheme of work is the school's: all staff read it, so that nobody plans beside a colleague. Those who teach by it
 * write it; those who lead may say who they are, for a plan outlives who began it.
 */
export const planPolicy = policy({
  kind: 'scheme',
  purpose: 'administration',
  noun: 'scheme of work',
  logged: false,
  only: ['staff'],
  may: {
    read: ['reader'],
    write: ['author', 'editor'],
    appoint: ['author', 'editor', `role:${role.head}`, `role:${role.seniorLeader}`, `role:${role.cpdLeader}`],
  },
  ask: 'Ask one of its teachers.',
});

/**
 * What somebody says beside a plan, for its writer and those who teach by it. It is made for learning: nobody who
 * judges reads it, whatever their role, and a leader who suggests reads their own.
 */
export const suggestionPolicy = policy({
  kind: 'plan-suggestion',
  purpose: 'learning',
  noun: 'suggestion',
  logged: false,
  only: ['staff'],
  may: { read: ['author', 'reader'], answer: ['reader'], takeBack: ['author'] },
  ask: 'Ask whoever wrote it.',
});
