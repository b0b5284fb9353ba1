import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';

/** An element of XML: names without their prefixes, all its own words in one. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
}

const deepest = 200;
const mostElements = 1_000_000;
/** Larger ones are no course but a dump. */
const mostBytes = 64 * 1024 * 1024;

const unreadable = (): Refused =>
  new Refused(t('A list inside this package cannot be read. Export the course again.'));

/**
 * Reads XML as a tree. What a document could bring along to be expanded or fetched (a DOCTYPE, and with it every entity
 * of its own) is refused; what stands in elements of the names in `without` is passed over and never kept.
 */
export async function readXml(
  bytes: Uint8Array,
  without: ReadonlySet<string> = new Set(),
): Promise<XmlElement> {
  const { SaxesParser } = await import('saxes');
  if (bytes.length > mostBytes) throw unreadable();
  const source = xmlText(bytes);
  const parser = new SaxesParser({ xmlns: false, position: false });
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  let elements = 0;
  let passedOver = 0;
  parser.on('error', () => {
    throw unreadable();
  });
  parser.on('doctype', () => {
    throw new Refused(
      t('A list inside this package brings rules of its own, which no course needs. We did not open it.'),
    );
  });
  parser.on('opentag', (tag) => {
    const name = local(tag.name);
    if (passedOver > 0 || without.has(name)) return void (passedOver += 1);
    elements += 1;
    if (open.length > deepest || elements > mostElements) throw unreadable();
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([key, value]) => [local(key), String(value)]),
    );
    const element: XmlElement = { name, attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (passedOver > 0) passedOver -= 1;
    else open.pop();
  });
  const words = (text: string): void => {
    if (passedOver === 0) open.at(-1)!.text += text;
  };
  parser.on('text', words);
  parser.on('cdata', words);
  // In pieces, so that what is too deep is refused before the rest is read.
  for (let at = 0; at < source.length; at += 65_536) parser.write(source.slice(at, at + 65_536));
  parser.close();
  if (root.children.length !== 1) throw unreadable();
  return root.children[0]!;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The text of a document in the alphabet that its first bytes name. */
export function xmlText(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(start)?.[1];
  const wide = start.startsWith('\u00ff\u00fe')
    ? 'utf-16le'
    : start.startsWith('\u00fe\u00ff')
      ? 'utf-16be'
      : null;
  try {
    return new TextDecoder(wide ?? named ?? 'utf-8').decode(bytes);
  } catch {
    throw unreadable();
  }
}

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The element at the end of a path of names, each the first of its name. */
export const childAt = (element: XmlElement | undefined, ...names: string[]): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>(
    (at, name) => at?.children.find((child) => child.name === name),
    element,
  );

/** Its words without what surrounds them; '' where it is not there. */
export const textAt = (element: XmlElement | undefined, ...names: string[]): string =>
  childAt(element, ...names)?.text.trim() ?? '';

/** Writes a tree down again. */
export function xmlOf({ name, attributes, children, text }: XmlElement): string {
  const says = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${says.join('')}>${children.length === 0 ? escapeXml(text) : children.map(xmlOf).join('\n')}</${name}>`;
}

/** Escaped for elements and quoted attributes; what XML cannot hold at all is left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"\r]/g, (character) => `&#${character.codePointAt(0)};`);
