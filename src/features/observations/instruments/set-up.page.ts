import { page } from '#platform/http/route.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Instrument } from '#features/evidence/index.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { observationPolicy } from '../observation.policy.ts';
import { type Observation, observationHref } from '../observation.ts';
import { openObservation, type OpenedObservation } from '../open-observation.ts';
import { around } from './choose-instrument.page.ts';
import { mayStillChoose, whyNotChosen } from './may-choose.ts';
import { type Chosen, hasPart, instrumentOf, mostPupils, seatsAsTyped } from './chosen.ts';

interface OpenedChoice extends OpenedObservation {
  chosen: Chosen;
  instrument: Instrument;
}

/** The observation with the instrument that was chosen for it. Throws `NotFound` where none is. */
export async function openChoice(visit: Visit): Promise<OpenedChoice> {
  const opened = await openObservation(visit, 'decide');
  const { chosen } = opened.observation;
  const instrument = instrumentOf(chosen?.instrument);
  if (!chosen || !instrument) throw new NotFound('No instrument is chosen for this visit yet.');
  return { ...opened, chosen, instrument };
}

/** Whether pupils are chosen for it. */
export const aboutPupils = (instrument: Instrument): boolean =>
  hasPart(instrument, 'pupil-notes', 'predicted-observed');

const draftOf = ({ id }: Observation): string => `observation:${id}:set-up`;

/** Whom the observer looks at, what the teacher expects of them, and how the tables stand. */
export const setUpPage = page('/observations/:observation/instrument/set-up', {
  purpose: 'learning',
  access: observationPolicy,
  async load(visit) {
    const opened = await openChoice(visit);
    return { opened, draft: await visit.draft(draftOf(opened.observation)) };
  },
  view({ opened, draft }, visit) {
    const { observation, chosen, instrument } = opened;
    const action = observationHref(observation, 'instrument/set-up');
    const { values, errors } = visit.formAt(action);
    return {
      title: aboutPupils(instrument) ? t('Whom it is about') : t('How the tables stand'),
      ...around(opened, visit),
      status: { where: t('Recorded with: {title}', { title: t(instrument.title) }) },
      body: mayStillChoose(observation)
        ? form(
            {
              action,
              button: t('Save'),
              values: { ...valuesOf(chosen), ...draft, ...values },
              errors,
              draft: draftOf(observation),
              hidden: { version: chosen.version },
              cancel: observationHref(observation),
            },
            (f) => [
              aboutPupils(instrument) &&
                pupilFields(f, hasPart(instrument, 'predicted-observed'), observation.observer),
              hasPart(instrument, 'seating-plan') && seatsField(f),
            ],
          )
        : notice('info', whyNotChosen(observation)),
    };
  },
});

function valuesOf({ pupils, seats }: Chosen): Record<string, string> {
  const values: Record<string, string> = { seats: seatsAsTyped(seats) };
  for (const [n, { label, expected }] of pupils.entries()) {
    values[`pupil-${n + 1}`] = label;
    values[`expected-${n + 1}`] = expected;
  }
  return values;
}

const pupilFields = (f: Fields, expects: boolean, observer: string): Html =>
  html`<p>
      ${t('Choose a few pupils who may meet the lesson differently. Say who they are in words that you and {name} understand; leave full names out.', { name: observer })}
    </p>
    ${expects && html`<p>${t('What you expect of them stays yours until both of you are ready, so that {name} looks with their own eyes.', { name: observer })}</p>`}
    ${Array.from({ length: mostPupils }, (_, n) => [
      f.text({
        name: `pupil-${n + 1}`,
        label: t('Pupil {n}', { n: n + 1 }),
        unmarked: true,
        ...(n === 0 && { hint: t('Such as: Pupil A, by the window') }),
      }),
      expects &&
        f.textarea({
          name: `expected-${n + 1}`,
          label: t('What you expect of pupil {n}', { n: n + 1 }),
          unmarked: true,
          rows: 2,
        }),
    ])}`;

const seatsField = (f: Fields): Html =>
  f.textarea({
    name: 'seats',
    label: t('The tables'),
    hint: t(
      'A line for each row, the front row first. Write what each seat is called, with commas between; a dash where there is no seat. Such as: A, B, -, C, D',
    ),
    rows: 6,
  });
