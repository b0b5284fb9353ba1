import type { Heading, Root } from 'mdast';
import { t } from '#platform/i18n/i18n.ts';
import { nodesOf } from './parse-text.ts';
import { wordsOf } from './words-of.ts';

/** Something that keeps somebody from a text, and what helps. */
export interface Hurdle {
  kind: 'picture' | 'heading' | 'link' | 'table' | 'long';
  /** The line it stands in, from 1. */
  line: number;
  says: string;
}

/** Words that say nothing about where a link leads, when a screen reader reads the links one after the other. */
const saysNothing = /^(?:(?:click|press|tap) )?(?:here|this|link|this link|more|read more|see more)$/i;
/** A paragraph of more words is a wall. */
const longestParagraph = 150;

/** What is in the way of readers who hear, zoom or read slowly. Advice while one writes: nothing is forbidden by it. */
export function hurdlesIn(root: Root): Hurdle[] {
  const found: Hurdle[] = [];
  let last = 0;
  for (const node of nodesOf(root)) {
    const line = node.position?.start.line ?? 1;
    const say = (kind: Hurdle['kind'], says: string): void => void found.push({ kind, line, says });
    if ((node.type === 'image' || node.type === 'imageReference') && (node.alt ?? '').trim() === '')
      say(
        'picture',
        t('This picture has no words. Say in a few what it shows, for those who cannot see it.'),
      );
    if (node.type === 'heading') {
      if (skips(node, last))
        say(
          'heading',
          t(
            'This heading is more than one level below the one before it. Readers who hear the page miss a level.',
          ),
        );
      last = node.depth;
      if (wordsOf(node).trim() === '') say('heading', t('This heading is empty.'));
    }
    if (node.type === 'link' || node.type === 'linkReference') {
      const words = wordsOf(node).trim();
      if (saysNothing.test(words))
        say('link', t('“{words}” does not say where the link leads. Name what is there.', { words }));
      else if (/^https?:\/\//i.test(words) && words.length > 40)
        say('link', t('A long address is read out letter by letter. Give the link a name.'));
    }
    if (node.type === 'table' && node.children[0]?.children.every((cell) => wordsOf(cell).trim() === ''))
      say('table', t('This table has no headings, so nobody who hears it knows what a column is.'));
    if (node.type === 'paragraph' && wordsOf(node).split(/\s+/).length > longestParagraph)
      say('long', t('This paragraph is long. Two or three shorter ones are easier to find one’s place in.'));
  }
  return found;
}

const skips = ({ depth }: Heading, last: number): boolean => depth > last + 1 && !(last === 0 && depth <= 2);
