import { glob, readFile } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';

export const root = dirname(import.meta.dirname);

export interface Import {
  /** Paths from the project's folder, with forward slashes. */
  from: string;
  to: string;
  line: number;
  /** What is taken from there that exists while the program runs; empty for `import * as` and `import()`. */
  names: string[];
  /** Gone before the program runs. */
  typeOnly: boolean;
}

const aliases: Record<string, string> = {
  '#platform/': 'src/platform/',
  '#ui/': 'src/ui/',
  '#features/': 'src/features/',
  '#src/': 'src/',
  '#seeds/': 'seeds/',
  '#test/': 'test/',
};

/** `import … from '…'`, `export … from '…'`, `import '…'` and `import('…')`. */
const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:([^'"`;]*?)\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import between files of this project. */
export async function readImports(): Promise<Import[]> {
  const files = await sourceFiles();
  const all = await Promise.all(files.map(async (from) => importsOf(from, await readSource(from))));
  return all.flat();
}

export async function sourceFiles(): Promise<string[]> {
  const found = await Array.fromAsync(glob('{src,test,scripts,seeds,bench}/**/*.ts', { cwd: root }));
  return found.map((file) => file.replaceAll(sep, '/')).toSorted();
}

export const readSource = (file: string): Promise<string> => readFile(join(root, file), 'utf8');

export function importsOf(from: string, source: string): Import[] {
  const text = withoutComments(source);
  return [...text.matchAll(statement)].flatMap((match) => {
    const [, type, names = '', named, dynamic] = match;
    const to = resolve(from, named ?? dynamic!);
    if (to === undefined) return [];
    // `import { type A, type B } from` is gone as well.
    const inBraces = /^\{(.*)\}$/s.exec(names.trim())?.[1];
    const values =
      inBraces?.split(',').filter((name) => name.trim() !== '' && !/^\s*type\s/.test(name)) ?? [];
    const line = text.slice(0, match.index + match[0].length).split('\n').length;
    return [
      {
        from,
        to,
        line,
        names: values.map((name) => name.trim()),
        typeOnly: type !== undefined || (inBraces !== undefined && values.length === 0),
      },
    ];
  });
}

function resolve(from: string, to: string): string | undefined {
  if (to.startsWith('.')) return posix.join(posix.dirname(from), to);
  const alias = Object.keys(aliases).find((prefix) => to.startsWith(prefix));
  return alias && aliases[alias] + to.slice(alias.length);
}

/** The text with comments blanked, so that lines keep their numbers. Strings are left as they are. */
export const withoutComments = (source: string): string =>
  source.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|(^|[^:\\])\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (whole, text: string | undefined, before: string | undefined) =>
      text ?? (before ?? '') + whole.slice(before?.length ?? 0).replace(/[^\n]/g, ' '),
  );
