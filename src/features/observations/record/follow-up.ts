/** What the observed teacher began after a visit: an item of their own, opened by its own rules. */
export interface FollowUp {
  ownerId: string;
  id: string;
  kind: 'try-out' | 'practice' | 'coaching-cycle';
  begunAt: string;
}
