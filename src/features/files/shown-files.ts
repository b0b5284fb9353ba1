import type { ShownFile } from '#ui/text/draw-text.ts';
import { fileHref, size } from './file.view.ts';
import type { KeptFile } from './file.queries.ts';

/** Files as a text shows them, by id. `hrefOf` is for a room that sends them to its own readers. */
export const shownFiles = (
  files: readonly KeptFile[],
  hrefOf: (file: KeptFile) => string = fileHref,
): Map<string, ShownFile> =>
  new Map(
    files.map((file) => [
      file.id,
      { href: hrefOf(file), type: file.mediaType, name: file.name, size: size(file.bytes) },
    ]),
  );

/** What one writes in a text to show a file; the words are what it shows. */
export const fileInText = ({ id }: Pick<KeptFile, 'id'>, words: string): string =>
  `![${words.replace(/[[\]\\]/g, '')}](file:${id})`;
