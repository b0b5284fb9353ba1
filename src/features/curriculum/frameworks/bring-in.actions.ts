import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, optionalLine } from '#platform/http/input.ts';
import { action, roles, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { frameworkHref, newCurriculumPath, shippedPath } from '../addresses.ts';
import { curriculumKeepers } from '../curriculum.access.ts';
import type { CurriculumFile } from '../read/framework-document.ts';
import { readCurriculum } from '../read/read-curriculum.ts';
import { insertFramework } from './framework.queries.ts';
import { newCurriculumPage } from './new-curriculum.page.ts';
import { shippedCurricula, shippedFiles } from './shipped-curricula.ts';

const largestFile = 10 * 1_048_576;
const mostFiles = 60;

const common = {
  purpose: 'administration',
  access: roles(...curriculumKeepers),
  page: newCurriculumPage,
} as const;

/** Reads files of a curriculum into a version of its own, which nobody plans by until it was looked over. */
export const bringInFiles = action(newCurriculumPath, {
  ...common,
  uploads: largestFile,
  input: z.object({ title: optionalLine(160) }),
  async run(change, { title }) {
    const { uploads, services } = change;
    if (uploads.length > mostFiles)
      throw new Refused({ files: t('Choose {n} files at most.', { n: mostFiles }) });
    const files = await Promise.all(
      uploads.map(async ({ name, sha256 }) => ({
        name,
        bytes: await buffer(await services.storage.open(sha256)),
      })),
    );
    return bringIn(change, files, title);
  },
});

/** The same with files that come with the program. */
export const bringInShipped = action(shippedPath, {
  ...common,
  input: z.object({ curriculum: choice(shippedCurricula.map(({ id }) => id)) }),
  run: async (change, { curriculum }) => bringIn(change, await shippedFiles(curriculum), ''),
});

async function bringIn(change: Change, files: readonly CurriculumFile[], title: string): Promise<See> {
  const { tx, organisationId: ownerId, who, now } = change;
  const read = await readCurriculum(files, who.standing.locale);
  if ('unreadable' in read) throw new Refused({ files: read.unreadable });
  const named = title === '' ? read : { ...read, title };
  const id = await insertFramework(tx, { ownerId, broughtBy: who.personId }, named, now);
  await change.record({
    kind: 'curriculum.brought-in',
    body: { frameworkId: id, title: named.title, statements: named.statements.length },
  });
  return see(
    frameworkHref(id),
    t('It is read. Look it over; nobody plans by it yet.'),
    frameworkHref(id, 'end'),
  );
}
