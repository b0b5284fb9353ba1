import { NotAllowed } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Value } from '#ui/html.ts';
import { instrumentOf } from '../instruments/chosen.ts';
import { preparation } from '../instruments/instrument.view.ts';
import { observationPolicy } from '../observation.policy.ts';
import { type Observation, observationHref, sideBySide, stateOf, titleOf } from '../observation.ts';
import { openObservation } from '../open-observation.ts';
import { preparedSince } from './prepared-since.ts';
import { recordView } from './record.view.ts';

/** Where an observer records what pupils do, on a phone in the classroom. */
export const recordPage = page('/observations/:observation/record', {
  purpose: 'learning',
  access: observationPolicy,
  async load(visit) {
    const opened = await openObservation(visit, 'takePart');
    if (!opened.observer)
      throw new NotAllowed(
        'The observer records here. What they recorded stands beside your own account once both of you are ready.',
      );
    return opened;
  },
  view({ observation }, visit) {
    const open = sideBySide(observation);
    return {
      title: t('Record the visit'),
      audience: {
        icon: open ? 'people' : 'private',
        words: open
          ? t('You, {name}, and those with whom {name} shares it', { name: observation.observed })
          : t('Only you, until you and {name} are both ready', { name: observation.observed }),
        why: t(
          '{name}, who is observed, holds the record and decides who else reads it. Line managers are kept out.',
          { name: observation.observed },
        ),
      },
      trail: [
        { label: t('My observations'), href: '/my-learning/observations' },
        { label: titleOf(observation), href: observationHref(observation) },
      ],
      body: bodyOf(observation, visit),
    };
  },
});

function bodyOf(observation: Observation, visit: Parameters<typeof recordView>[1]): Value & object {
  const { chosen } = observation;
  const instrument = instrumentOf(chosen?.instrument);
  if (!chosen || !instrument)
    return empty({
      says: t(
        '{name} has not chosen what the visit is recorded with. Ask them, or write afterwards what you noticed.',
        {
          name: observation.observed,
        },
      ),
      todo: { label: t('The observation'), href: observationHref(observation) },
    });
  if (!['agreed', 'done'].includes(stateOf(observation)))
    return empty({
      says: t('The visit is not agreed, so there is nothing to record.'),
      todo: { label: t('The observation'), href: observationHref(observation) },
    });
  const preparedAt = preparedSince(observation, instrument.id);
  if (instrument.preparation && preparedAt === null)
    return html`<p>
        ${t('This page opens once you have prepared for “{title}”.', { title: t(instrument.title) })}
      </p>
      ${preparation(observation, instrument, { preparedAt, observer: true })}`;
  return recordView({ observation, chosen, instrument }, visit);
}
