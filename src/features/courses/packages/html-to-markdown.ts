import type { Element, Root as HtmlRoot } from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { mathsInText } from './maths-in-text.ts';
import { texOf, wordsIn } from './mathml-to-tex.ts';
import { tameHtml } from './tame-html.ts';
import { scriptLetters } from './script-letters.ts';

/** What addresses in a text mean, which only whoever reads the package knows. */
export interface AddressBook {
  /** Where an address leads: `package:PATH`, the web, or null where nothing is there; then its words stay. */
  addressOf(address: string): string | null;
  /** Keeps a picture that stood in the text itself, and says its address. */
  keepPicture(bytes: Uint8Array, mediaType: string): string;
}

/** A text that was longer than any page is. */
export class TooLong extends Error {}

/** Larger HTML, after pictures within it were taken out, is no page. */
const longestHtml = 1_500_000;

/** HTML of another system as Markdown that `parseText` reads. Every word stays; what was only style goes. */
export async function htmlToMarkdown(source: string, book: AddressBook): Promise<string> {
  if (source.length > 64 * 1024 * 1024) throw new TooLong();
  const tame = tameHtml(pulled(source, book));
  if (tame.length > longestHtml) throw new TooLong();
  const [{ fromHtml }, { toMdast }] = await Promise.all([
    import('hast-util-from-html'),
    import('hast-util-to-mdast'),
  ]);
  const tree = toMdast(fromHtml(tame, { fragment: true }) as HtmlRoot, {
    document: true,
    handlers: handlersFor(book),
  }) as Root;
  mathsInText(tree);
  return writeMarkdown(tree);
}

/** A tree as Markdown, with everything escaped that would be read as a mark. */
async function writeMarkdown(tree: Root): Promise<string> {
  const [{ toMarkdown }, { gfmToMarkdown }, { mathToMarkdown }] = await Promise.all([
    import('mdast-util-to-markdown'),
    import('mdast-util-gfm'),
    import('mdast-util-math'),
  ]);
  return toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
  }).trim();
}

/** Pictures written into the text as data become files, before the rest is read. */
function pulled(source: string, book: AddressBook): string {
  return source.replace(
    /(["'])data:(image\/(?:png|jpeg|jpg|gif|webp));base64,([a-z0-9+/=\s%]*)\1/gi,
    (_all, _mark, mediaType: string, data: string) =>
      `"${book.keepPicture(Buffer.from(decodeURIComponentSafely(data), 'base64'), mediaType.toLowerCase())}"`,
  );
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const property = (element: Element, name: string): string => {
  const value = element.properties[name];
  return Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
};

function handlersFor(book: AddressBook): Record<string, Handle> {
  const target = (address: string): string | null => book.addressOf(address.trim().replace(/[\t\n\r]/g, ''));
  const phrasing = (state: State, element: Element): PhrasingContent[] =>
    state.all(element) as PhrasingContent[];
  const linked = (address: string, words: string): PhrasingContent | undefined => {
    const url = target(address);
    if (url === null) return words === '' ? undefined : { type: 'text', value: words };
    return { type: 'link', url, title: null, children: [{ type: 'text', value: words || url }] };
  };
  const embedded: Handle = (_state, element: Element) => {
    const address = property(element, 'src') || property(element, 'data');
    const words = property(element, 'title') || wordsIn(element).trim();
    return address === '' ? undefined : linked(address, words);
  };
  const played: Handle = (_state, element: Element) => {
    const source = element.children.find((child) => child.type === 'element' && child.tagName === 'source');
    const address = property(element, 'src') || (source ? property(source as Element, 'src') : '');
    const url = address === '' ? null : target(address);
    const words = property(element, 'title') || wordsIn(element).trim();
    if (url === null) return words === '' ? undefined : { type: 'text', value: words };
    // A sound or a film of the package is shown in its place, as a picture is.
    return url.startsWith('package:')
      ? { type: 'image', url, title: null, alt: words }
      : linked(address, words);
  };
  const maths: Handle = (_state, element: Element) => {
    const tex = texOf(element) ?? (property(element, 'alttext') || null);
    if (tex === null) return { type: 'text', value: wordsIn(element) };
    return { type: 'inlineMath', value: tex.replace(/\s+/g, ' ').replaceAll('$', '\\text{\\textdollar}') };
  };
  return {
    a(state, element: Element) {
      const children = phrasing(state, element);
      const address = property(element, 'href');
      const url = address === '' ? null : target(address);
      if (url === null || !holds(children)) return children;
      return { type: 'link', url, title: null, children };
    },
    img(_state, element: Element) {
      const equation = property(element, 'dataEquationContent');
      if (equation !== '') return { type: 'inlineMath', value: equation.replace(/\s+/g, ' ') };
      const alt = property(element, 'alt');
      const url = target(property(element, 'src'));
      if (url === null) return alt === '' ? undefined : { type: 'text', value: alt };
      return { type: 'image', url, title: null, alt };
    },
    iframe: embedded,
    embed: embedded,
    object: embedded,
    audio: played,
    video: played,
    math: maths,
    sup: (state, element: Element) => scriptLetters(phrasing(state, element), 'above'),
    sub: (state, element: Element) => scriptLetters(phrasing(state, element), 'below'),
    span(state, element: Element) {
      if (/\btask\b/.test(property(element, 'className'))) return { type: 'text', value: wordsIn(element) };
      return state.all(element);
    },
    // Underlined words are words: a line under them would be taken for a link.
    u: (state, element: Element) => state.all(element),
    summary: (state, element: Element) => ({
      type: 'paragraph',
      children: [{ type: 'strong', children: phrasing(state, element) }],
    }),
    input(_state, element: Element) {
      return property(element, 'type') === 'checkbox'
        ? { type: 'text', value: element.properties.checked === true ? '☑ ' : '☐ ' }
        : undefined;
    },
  };
}

const holds = (nodes: readonly Nodes[]): boolean =>
  nodes.some((node) =>
    node.type === 'text' || node.type === 'inlineCode'
      ? node.value.trim() !== ''
      : node.type === 'image' ||
        node.type === 'inlineMath' ||
        ('children' in node && holds((node as Parents).children)),
  );
