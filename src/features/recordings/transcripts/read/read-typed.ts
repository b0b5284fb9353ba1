import { t } from '#platform/i18n/i18n.ts';
import { msOf } from '../../recording.ts';
import type { LineProblem, ReadUtterance } from './read-transcript.ts';

const typedLine = /^\[?([\d:.,]+)(?:\s*[-–]\s*([\d:.,]+))?\]?\s+(?:([^:\n]{1,60}):\s+)?(.+)$/;

/** Saying a word takes about so long; the last line, after which none begins, is given this. */
const msAWord = 400;
const leastMs = 1000;

/**
 * Lines as people type them: '0:12 Teacher: What do you see?' or '0:12–0:15 Teacher: …'. Without an end, an utterance
 * lasts until the next begins.
 */
export function readTyped(text: string): { utterances: ReadUtterance[]; problems: LineProblem[] } {
  const problems: LineProblem[] = [];
  const lines = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const read = readLine(line.trim(), index + 1);
    if ('fromMs' in read) return [read];
    problems.push(read);
    return [];
  });
  const utterances = lines.map((each, index) => {
    const next = lines.slice(index + 1).find(({ fromMs }) => fromMs > each.fromMs);
    return { ...each, toMs: each.toMs ?? next?.fromMs ?? each.fromMs + timeToSay(each.text) };
  });
  return { utterances, problems };
}

function readLine(
  said: string,
  line: number,
): LineProblem | (Omit<ReadUtterance, 'toMs'> & { toMs: number | null }) {
  const [, at = '', until, speaker = '', text = ''] = typedLine.exec(said) ?? [];
  const fromMs = msOf(at);
  const toMs = until === undefined ? null : msOf(until);
  if (fromMs === null || (until !== undefined && toMs === null))
    return {
      line,
      said,
      why: t('Begin each line with its time, as 0:12, then the speaker, a colon and the words.'),
    };
  return { line, fromMs, toMs, speaker: speaker.trim(), text, tags: [] };
}

const timeToSay = (text: string): number => Math.max(leastMs, text.split(/\s+/).length * msAWord);
