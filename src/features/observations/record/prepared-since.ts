import type { Observation } from '../observation.ts';

/** Since when the observer has prepared for an instrument; null while they have not. */
export const preparedSince = ({ prepared }: Observation, instrument: string): Date | null => {
  const at = prepared[instrument];
  return at === undefined ? null : new Date(at);
};
