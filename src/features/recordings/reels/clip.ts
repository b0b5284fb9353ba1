import { recordingHref } from '../recording.ts';

/** A stretch of a recording in somebody's reel. Moments are milliseconds from its beginning. */
export interface Clip {
  id: string;
  recordingId: string;
  personId: string;
  chooser: string;
  fromMs: number;
  toMs: number;
  /** '' where its times say enough. */
  title: string;
  sharedAt: Date | null;
}

/** A note on a stretch that could be a clip. */
export interface Offered {
  id: string;
  fromMs: number;
  toMs: number;
  text: string;
}

/** In characters. */
export const longestTitle = 200;
/** Clips in one person's reel of a recording. */
export const mostClips = 100;

export const reelHref = (recording: { id: string }, part = ''): string =>
  recordingHref(recording, `reel${part && `/${part}`}`);

/** Where a clip plays from, on the page of the reel: seconds, as media fragments say them. */
export const clipHref = (
  recording: { id: string },
  { fromMs, toMs }: Pick<Clip, 'fromMs' | 'toMs'>,
): string => `${reelHref(recording)}?t=${fromMs / 1000},${toMs / 1000}#player`;
