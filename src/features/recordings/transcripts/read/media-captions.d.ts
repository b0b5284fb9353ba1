/**
 * What is used of media-captions. Its own types are not found by Node's rules for modules (they name no file endings).
 */
declare module 'media-captions' {
  interface Cue {
    id: string;
    /** In seconds. */
    startTime: number;
    endTime: number;
    text: string;
  }
  interface Problem {
    line: number;
    message: string;
  }
  export function parseText(
    text: string,
    options: { type: 'vtt' | 'srt'; errors: boolean },
  ): Promise<{ cues: Cue[]; errors: Problem[] }>;
}
