import { nodesOf, parseText } from '#ui/text/parse-text.ts';
import { pathOfAddress } from '../packages/course-package.ts';

interface Found {
  from: number;
  to: number;
  address: string;
}

/**
 * A text of a package with its addresses into the package made those of here: pictures, sounds and films of the course's
 * files, links to its activities or files. What leads nowhere stays as it is and is drawn as words.
 *
 * @param pictureAt the address of a file as texts show it, or null
 * @param linkTo    where a link to a path of the package leads, or null
 */
export function addressesInText(
  text: string,
  pictureAt: (path: string) => string | null,
  linkTo: (path: string) => string | null,
): string {
  const found: Found[] = [];
  for (const node of nodesOf(parseText(text))) {
    if (node.type !== 'image' && node.type !== 'link' && node.type !== 'definition') continue;
    const path = pathOfAddress(node.url);
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (path === null || start === undefined || end === undefined) continue;
    const address = node.type === 'image' ? pictureAt(path) : linkTo(path);
    // The address is the last thing within a link or a picture; what stands before it are its words.
    const at = text.slice(start, end).lastIndexOf(node.url);
    if (address !== null && at >= 0)
      found.push({ from: start + at, to: start + at + node.url.length, address });
  }
  return found
    .toSorted((a, b) => b.from - a.from)
    .reduce((result, { from, to, address }) => result.slice(0, from) + address + result.slice(to), text);
}
