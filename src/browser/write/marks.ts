/** What is put in place of a stretch of a text, and what is selected then. All are places in the text before and after. */
export interface Edit {
  from: number;
  to: number;
  text: string;
  /** In the new text. */
  select: [number, number];
}

export type Mark = 'heading' | 'bold' | 'italic' | 'list' | 'numbers' | 'link' | 'table' | 'maths' | 'code';

/** Words that stand where nothing was selected, in the reader's language. */
export type Words = Readonly<Record<'words' | 'first' | 'second', string>>;

interface Selected {
  value: string;
  start: number;
  end: number;
}

/** What a mark does to a text; pressed again it takes itself away. */
export function edit(mark: Mark, at: Selected, words: Words): Edit {
  switch (mark) {
    case 'bold':
      return around(at, '**', words.words);
    case 'italic':
      return around(at, '*', words.words);
    case 'maths':
      return around(at, '$', 'x^2');
    case 'code':
      return at.value.slice(at.start, at.end).includes('\n') ? fenced(at) : around(at, '`', words.words);
    case 'heading':
      return lines(at, (line) => {
        const depth = /^#{1,6} /.exec(line)?.[0].length ?? 0;
        const bare = line.slice(depth);
        return depth === 0 ? `## ${bare}` : depth === 3 ? `### ${bare}` : bare;
      });
    case 'list':
      return listed(at, (bare) => `- ${bare}`, /^[-*] /);
    case 'numbers':
      return listed(at, (bare, n) => `${n + 1}. ${bare}`, /^\d+\. /);
    case 'link':
      return link(at, words.words);
    case 'table':
      return block(at, `| ${words.first} | ${words.second} |\n|---|---|\n|  |  |`, words.first);
  }
}

/** A picture, a sound or another file of the text, in a line of its own; one goes on writing after it. */
export const fileAt = (at: Selected, words: string, address: string): Edit =>
  block(at, `![${words.replace(/[[\]\\]/g, '')}](${address})`, '');

function around({ value, start, end }: Selected, sign: string, placeholder: string): Edit {
  const inside = value.slice(start, end);
  const [before, after] = [value.slice(0, start), value.slice(end)];
  if (stands(sign, before, /\*+$/) && stands(sign, after, /^\*+/))
    return {
      from: start - sign.length,
      to: end + sign.length,
      text: inside,
      select: [start - sign.length, end - sign.length],
    };
  const text = inside || placeholder;
  const begin = start + sign.length;
  return { from: start, to: end, text: sign + text + sign, select: [begin, begin + text.length] };
}

/** Whether a sign stands at an end of what is written. Two stars are strong, one is stress, three are both. */
function stands(sign: string, beside: string, stars: RegExp): boolean {
  const n = stars.exec(beside)?.[0].length ?? 0;
  if (sign === '*') return n % 2 === 1;
  return sign === '**' ? n >= 2 : beside.startsWith(sign) || beside.endsWith(sign);
}

function fenced({ value, start, end }: Selected): Edit {
  const text = `\`\`\`\n${value.slice(start, end)}\n\`\`\``;
  return { from: start, to: end, text, select: [start + 4, start + text.length - 4] };
}

/** The whole lines that a selection touches, each made another. */
function lines({ value, start, end }: Selected, make: (line: string, n: number) => string): Edit {
  const from = value.lastIndexOf('\n', start - 1) + 1;
  const after = value.indexOf('\n', end);
  const to = after === -1 ? value.length : after;
  const text = value.slice(from, to).split('\n').map(make).join('\n');
  return { from, to, text, select: [from + text.length, from + text.length] };
}

function listed(at: Selected, make: (bare: string, n: number) => string, marked: RegExp): Edit {
  const whole = lines(at, (line) => line);
  const isList = whole.text.split('\n').every((line) => marked.test(line));
  return lines(at, (line, n) => {
    const bare = line.replace(/^(?:[-*] |\d+\. )/, '');
    return isList ? bare : make(bare, n);
  });
}

function link({ value, start, end }: Selected, placeholder: string): Edit {
  const selected = value.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/.test(selected);
  const [words, address] = isAddress ? [placeholder, selected] : [selected || placeholder, 'https://'];
  const text = `[${words}](${address})`;
  const begin = start + (isAddress ? 1 : words.length + 3);
  return { from: start, to: end, text, select: [begin, begin + (isAddress ? words : address).length] };
}

/** In lines of its own after the line one is in, an empty one before and after; `chosen` is what of it is selected. */
function block({ value, end }: Selected, text: string, chosen: string): Edit {
  const line = value.indexOf('\n', end);
  const at = line === -1 ? value.length : line;
  const [before, after] = [value.slice(0, at), value.slice(at)];
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const begin = at + lead.length + (chosen === '' ? text.length : text.indexOf(chosen));
  return { from: at, to: at, text: lead + text + tail, select: [begin, begin + chosen.length] };
}

/** What Enter does within a list: the next point, or out of the list where the point is empty. Null where it is none. */
export function nextPoint({ value, start, end }: Selected): Edit | null {
  if (start !== end) return null;
  const from = value.lastIndexOf('\n', start - 1) + 1;
  const found = /^(\s*)(?:([-*])|(\d+)\.) /.exec(value.slice(from, start));
  if (!found) return null;
  const [sign, indent = '', dash, number] = found;
  if (from + sign.length === start && !/\S/.test(value.slice(start).split('\n')[0]!))
    return { from, to: start, text: '', select: [from, from] };
  const text = `\n${indent}${dash ?? `${Number(number) + 1}.`} `;
  return { from: start, to: start, text, select: [start + text.length, start + text.length] };
}
