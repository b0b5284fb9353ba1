import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { curriculumPath, frameworkHref } from '../addresses.ts';
import { curriculumKeepers } from '../curriculum.access.ts';
import { frameworkPage } from './framework.page.ts';
import { updateFramework } from './framework.queries.ts';
import { openFramework } from './open-framework.ts';

const common = {
  purpose: 'administration',
  access: roles(...curriculumKeepers),
  page: frameworkPage,
  input: z.object({}),
} as const;

/** From now on plans name its statements. Earlier versions stay as they are. */
export const useFramework = action(frameworkHref(':framework', 'use'), {
  ...common,
  async run(change) {
    const { id, publishedAt, endedAt, title } = await openFramework(change);
    if (endedAt !== null) throw new Refused(t('It was taken away. Bring it back first.'));
    if (publishedAt !== null) throw new Refused(t('It is in use already.'));
    await updateFramework(change.tx, change.organisationId, id, { published_at: change.now });
    await change.record({ kind: 'curriculum.used', body: { frameworkId: id, title } });
    return see(frameworkHref(id), t('Plans can name its statements from now on.'));
  },
});

export const endFramework = action(frameworkHref(':framework', 'end'), {
  ...common,
  run: (change) => setEnded(change, change.now),
});

export const restoreFramework = action(frameworkHref(':framework', 'restore'), {
  ...common,
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, at: Date | null): Promise<See> {
  const { id, endedAt, title } = await openFramework(change);
  if ((endedAt !== null) === (at !== null))
    throw new Refused(at ? t('It is taken away already.') : t('It is there already.'));
  await updateFramework(change.tx, change.organisationId, id, { ended_at: at });
  await change.record({
    kind: at ? 'curriculum.ended' : 'curriculum.restored',
    body: { frameworkId: id, title },
  });
  return at
    ? see(
        curriculumPath,
        t('This version is taken away. Plans that name its statements keep them.'),
        frameworkHref(id, 'restore'),
      )
    : see(frameworkHref(id), t('This version is back.'), frameworkHref(id, 'end'));
}
