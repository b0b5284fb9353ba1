import { tooLongBy } from '#platform/http/input.ts';
import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { plainText } from '../../plain-text.ts';
import { clockOf } from '../../recording.ts';
import { longestSpeaker, longestUtterance, mostUtterances, type TranscriptOrigin } from '../transcript.ts';
import { hasTimings, readCaptions } from './read-captions.ts';
import { looksLikeSheet, readSheet } from './read-sheet.ts';
import { readTyped } from './read-typed.ts';

/** An utterance as it was read; `line` is the one it begins on, from 1. */
export interface ReadUtterance {
  line: number;
  fromMs: number;
  toMs: number;
  speaker: string;
  text: string;
  tags: string[];
}

/** A line that could not be read, what stands in it and why it could not. */
export interface LineProblem {
  line: number;
  said: string;
  why: string;
}

export interface ReadTranscript {
  origin: TranscriptOrigin;
  /** In the order of time. */
  utterances: ReadUtterance[];
  problems: LineProblem[];
}

/**
 * Reads a transcript: WebVTT or SRT captions, a sheet saved as CSV, or lines such as '0:12 Teacher: What do you see?'.
 * Which of them it is shows in the text. What cannot be read is named with its line; nothing throws.
 * @param durationMs how long the recording is; what begins after its end is named, what reaches over it is cut
 */
export async function readTranscript(text: string, durationMs: number | null): Promise<ReadTranscript> {
  const tidy = plainText(text);
  const { origin, ...read } = await readAs(tidy);
  const problems = [...read.problems];
  const utterances = read.utterances.flatMap((each) => {
    const fits = fitted(each, durationMs);
    if (typeof fits !== 'string') return [fits];
    problems.push({ line: each.line, said: each.text, why: fits });
    return [];
  });
  for (const { line, text: said } of utterances.splice(mostUtterances))
    problems.push({
      line,
      said,
      why: t('It is one too many: {n} at most.', { n: formatNumber(mostUtterances) }),
    });
  utterances.sort((a, b) => a.fromMs - b.fromMs || a.line - b.line);
  problems.sort((a, b) => a.line - b.line);
  return { origin, utterances, problems };
}

async function readAs(text: string): Promise<ReadTranscript> {
  if (hasTimings(text)) return { origin: 'vtt', ...(await readCaptions(text)) };
  if (looksLikeSheet(text)) return { origin: 'csv', ...readSheet(text) };
  return { origin: 'typed', ...readTyped(text) };
}

/** The utterance as it is kept, or why it is not. */
function fitted(read: ReadUtterance, durationMs: number | null): ReadUtterance | string {
  const speaker = read.speaker
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const text = read.text.trim().replace(/\n\s*\n+/g, '\n');
  if (text === '') return t('There are no words.');
  if (text.length > longestUtterance) return tooLongBy(longestUtterance, text);
  if (speaker.length > longestSpeaker)
    return t('The name of the speaker is too long: {n} characters at most.', { n: longestSpeaker });
  if (read.toMs <= read.fromMs) return t('It ends before it begins.');
  if (durationMs !== null && read.fromMs >= durationMs)
    return t('It begins at {time}, and this recording ends at {end}.', {
      time: clockOf(read.fromMs),
      end: clockOf(durationMs),
    });
  const toMs = durationMs === null ? read.toMs : Math.min(read.toMs, durationMs);
  return { ...read, speaker, text, toMs };
}
