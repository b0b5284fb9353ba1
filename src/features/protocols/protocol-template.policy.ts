import { policy } from '#platform/access/policy.ts';
import { learningLeaders } from '#features/people/index.ts';

const leaders = learningLeaders.map((name) => `role:${name}` as const);

/**
 * A protocol that the school writes for itself: a draft that those who lead its professional learning share. What
 * is published of it is a version, which all staff and guests read; the draft stays with those who write it.
 */
export const protocolTemplatePolicy = policy({
  kind: 'protocol-template',
  purpose: 'learning',
  noun: 'protocol',
  logged: false,
  may: { read: leaders, write: leaders },
  ask: 'Ask the CPD leader.',
});
