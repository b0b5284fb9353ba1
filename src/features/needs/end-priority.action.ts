import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { selectPriority, updatePriority } from './priorities.queries.ts';

/** Takes a priority off the list. What was joined to it keeps its name. */
export const endPriority = action('/school/priorities/:priority/end', {
  purpose: 'administration',
  access: roles(...learningLeaders),
  input: z.object({}),
  async run(change) {
    const id = await setEnded(change, change.now);
    return see('/school/priorities', t('The priority is taken away.'), `/school/priorities/${id}/restore`);
  },
});

export const restorePriority = action('/school/priorities/:priority/restore', {
  purpose: 'administration',
  access: roles(...learningLeaders),
  input: z.object({}),
  async run(change) {
    await setEnded(change, null);
    return see('/school/priorities', t('The priority is back.'));
  },
});

async function setEnded(change: Change, endedAt: Date | null): Promise<string> {
  const id = change.params.priority!;
  if (!isId(id) || !(await selectPriority(change.tx, change.organisationId, id))) throw new NotFound();
  await updatePriority(change.tx, change.organisationId, id, { endedAt });
  await change.record({ kind: endedAt ? 'priority.ended' : 'priority.restored', body: { priorityId: id } });
  return id;
}
