import { policy } from '#platform/access/policy.ts';

/** The question to the staff: those who are asked answer it, the CPD leader runs it. */
export const askingPolicy = policy({
  kind: 'needs-asking',
  purpose: 'administration',
  noun: 'question to the staff',
  logged: false,
  may: {
    read: ['contributor', 'role:cpd-leader'],
    answer: ['contributor'],
    manage: ['role:cpd-leader'],
  },
  ask: 'Ask the CPD leader.',
});

/**
 * What one person answers. The CPD leader reads it with the name, because help must reach the person,
 * and the form says so beforehand; each
 * day on which they do is noted where its author reads it. Its purpose is learning, so the purpose lock keeps it from appraisal.
 */
export const answerPolicy = policy({
  kind: 'needs-answer',
  purpose: 'learning',
  noun: 'answer about needs',
  logged: true,
  may: { read: ['author', 'role:cpd-leader'], change: ['author'], join: ['role:cpd-leader'] },
  ask: 'Ask the CPD leader.',
});
