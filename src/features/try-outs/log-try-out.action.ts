import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { optionalId, ticked, ticks } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { attachUploads, largestFile, uploadInput } from '#features/files/index.ts';
import { tryOutHref } from './addresses.ts';
import { newTryOutPage } from './new-try-out.page.ts';
import { planRevisit } from './revisits.ts';
import { readWithin } from './read-within.ts';
import { readersToChoose, selectSurroundings } from './sharing.queries.ts';
import { tryOutInput, wrongTryOut } from './try-out-form.ts';
import { tryOutPolicy } from './try-out.policy.ts';
import { insertTryOut } from './try-out.queries.ts';
import { intervals } from './widening.ts';

/** Writes down what one tried: one's own, shared with nobody unless readers were ticked. */
export const logTryOut = action('/my-learning/try-outs/new', {
  purpose: 'learning',
  access: members('staff'),
  page: newTryOutPage,
  uploads: largestFile,
  input: z.object({
    ...tryOutInput,
    ...uploadInput,
    readers: ticks(50),
    remind: ticked(),
    after: optionalId(),
  }),
  alsoWrong: ({ today }, sent) => wrongTryOut(sent, today),
  async run(change, sent) {
    const { tx, who, now, today } = change;
    const surroundings = await selectSurroundings(tx, who, today);
    const written = readWithin(change, surroundings, sent);
    const known = new Set(readersToChoose(surroundings).map(({ principal }) => principal));
    if (sent.readers.some((reader) => !known.has(reader)))
      throw new Refused({ readers: t('Choose readers from the list.') });
    const ownerId = who.personId;
    const id = await insertItem(
      tx,
      {
        ownerId,
        policy: tryOutPolicy,
        authorId: ownerId,
        excludesManagers: true,
        grants: sent.readers.map((principal) => ({ principal, ability: 'contribute' })),
      },
      now,
    );
    const tryOut = { ownerId, id };
    await insertTryOut(tx, { ...tryOut, organisationId: change.organisationId }, written, now);
    const files = await attachUploads(change, tryOut, sent);
    await change.record({
      ownerId,
      kind: 'try-out.logged',
      itemId: id,
      body: { organisationId: change.organisationId, files, after: sent.after },
      tell: true,
    });
    const dueOn =
      sent.remind &&
      written.practiceId === null &&
      (await planRevisit(change, tryOut, { number: 1, afterDays: intervals[0] }));
    return see(
      tryOutHref(tryOut),
      [
        sent.readers.length > 0 ? t('Saved, and shared as you chose.') : t('Saved. Only you can see it.'),
        dueOn ? t('You will be reminded on {day}.', { day: formatDate(dueOn, 'weekday') }) : '',
      ]
        .filter(Boolean)
        .join(' '),
    );
  },
});
