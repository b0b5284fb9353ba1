/**
 * HTML of anybody, made small and well nested before a parser sees it: only tags and attributes that say something to a
 * reader stay, scripts, styles and comments go with what is in them, every tag is closed where it must be, and nothing is
 * nested deeper than people nest. Parsers follow the rules of browsers, by which a few megabytes of unclosed tags take
 * hours and all the memory; here each character is looked at once.
 */
export function tameHtml(source: string): string {
  const tamed = new Tamed();
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    tamed.say(source.slice(at, next < 0 ? source.length : next));
    if (next < 0) break;
    const after = source[next + 1] ?? '';
    if (source.startsWith('<!--', next)) {
      at = endOf(source, '-->', next + 4);
    } else if (source.startsWith('<![CDATA[', next)) {
      at = endOf(source, ']]>', next + 9);
      tamed.say(escaped(source.slice(next + 9, at - 3)));
    } else if (after === '!' || after === '?') {
      at = endOf(source, '>', next + 2);
    } else if (!/[a-z/]/i.test(after)) {
      tamed.say('&lt;');
      at = next + 1;
    } else {
      const tag = readTag(source, next);
      at = tag.end;
      if (!dropped.has(tag.name)) tamed.tag(tag);
      else if (!tag.closes && !tag.empty) at = endOfElement(source, tag.name, at);
    }
  }
  return tamed.end();
}

/** What has been written, and which elements are open. */
class Tamed {
  readonly #out: string[] = [];
  readonly #open: { name: string; at: number; holds: boolean }[] = [];

  say(text: string): void {
    if (text === '') return;
    this.#out.push(text);
    if (/\S/.test(text)) this.#hold();
  }

  tag(tag: Tag): void {
    const { name } = tag;
    if (tag.closes) return this.#close(name);
    if (voids.has(name)) {
      this.#out.push(written(tag));
      this.#hold();
    } else if (kept.has(name) && this.#open.length < deepest) {
      for (const each of endsBefore(name, this.#names())) this.#close(each);
      const holds = cells.has(name) || players.has(name);
      this.#open.push({ name, at: this.#out.length, holds });
      this.#out.push(written(tag));
      if (tag.empty && foreign.has(name)) this.#pop();
    }
  }

  end(): string {
    while (this.#open.length > 0) this.#pop();
    return this.#out.join('');
  }

  #names(): string[] {
    return this.#open.map(({ name }) => name);
  }

  #hold(): void {
    const last = this.#open.at(-1);
    if (last) last.holds = true;
  }

  #close(name: string): void {
    const names = this.#names();
    const at = names.lastIndexOf(name);
    if (at < 0 || names.slice(at + 1).some((each) => cells.has(each) && !tableParts.has(name))) return;
    while (this.#open.length > at) this.#pop();
  }

  /** Closes the innermost. One that held nothing goes: many of them in a row keep what comes after busy for hours. */
  #pop(): void {
    const { name, at, holds } = this.#open.pop()!;
    if (holds) {
      this.#out.push(`</${name}>`);
      this.#hold();
    } else {
      const spaced = this.#out.length > at + 1;
      this.#out.length = at;
      if (spaced) this.#out.push(' ');
    }
  }
}

const deepest = 80;
const words = (names: string): ReadonlySet<string> => new Set(names.split(' '));
/** Gone with everything in them. */
const dropped = words(
  'script style head template noscript noembed noframes select textarea svg applet xmp plaintext datalist button',
);
const blocks =
  'div p section article main aside header footer blockquote pre ul ol li dl dt dd figure figcaption details summary h1 h2 h3 h4 h5 h6 address center';
const inTables = 'table caption thead tbody tfoot tr td th';
const inline =
  'a b strong i em cite var dfn u s strike del ins code kbd samp tt q sub sup span small mark abbr big label ruby rt font bdi bdo time';
const maths =
  'math mrow mi mn mo ms mtext mfrac msup msub msubsup msqrt mroot mover munder munderover mfenced mtable mtr mtd mstyle mpadded mspace semantics annotation';
