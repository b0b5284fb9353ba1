import { page } from '#platform/http/route.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { observationAudience } from '../observation-audience.ts';
import { observationPolicy } from '../observation.policy.ts';
import { observationHref, titleOf } from '../observation.ts';
import { openObservation, type OpenedObservation } from '../open-observation.ts';
import { instrumentInWords } from './instrument.view.ts';
import { mayStillChoose, whyNotChosen } from './may-choose.ts';

/** What the form sends where the teacher wants none. */
export const noInstrument = 'none';

/** What every page about the choice has around it. */
export const around = ({ item, observation }: OpenedObservation, visit: Visit) => ({
  audience: observationAudience(item, observation, visit.who),
  trail: [
    { label: t('My observations'), href: '/my-learning/observations' },
    { label: titleOf(observation), href: observationHref(observation) },
  ],
});

/** The observed teacher chooses what the observer writes with. */
export const chooseInstrumentPage = page('/observations/:observation/instrument', {
  purpose: 'learning',
  access: observationPolicy,
  load: (visit) => openObservation(visit, 'decide'),
  view(opened, visit) {
    const { observation } = opened;
    const action = observationHref(observation, 'instrument');
    const { values, errors } = visit.formAt(action);
    const { instruments } = catalogue();
    return {
      title: t('What is the visit recorded with?'),
      ...around(opened, visit),
      body: html`<p>
          ${t('You choose, because it is your lesson. Each describes what can be seen and heard; none judges. {name} sees your choice before the visit.', { name: observation.observer })}
        </p>
        ${
          mayStillChoose(observation)
            ? form(
                {
                  action,
                  button: t('Choose it'),
                  values: { instrument: observation.chosen?.instrument, ...values },
                  errors,
                  hidden: { version: observation.chosen?.version ?? 0 },
                  cancel: observationHref(observation),
                },
                (f) =>
                  f.radios({
                    name: 'instrument',
                    label: t('Instrument'),
                    required: true,
                    options: [
                      ...instruments.map(({ id, title, plain }) => ({
                        value: id,
                        label: t(title),
                        hint: t(plain),
                      })),
                      {
                        value: noInstrument,
                        label: t('None: {name} writes afterwards', { name: observation.observer }),
                      },
                    ],
                  }),
              )
            : notice('info', whyNotChosen(observation))
        }
        <h2>${t('What each is for, and what it cannot tell')}</h2>
        ${instruments.map((instrument) => details(t(instrument.title), instrumentInWords(instrument)))}`,
    };
  },
});
