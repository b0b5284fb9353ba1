import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { tryOutHref } from './addresses.ts';
import { editTryOutPage, openOwnTryOut } from './edit-try-out.page.ts';
import { readWithin } from './read-within.ts';
import { selectSurroundings } from './sharing.queries.ts';
import { saidIn, tryOutInput, wrongTryOut } from './try-out-form.ts';
import { tryOutPolicy } from './try-out.policy.ts';
import { updateTryOut } from './try-out.queries.ts';

/** Saves a new version of one's own try-out. Throws `Stale` when it was saved elsewhere, as in another tab. */
export const saveTryOut = action('/try-outs/:person/:tryOut/edit', {
  purpose: 'learning',
  access: tryOutPolicy,
  page: editTryOutPage,
  input: z.object({ ...tryOutInput, version: version() }),
  alsoWrong: ({ today }, sent) => wrongTryOut(sent, today),
  async run(change, { version: shown, ...sent }) {
    const { tx, who, now, today } = change;
    const tryOut = await openOwnTryOut(change);
    const written = readWithin(change, await selectSurroundings(tx, who, today), sent, tryOut);
    if (!(await updateTryOut(tx, tryOut, shown, written, now))) {
      const current = await openOwnTryOut(change);
      await throwStale(tx, current, { version: current.version, fields: saidIn(current) }, now);
    }
    await change.record({
      ownerId: tryOut.ownerId,
      kind: 'try-out.changed',
      itemId: tryOut.id,
      body: { version: shown + 1, organisationId: change.organisationId },
      tell: true,
    });
    return see(tryOutHref(tryOut), t('The changes are saved. The earlier text is kept.'));
  },
});
