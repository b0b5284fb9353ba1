import { z } from 'zod';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { ticked } from '#platform/http/input.ts';
import { keptAnswer } from '#platform/http/queued.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { observationPolicy } from '../observation.policy.ts';
import { openIn } from '../open-observation.ts';
import { recordHref } from './addresses.ts';

/** An observer takes back an entry of their own, or brings it back. Nobody else can. */
const setEnd = (below: 'withdraw' | 'bring-back') =>
  action(`/observations/:observation/record/:entry/${below}`, {
    purpose: 'learning',
    access: observationPolicy,
    input: z.object({ queued: ticked() }),
    async run(change, { queued }) {
      const { observation } = await openIn(change, ['agreed', 'done']);
      const entry = observation.entries.find(({ id }) => id === change.params.entry);
      if (!entry) throw new NotFound('There is no such entry in this visit.');
      if (entry.personId !== change.who.personId)
        throw new NotAllowed('Only the person who recorded it can take it back.', 'Ask them.');
      const ends = below === 'withdraw';
      await change.tx
        .updateTable('observation_entry')
        .set({ ended_at: ends ? change.now : null })
        .where('owner_id', '=', observation.ownerId)
        .where('id', '=', entry.id)
        .execute();
      await change.record({
        kind: ends ? 'observation.entry-withdrawn' : 'observation.entry-brought-back',
        itemId: observation.id,
        body: { entry: entry.id },
      });
      if (queued) return keptAnswer(entry.id);
      const page = recordHref(observation);
      return ends
        ? see(page, t('It is taken back.'), recordHref(observation, `${entry.id}/bring-back`))
        : see(page, t('It is back.'));
    },
  });
export const withdrawEntry = setEnd('withdraw');
export const bringBackEntry = setEnd('bring-back');
