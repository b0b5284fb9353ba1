import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { observationHref, stateOf } from '../observation.ts';
import type { OpenedObservation } from '../open-observation.ts';
import { preparedSince } from '../record/prepared-since.ts';
import { hasPart, instrumentOf, needsSetUp, seatsAsTyped } from './chosen.ts';
import { instrumentInWords, preparation } from './instrument.view.ts';
import { mayStillChoose } from './may-choose.ts';

/** What the visit is recorded with, as both see it before; for the observed teacher the ways to change it. */
export function recordedWith(
  { observation, observed, observer, item }: OpenedObservation,
  today: string,
): Html {
  const { chosen } = observation;
  const instrument = instrumentOf(chosen?.instrument);
  const changes = observed && !item.endedAt && mayStillChoose(observation);
  if (!chosen || !instrument) {
    if (observer && !item.endedAt && mayStillChoose(observation))
      return html`<h2>${t('What it is recorded with')}</h2>
        <p class="empty">
          ${t('You cannot record in the lesson yet: {name} chooses what you write with, and has not chosen. Ask them, or write afterwards what you noticed.', { name: observation.observed })}
        </p>`;
    return changes
      ? html`<h2>${t('What it is recorded with')}</h2>
          <p class="empty">
            ${t('Nothing is chosen. You may choose what {name} writes with in the lesson, and whom they watch.', { name: observation.observer })}
          </p>
          ${quietActions([{ label: t('Choose an instrument'), href: observationHref(observation, 'instrument') }])}`
      : nothing;
  }
  const over = stateOf(observation) === 'done' || observation.on < today;
  return html`<h2>${t('What it is recorded with')}</h2>
    <p><strong>${t(instrument.title)}.</strong> ${t(instrument.plain)}</p>
    ${definitionList([
      {
        term: t('Whom to watch'),
        says:
          hasPart(instrument, 'pupil-notes', 'predicted-observed') &&
          chosen.pupils.map(({ label, expected }) =>
            observed && expected
              ? html`${label}<br /><span class="meta as-written"
                    >${t('You expect: {words}', { words: expected })}</span
                  >`
              : label,
          ),
      },
      {
        term: t('The tables'),
        says:
          hasPart(instrument, 'seating-plan') &&
          chosen.seats !== null &&
          html`<span class="as-written">${seatsAsTyped(chosen.seats)}</span>`,
      },
    ])}
    ${details(t('What it is for, and what it cannot tell'), instrumentInWords(instrument), observer && !over)}
    ${
      (observed || observer) &&
      preparation(observation, instrument, {
        preparedAt: preparedSince(observation, instrument.id),
        observer: observer && !item.endedAt,
      })
    }
    ${
      changes &&
      quietActions([
        ...(needsSetUp(instrument)
          ? [
              {
                label: hasPart(instrument, 'seating-plan') ? t('Draw the tables') : t('Say whom it is about'),
                href: observationHref(observation, 'instrument/set-up'),
              },
            ]
          : []),
        { label: t('Choose another instrument'), href: observationHref(observation, 'instrument') },
      ])
    }`;
}
