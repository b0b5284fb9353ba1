/** A step of the plan that has the specialist on call: from when, and for how many days. */
export interface OnCall {
  on: string;
  days: number | null;
}

/**
 * The day before which questions are not taken yet: the first on which the plan has the specialist on call.
 * Null when that day has come, and when the plan sets none aside, so that one may ask at any time.
 */
export function opensOn(onCall: readonly Pick<OnCall, 'on'>[], today: string): string | null {
  const first = onCall.map(({ on }) => on).toSorted()[0];
  return first !== undefined && first > today ? first : null;
}
