import { recordingHref } from '../recording.ts';

/** What was said in a recording, as it was brought in. */
export interface Transcript {
  id: string;
  recordingId: string;
  /** As BCP 47 names it: 'en', 'cy'. */
  language: string;
  origin: TranscriptOrigin;
  madeBy: string;
  maker: string;
  createdAt: Date;
  endedAt: Date | null;
}
export type TranscriptOrigin = 'vtt' | 'csv' | 'typed';

/** What one speaker said without a break. Moments are milliseconds from the beginning of the recording. */
export interface Utterance {
  id: string;
  transcriptId: string;
  fromMs: number;
  toMs: number;
  /** '' where it is not known. */
  speaker: string;
  text: string;
  /** 'set/tag', as notes carry them. */
  tags: string[];
  version: number;
}

/** In characters. */
export const longestUtterance = 4000;
export const longestSpeaker = 60;
/** Four hours of captions hold about six thousand. */
export const mostUtterances = 10_000;
/** The most a file may weigh, in bytes. */
export const largestTranscript = 4 * 1_048_576;

export const transcriptHref = (recording: { id: string }, part = ''): string =>
  recordingHref(recording, `transcript${part && `/${part}`}`);

export const utteranceHref = (recording: { id: string }, { id }: { id: string }): string =>
  transcriptHref(recording, `utterances/${id}`);
