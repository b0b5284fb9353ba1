import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { curriculumKeepers } from '../curriculum.access.ts';
import type { Framework } from './framework.ts';
import { selectFramework } from './framework.queries.ts';

/** The version in the address, for a change by its keepers; also one taken away. Throws `NotFound`. */
export async function openFramework({ db, params, organisationId }: Visit): Promise<Framework> {
  const id = params.framework ?? '';
  const framework = isId(id) ? await selectFramework(db, organisationId, id) : undefined;
  if (!framework) throw new NotFound();
  return framework;
}

/** Throws `NotFound` for staff where it is looked over still, or was taken away. */
export function mustBeShown({ publishedAt, endedAt }: Framework, { who }: Visit): void {
  if (!who.hasAny(curriculumKeepers) && (publishedAt === null || endedAt !== null))
    throw new NotFound(t('This curriculum is not used here.'));
}
