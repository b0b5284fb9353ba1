import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { moduleHref } from './modules.ts';
import { moduleOf, modulePage } from './module.page.ts';

/** Somebody says that they have finished a part. Their word is enough. */
export const finishModule = action('/coaching/preparation/:module/done', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  input: z.object({}),
  page: modulePage,
  async run(change) {
    const module = moduleOf(change);
    const made = await change.tx
      .insertInto('coaching_prepared')
      .values({
        owner_id: change.organisationId,
        person_id: change.who.personId,
        module: module.id,
        done_at: change.now,
      })
      .onConflict((conflict) => conflict.columns(['owner_id', 'person_id', 'module']).doNothing())
      .returning('module')
      .executeTakeFirst();
    if (!made) throw new Refused(t('You said already that you have finished this part.'));
    await change.record({
      kind: 'coaching.prepared',
      body: { personId: change.who.personId, module: module.id },
    });
    return see(moduleHref(module), t('This part is finished.'), `${moduleHref(module)}/not-done`);
  },
});

/** Takes that back. */
export const unfinishModule = action('/coaching/preparation/:module/not-done', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  input: z.object({}),
  page: modulePage,
  async run(change) {
    const module = moduleOf(change);
    const { numDeletedRows } = await change.tx
      .deleteFrom('coaching_prepared')
      .where('owner_id', '=', change.organisationId)
      .where('person_id', '=', change.who.personId)
      .where('module', '=', module.id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Refused(t('This part is not marked as finished.'));
    await change.record({
      kind: 'coaching.not-prepared',
      body: { personId: change.who.personId, module: module.id },
    });
    return see(moduleHref(module), t('This part waits for you again.'), `${moduleHref(module)}/done`);
  },
});
