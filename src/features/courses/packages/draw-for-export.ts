import type { Nodes } from 'mdast';
import { drawText, type ShownFile } from '#ui/text/draw-text.ts';
import { nodesOf, parseText } from '#ui/text/parse-text.ts';
import { escapeText } from '#platform/escape-text.ts';
import { pathOfAddress, type PackageFile } from './course-package.ts';

/** Where what a text names stands in what is written: an address from the text’s own place, or null. */
export type WrittenAt = (path: string) => string | null;

/**
 * A text of a package as HTML for outside. It is drawn as everywhere else, whose links lead only into the site, to the web
 * or to mail; so links within the package take an address of the site while drawing, one that the text does not hold.
 */
export function drawForExport(
  text: string,
  files: ReadonlyMap<string, Pick<PackageFile, 'mediaType' | 'name'>>,
  writtenAt: WrittenAt,
): string {
  const root = parseText(text);
  const mark = markOutside(text);
  const shown = new Map<string, ShownFile>();
  const links: string[] = [];
  for (const node of nodesOf(root)) {
    if (!hasAddress(node)) continue;
    const path = pathOfAddress(node.url);
    const href = path === null ? null : writtenAt(path);
    if (path === null || href === null) continue;
    const file = files.get(path);
    if (node.type === 'image' && file) {
      const id = String(shown.size).padStart(36, '0');
      shown.set(id, { href, type: file.mediaType, name: file.name });
      node.url = `file:${id}`;
    } else {
      node.url = `/${mark}${links.length}`;
      links.push(href);
    }
  }
  return (
    drawText(root, shown)
      .text.replace(
        new RegExp(`href="/${mark}(\\d+)"`, 'g'),
        (_all, at: string) => `href="${escapeText(links[Number(at)]!)}"`,
      )
      .replaceAll(' loading="lazy"', '')
      // Other systems know the alignment of a column only so.
      .replaceAll('class="number"', 'align="right"')
  );
}

const hasAddress = (node: Nodes): node is Nodes & { url: string } =>
  node.type === 'link' || node.type === 'image' || node.type === 'definition';

function markOutside(text: string): string {
  let mark = 'within-';
  while (text.includes(mark)) mark = `x${mark}`;
  return mark;
}

/** An address that a browser follows from a folder so deep to a path of the archive. */
export const hrefTo = (path: string, depth = 0): string =>
  '../'.repeat(depth) + path.split('/').map(encodeURIComponent).join('/');
