import type { Cell } from '#platform/http/sheet.ts';
import { preciseClockOf } from '../recording.ts';
import type { Utterance } from './transcript.ts';

/**
 * A transcript as WebVTT (W3C): a caption for each utterance, its speaker as its voice. What somebody said never becomes
 * markup, times or a new caption.
 */
export const webVtt = (utterances: readonly Utterance[]): string =>
  `WEBVTT\n\n${utterances.map(cue).join('\n')}`;

function cue({ fromMs, toMs, speaker, text }: Utterance): string {
  const words = escaped(text).replace(/\n{2,}/g, '\n');
  const voice = speaker === '' ? '' : `<v ${escaped(speaker)}>`;
  return `${timestamp(fromMs)} --> ${timestamp(toMs)}\n${voice}${words}\n`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function timestamp(ms: number): string {
  const part = (each: number, digits = 2): string => String(Math.floor(each)).padStart(digits, '0');
  return `${part(ms / 3_600_000)}:${part((ms / 60_000) % 60)}:${part((ms / 1000) % 60)}.${part(ms % 1000, 3)}`;
}

/** The same as a sheet, in the shape that is read as well. */
export const transcriptRows = (utterances: readonly Utterance[]): Cell[][] => [
  ['From', 'To', 'Speaker', 'Text', 'Tags'],
  ...utterances.map(({ fromMs, toMs, speaker, text, tags }) => [
    preciseClockOf(fromMs),
    preciseClockOf(toMs),
    speaker,
    text,
    tags.join(' '),
  ]),
];
