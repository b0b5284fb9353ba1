import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { observationPolicy } from '../observation.policy.ts';
import { observationHref } from '../observation.ts';
import { openIn } from '../open-observation.ts';
import { chooseInstrumentPage, noInstrument } from './choose-instrument.page.ts';
import { mayStillChoose, whyNotChosen } from './may-choose.ts';
import { instrumentOf, needsSetUp } from './chosen.ts';
import { chosenKind } from './once-chosen.ts';
import { saveChosen } from './save-chosen.ts';

/** The observed teacher chooses an instrument, another one, or none. Pupils and tables stay where another is chosen. */
export const chooseInstrument = action('/observations/:observation/instrument', {
  purpose: 'learning',
  access: observationPolicy,
  page: chooseInstrumentPage,
  input: z.object({ instrument: z.string({ error: 'Choose one.' }).max(100), version: version() }),
  async run(change, sent) {
    const { observation } = await openIn(change, ['proposed', 'agreed'], 'decide');
    if (!mayStillChoose(observation)) throw new Refused(whyNotChosen(observation));
    const instrument = instrumentOf(sent.instrument);
    if (sent.instrument !== noInstrument && !instrument)
      throw new Refused({ instrument: t('Choose one from the list.') });
    await saveChosen(change, observation, sent.version, {
      instrument: instrument?.id ?? null,
      pupils: observation.chosen?.pupils ?? [],
      seats: observation.chosen?.seats ?? null,
    });
    await change.record({
      kind: chosenKind,
      itemId: observation.id,
      body: { instrument: instrument?.id ?? null },
    });
    if (!instrument) return see(observationHref(observation), t('No instrument is chosen.'));
    return needsSetUp(instrument)
      ? see(observationHref(observation, 'instrument/set-up'), t('Chosen. One thing is still yours to say.'))
      : see(observationHref(observation), t('Chosen. {name} sees it here.', { name: observation.observer }));
  },
});