const playerNames = 'audio video iframe object';
const kept = words(`${blocks} ${inTables} ${inline} ${maths} ${playerNames}`);
const foreign = words(maths);
const players = words(playerNames);
const voids = words('br hr img input source embed');
const cells = words('td th caption table');
const tableParts = words(inTables);
const blockNames = words(`${blocks} table`);
/** What says something. Tags of style alone keep none: parsers count those with different attributes as different. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'class', 'data-equation-content'],
  iframe: ['src', 'title'],
  embed: ['src', 'title'],
  object: ['data', 'title'],
  audio: ['src', 'title'],
  video: ['src', 'title'],
  source: ['src'],
  ol: ['start'],
  input: ['type', 'checked'],
  span: ['class'],
  div: ['class'],
  math: ['alttext', 'display'],
  annotation: ['encoding'],
  th: ['align'],
  td: ['align'],
};

interface Tag {
  name: string;
  closes: boolean;
  empty: boolean;
  attributes: Map<string, string>;
  end: number;
}

/** Where what begins ends; what never ends takes the rest, as browsers read it. */
function endOf(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? source.length : at + mark.length;
}

/** After the end of an element whose content nobody reads. Nested ones of the same name do not count: none needs it but svg. */
function endOfElement(source: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  const found = end.exec(source);
  return found === null ? source.length : endOf(source, '>', found.index);
}

const nameThere = /<(\/?)([a-z][a-z0-9:-]*)?/iy;
const attributeThere = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/y;
const restThere = /[^>]*>?/y;

function readTag(source: string, at: number): Tag {
  nameThere.lastIndex = at;
  const [all = '<', slash, name = ''] = nameThere.exec(source) ?? [];
  const tag: Tag = {
    name: name.toLowerCase(),
    closes: slash === '/',
    empty: false,
    attributes: new Map(),
    end: at,
  };
  let next = at + all.length;
  for (;;) {
    attributeThere.lastIndex = next;
    const found = attributeThere.exec(source);
    if (found === null) break;
    const key = found[1]!.toLowerCase();
    if (!tag.attributes.has(key)) tag.attributes.set(key, found[2] ?? found[3] ?? found[4] ?? '');
    next = attributeThere.lastIndex;
  }
  restThere.lastIndex = next;
  restThere.exec(source);
  tag.end = Math.max(restThere.lastIndex, at + 1);
  tag.empty = source[tag.end - 2] === '/';
  return tag;
}

/** What ends where an element begins, looked for from the innermost outwards until one of the second. */
const ends: Readonly<Record<string, readonly [what: ReadonlySet<string>, until: ReadonlySet<string>]>> = {
  li: [words('li'), words('ul ol table td th blockquote div')],
  dt: [words('dt dd'), words('dl table td th')],
  dd: [words('dt dd'), words('dl table td th')],
  td: [words('td th caption'), words('tr table')],
  th: [words('td th caption'), words('tr table')],
  tr: [words('tr caption'), words('table')],
  thead: [words('thead tbody tfoot caption'), words('table')],
  tbody: [words('thead tbody tfoot caption'), words('table')],
  tfoot: [words('thead tbody tfoot caption'), words('table')],
  a: [words('a'), words('td th table')],
};
const paragraph = [words('p'), words('td th table li div blockquote section object')] as const;
const headings = words('h1 h2 h3 h4 h5 h6');

/** The elements that end where another begins. */
function endsBefore(name: string, open: readonly string[]): string[] {
  const [what, until] = ends[name] ?? (blockNames.has(name) ? paragraph : []);
  const found: string[] = [];
  if (headings.has(name) && headings.has(open.at(-1) ?? '')) found.push(open.at(-1)!);
  if (what === undefined) return found;
  for (let at = open.length - 1; at >= 0 && !until!.has(open[at]!); at -= 1)
    if (what.has(open[at]!)) return [open[at]!];
  return found;
}

function written({ name, attributes }: Tag): string {
  const says = (spoken[name] ?? []).flatMap((key) => {
    const value = attributes.get(key);
    return value === undefined
      ? []
      : [` ${key}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`];
  });
  return `<${name}${says.join('')}>`;
}

/** For what stood where nothing is read as markup. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
