import { observationHref } from '../observation.ts';

/** Where an observer records, and where one entry of theirs is taken back. */
export const recordHref = (observation: { id: string }, below = ''): string =>
  observationHref(observation, `record${below && `/${below}`}`);

/** The page that a phone can open without a connection. It has no names in it. */
export const captureHref = '/observations/capture';
