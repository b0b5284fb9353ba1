import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { choice, day, optionalId, optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { practiceHref } from './addresses.ts';
import { selectCompanions } from './companions.queries.ts';
import { openGoingOn } from './open-own-practice.ts';
import { rehearsalHows } from './practice.ts';
import { practicePage } from './practice.page.ts';
import { practicePolicy } from './practice.policy.ts';
import { touch } from './practice.queries.ts';

const common = { purpose: 'learning', access: practicePolicy } as const;

/** Writes down a rehearsal, alone or with somebody one shares a circle with. */
export const addRehearsal = action('/practice/:person/:practice/rehearsals', {
  ...common,
  page: practicePage,
  input: z.object({
    on_date: day('Choose the day.'),
    how: choice(rehearsalHows, 'Choose how.'),
    with: optionalId(),
    words: optionalProse(2_000),
  }),
  async run(change, { on_date, how, with: withId, words }) {
    const { tx, now } = change;
    const practice = await openGoingOn(change);
    if (on_date > change.today)
      throw new Refused({ on_date: t('This day is still to come. Write it down when it has been.') });
    const companions = withId ? await selectCompanions(tx, change.who, change.today) : [];
    if (withId && !companions.some(({ personId }) => personId === withId))
      throw new Refused({ with: t('Choose somebody from the list.') });
    const id = newId(now);
    await tx
      .insertInto('practice_rehearsal')
      .values({
        owner_id: practice.ownerId,
        id,
        practice_id: practice.id,
        on_date,
        how,
        with_id: how === 'alone' ? null : withId,
        words,
        created_at: now,
      })
      .execute();
    await touch(tx, practice, now);
    await change.record({ ownerId: practice.ownerId, kind: 'practice.rehearsed', itemId: practice.id });
    return see(
      `${practiceHref(practice)}#rehearse`,
      t('Saved. Next: try it in class.'),
      practiceHref(practice, `rehearsals/${id}/end`),
    );
  },
});

/** Takes a rehearsal away that was written down by mistake. */
export const endRehearsal = action('/practice/:person/:practice/rehearsals/:rehearsal/end', {
  ...common,
  input: z.object({}),
  async run(change) {
    const practice = await openGoingOn(change);
    const rehearsal = practice.rehearsals.find(({ id }) => id === change.params.rehearsal);
    if (!rehearsal) throw new NotFound('There is no rehearsal of yours at this address.');
    await change.tx
      .updateTable('practice_rehearsal')
      .set({ ended_at: change.now })
      .where('owner_id', '=', practice.ownerId)
      .where('id', '=', rehearsal.id)
      .execute();
    await change.record({
      ownerId: practice.ownerId,
      kind: 'practice.rehearsal-ended',
      itemId: practice.id,
    });
    return see(practiceHref(practice), t('The rehearsal was taken away.'));
  },
});
