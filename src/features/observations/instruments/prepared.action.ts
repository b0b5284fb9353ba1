import { z } from 'zod';
import { NotAllowed, Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { observationPage } from '../observation.page.ts';
import { observationPolicy } from '../observation.policy.ts';
import { observationHref } from '../observation.ts';
import { openIn } from '../open-observation.ts';
import { instrumentOf } from './chosen.ts';

/** The observer says that they have prepared for the instrument: once, and kept with them. */
export const sayPrepared = action('/observations/:observation/prepared', {
  purpose: 'learning',
  access: observationPolicy,
  page: observationPage,
  input: z.object({}),
  async run(change) {
    const { observation, observer } = await openIn(change, ['proposed', 'agreed', 'done']);
    if (!observer) throw new NotAllowed('The observer says this themselves.');
    const instrument = instrumentOf(observation.chosen?.instrument);
    if (!instrument?.preparation)
      throw new Refused(t('This has changed meanwhile, so nothing was done. Look at it again.'));
    const ownerId = change.who.personId;
    await change.tx
      .insertInto('observer_preparation')
      .values({ owner_id: ownerId, instrument: instrument.id, prepared_at: change.now })
      .onConflict((conflict) => conflict.columns(['owner_id', 'instrument']).doNothing())
      .execute();
    await change.record({
      ownerId,
      kind: 'observation.prepared',
      body: { instrument: instrument.id },
    });
    return see(observationHref(observation, 'record'), t('Noted. The page for recording is open.'));
  },
});
