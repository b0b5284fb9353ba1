import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { t } from '#platform/i18n/i18n.ts';
import type { CurriculumFile } from '../read/framework-document.ts';

interface ShippedCurriculum {
  id: string;
  title(): string;
  /** What it is and what it is not. */
  says(): string;
}

const folder = new URL('../../../../catalogue/curricula/', import.meta.url);

/** Curricula whose files come with the program; each has a folder of its name in `catalogue/curricula/`. */
export const shippedCurricula: readonly ShippedCurriculum[] = [
  {
    id: 'england-0.1.0',
    title: () => t('National curriculum for England, version 0.1.0'),
    says: () =>
      t(
        'History from Key Stage 1 to 3 in full and a small part of science, as Oak National Academy published it for the Department for Education under the Open Government Licence. A first version: the other subjects have no statements in it yet.',
      ),
  },
];

/** The files of one of them. */
export async function shippedFiles(id: string): Promise<CurriculumFile[]> {
  const at = fileURLToPath(new URL(`${id}/`, folder));
  const names = (await readdir(at)).filter((name) => name.endsWith('.ttl')).toSorted();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(`${at}${name}`) })));
}
