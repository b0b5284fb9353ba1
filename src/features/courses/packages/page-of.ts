import type { PackageBuilder } from './builder.ts';
import { partsOfPage } from './builder.ts';
import { nameOf, type PackageActivity } from './course-package.ts';
import { decodeHtml } from './decode-html.ts';

/** An HTML file as a page; where it is longer than a page can be, it stays a file. */
export async function pageOf(
  builder: PackageBuilder,
  path: string,
  bytes: Uint8Array,
  place: Pick<PackageActivity, 'title' | 'depth' | 'hidden'>,
  addressOf: (address: string) => string | null,
): Promise<PackageActivity | null> {
  const { title: said, html } = partsOfPage(decodeHtml(bytes));
  const title = place.title || said || nameOf(path);
  const hidden =
    place.hidden || /<meta[^>]+name="workflow_state"[^>]+content="unpublished"/i.test(html.slice(0, 20_000));
  const text = await builder.text(html, title, addressOf);
  if (text !== null) return { kind: 'page', title, depth: place.depth, hidden, text, from: path };
  builder.addFile(path, {
    path,
    bytes: bytes.length,
    open: () => bytes,
    head: () => bytes.subarray(0, 4096),
  });
  return { kind: 'file', title, depth: place.depth, hidden, path, about: '', from: path };
}
