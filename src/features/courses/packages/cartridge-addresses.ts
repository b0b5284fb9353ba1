import type { Archive } from './archive.ts';
import { type PackageBuilder, pathFrom } from './builder.ts';
import type { Resource } from './cartridge-resources.ts';

export interface CartridgeAddresses {
  /** Keeps a file of the cartridge, unless it is what an activity is made of. */
  keep(path: string): void;
  /** What addresses mean in a text that stands in a folder. */
  from(folder: string): (address: string) => string | null;
}

/** Where addresses of a cartridge lead: from the text’s own folder, from the root, or in the ways of Canvas. */
export function cartridgeAddresses(
  resources: ReadonlyMap<string, Resource>,
  archive: Archive,
  builder: PackageBuilder,
): CartridgeAddresses {
  // Links lead to a page, a discussion or a quiz itself, and not to the file that describes it.
  const activities = new Set(
    [...resources.values()].flatMap(({ kind, path }) => (kind === 'file' || path === null ? [] : [path])),
  );
  const keep = (path: string): void => {
    const entry = archive.get(path);
    if (entry && !activities.has(path)) builder.addFile(path, entry);
  };
  const from =
    (folder: string) =>
    (address: string): string | null => {
      const decoded = address.replace(/^%24/i, '$').replace(/^(\$[\w-]+)%24/i, '$1$');
      const [, word, rest = ''] = /^\$([\w-]+)\$\/?(.*)$/s.exec(decoded) ?? [];
      const name = rest.replace(/[?#].*$/s, '').replace(/^.*\//s, '');
      // Pages and other things are named by their ids as well.
      const named = /^(?:CANVAS_OBJECT_REFERENCE|WIKI_REFERENCE)$/.test(word ?? '')
        ? resources.get(name)?.path
        : null;
      if (named) return builder.addressTo(named);
      for (const [base, to] of placesOf(folder, address, word, rest, name)) {
        const path = pathFrom(base, to, archive);
        if (path === null) continue;
        keep(path);
        return builder.addressTo(path);
      }
      return null;
    };
  return { keep, from };
}

/** Folders from which an address may be meant, the likeliest first, each with what is looked for there. */
function placesOf(
  folder: string,
  address: string,
  word: string | undefined,
  rest: string,
  name: string,
): (readonly [folder: string, address: string])[] {
  if (word === undefined) return [folder, ''].map((base) => [base, address]);
  if (/^IMS[-_]CC[-_]FILEBASE$/i.test(word)) return ['web_resources', '', folder].map((base) => [base, rest]);
  return word === 'WIKI_REFERENCE' ? [['wiki_content', `${name}.html`]] : [];
}
