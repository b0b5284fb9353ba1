import { parseText } from 'media-captions';
import { t } from '#platform/i18n/i18n.ts';
import { captionText, leadingNames } from './caption-text.ts';
import type { LineProblem, ReadUtterance } from './read-transcript.ts';

const arrow = '-->';

/** Whether a text is captions, WebVTT or SRT: it says from when until when. */
export const hasTimings = (text: string): boolean => text.startsWith('WEBVTT') || text.includes(arrow);

/** A caption as it stands in the file. */
interface Block {
  /** That of its times, from 1. */
  line: number;
  timing: string;
  words: string[];
}

/**
 * Captions in WebVTT or SRT. Times are read by media-captions. Blocks are told apart here, and each is asked about by
 * its line: that library drops a caption that ends before it begins, and joins two that no empty line parts, without a
 * word.
 */
export async function readCaptions(
  text: string,
): Promise<{ utterances: ReadUtterance[]; problems: LineProblem[] }> {
  const blocks = blocksOf(text);
  const timings = blocks.map(({ line, timing }) => `${line}\n${pointed(timing)}\n\n`).join('');
  const { cues } = await parseText(`WEBVTT\n\n${timings}`, { type: 'vtt', errors: false });
  const timeOf = new Map(cues.map(({ id, startTime, endTime }) => [Number(id), { startTime, endTime }]));
  const names = leadingNames(blocks.map(({ words }) => words.join('\n')));
  const utterances: ReadUtterance[] = [];
  const problems: LineProblem[] = [];
  for (const { line, timing, words } of blocks) {
    const time = timeOf.get(line);
    if (!time) {
      problems.push({ line, said: timing.trim(), why: whyNot(timing) });
      continue;
    }
    const [fromMs, toMs] = [Math.round(time.startTime * 1000), Math.round(time.endTime * 1000)];
    const spoken = captionText(words.join('\n'), names);
    if (spoken.length === 0) problems.push({ line, said: timing.trim(), why: t('There are no words.') });
    for (const each of spoken) utterances.push({ line, fromMs, toMs, tags: [], ...each });
  }
  return { utterances, problems };
}

/** SRT writes a comma before the thousandths. */
const pointed = (timing: string): string => timing.trim().replaceAll(/(\d),(\d{1,3})\b/g, '$1.$2');

/** The blocks that have times. What else a file of captions holds (notes, styles, regions) says nothing that was said. */
function blocksOf(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let block: Block | null = null;
  let apart = false;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      [block, apart] = [null, false];
    } else if (block === null && !apart && /^(NOTE|STYLE|REGION)\b/.test(line) && !line.includes(arrow)) {
      apart = true;
    } else if (!apart && line.includes(arrow)) {
      // The number that stands before the next caption belongs to that one, though no empty line parts them.
      if (block && /^\d+$/.test(block.words.at(-1)?.trim() ?? '')) block.words.pop();
      block = { line: index + 1, timing: line, words: [] };
      blocks.push(block);
    } else block?.words.push(line);
  }
  return blocks;
}

const clock = /^(?:(\d{1,2}):)?([0-5]\d):([0-5]\d)(?:\.(\d{1,3}))?$/;

function whyNot(timing: string): string {
  const [from = '', rest = ''] = pointed(timing).split(arrow);
  const [until = ''] = rest.trim().split(/\s+/);
  return clock.test(from.trim()) && clock.test(until)
    ? t('It ends before it begins.')
    : t('Write its times as 00:01:02.500 --> 00:01:04.000.');
}
