interface Spoken {
  speaker: string;
  text: string;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};
const plain = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39|nbsp|lrm|rlm);/g, (each) => entities[each]!);

/** The tags of WebVTT and those that SRT borrows. Any other angle bracket is one that somebody wrote. */
const tag = /<(\/?)(c|i|b|u|v|lang|ruby|rt|font)((?:\.[^\s.>]+)*)(?:\s+([^>]*))?>|<[\d:.]+>|\{\\[^}]*\}/gi;

/**
 * The words of a caption by whom they are said: `<v Ann>` begins what Ann says, `</v>` ends it. Other tags are left out.
 * A caption in which two speak gives two.
 * @param names who may stand before a colon, where captions name speakers so
 */
export function captionText(text: string, names: ReadonlySet<string>): Spoken[] {
  const spoken: Spoken[] = [{ speaker: '', text: '' }];
  let at = 0;
  for (const found of text.matchAll(tag)) {
    spoken.at(-1)!.text += plain(text.slice(at, found.index));
    at = found.index + found[0].length;
    if (found[2]?.toLowerCase() === 'v')
      spoken.push({ speaker: found[1] ? '' : plain(found[4] ?? '').trim(), text: '' });
  }
  spoken.at(-1)!.text += plain(text.slice(at));
  return spoken
    .map((each) => (each.speaker === '' ? named(each.text, names) : each))
    .map((each) => ({ ...each, text: each.text.trim() }))
    .filter((each) => each.text !== '');
}

const named = (text: string, names: ReadonlySet<string>): Spoken => {
  const [before, speaker = ''] = beginsWithName.exec(text) ?? [];
  return before && names.has(speaker) ? { speaker, text: text.slice(before.length) } : { speaker: '', text };
};

const beginsWithName = /^\s*(?:-\s*)?([\p{L}][\p{L}\p{M}\p{N} .’'-]{0,39}):\s+/u;

/**
 * Captions without voices often name the speaker before a colon. Names are those that stand before more than one
 * caption, so that “Remember: two halves” stays what was said.
 */
export function leadingNames(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  if (!texts.some((text) => /<v[\s.]/i.test(text)))
    for (const text of texts) {
      const name = beginsWithName.exec(text)?.[1];
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name));
}
