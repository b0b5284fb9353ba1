import { nodesOf, parseText } from '#ui/text/parse-text.ts';

interface Found {
  from: number;
  to: number;
  address: string;
}

/**
 * A text with the addresses in it made others, in its pictures and its links; null leaves one as it is. Nothing else of
 * the text is touched.
 */
export function addressesInText(
  text: string,
  pictureAt: (address: string) => string | null,
  linkTo: (address: string) => string | null,
): string {
  const found: Found[] = [];
  for (const node of nodesOf(parseText(text))) {
    if (node.type !== 'image' && node.type !== 'link' && node.type !== 'definition') continue;
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) continue;
    const address = node.type === 'image' ? pictureAt(node.url) : linkTo(node.url);
    // The address is the last thing within a link or a picture; what stands before it are its words.
    const at = text.slice(start, end).lastIndexOf(node.url);
    if (address !== null && at >= 0)
      found.push({ from: start + at, to: start + at + node.url.length, address });
  }
  return found
    .toSorted((a, b) => b.from - a.from)
    .reduce((result, { from, to, address }) => result.slice(0, from) + address + result.slice(to), text);
}
