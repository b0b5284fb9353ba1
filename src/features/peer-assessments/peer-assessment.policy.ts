import { policy } from '#platform/access/policy.ts';

/**
 * What one partner writes about how far the other has come. Its writer alone until it is sent; then the
 * partner it is about reads it, first and alone with the writer, and may reply. Nobody else, in any role.
 */
export const peerAssessmentPolicy = policy({
  kind: 'peer-assessment',
  purpose: 'learning',
  noun: 'account between partners',
  logged: true,
  may: { read: ['author', 'reader'], write: ['author'], reply: ['contributor'] },
  ask: 'It stays between the two partners.',
});
