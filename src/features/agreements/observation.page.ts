import { audienceNote } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import type { Content } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { type Agreement, agreementHref, type Observation, partnersOf } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { agreementTitle, agreementTrail } from './agreement.view.ts';
import { openAgreement, type OpenedAgreement } from './open-agreement.ts';

/** The observation that the address names (`:observation`). Throws `NotFound` when the agreement has none such. */
export function observationOf({ observations }: Agreement, visit: Visit): Observation {
  const found = observations.find(({ id }) => id === visit.params.observation);
  if (!found) throw new NotFound();
  return found;
}

export const newObservationPage = page('/agreements/:agreement/observations/new', {
  purpose: 'learning',
  access: agreementPolicy,
  load: (visit) => openAgreement(visit, 'write'),
  view: (opened, visit) =>
    observationForm(opened, visit, {
      title: t('Plan an observation'),
      action: agreementHref(opened.agreement, 'observations/new'),
      values: {},
      button: t('Put it in both calendars'),
    }),
});

export const observationPage = page('/agreements/:agreement/observations/:observation', {
  purpose: 'learning',
  access: agreementPolicy,
  async load(visit) {
    const opened = await openAgreement(visit, 'write');
    return { ...opened, observation: observationOf(opened.agreement, visit) };
  },
  view: ({ observation, ...opened }, visit) =>
    observationForm(opened, visit, {
      title: t('Move an observation'),
      action: agreementHref(opened.agreement, `observations/${observation.id}`),
      values: {
        on: observation.on,
        at: observation.at,
        place: observation.place,
        who: `${observation.observerId} ${observation.observedId}`,
      },
      button: t('Save the new day'),
    }),
});

function observationForm(
  { item, agreement }: OpenedAgreement,
  visit: Visit,
  about: { title: string; action: string; values: Record<string, unknown>; button: string },
): Content {
  const partners = partnersOf(agreement);
  const state = visit.formAt(about.action);
  return {
    title: about.title,
    audience: audienceNote(item, agreementPolicy, visit.who),
    trail: [
      ...agreementTrail(agreement),
      { label: agreementTitle(agreement, visit.who.personId), href: agreementHref(agreement) },
    ],
    body: form(
      {
        ...state,
        action: about.action,
        button: about.button,
        values: state.values ?? about.values,
        cancel: agreementHref(agreement),
      },
      (f) => [
        f.select({
          name: 'who',
          label: t('Who observes whom'),
          required: true,
          options: partners.flatMap((observer) =>
            partners
              .filter((observed) => observed !== observer)
              .map((observed) => ({
                value: `${observer.personId} ${observed.personId}`,
                label: t('{observer} observes {observed}', {
                  observer: observer.name,
                  observed: observed.name,
                }),
              })),
          ),
        }),
        f.date({ name: 'on', label: t('Day'), required: true }),
        f.time({ name: 'at', label: t('Time'), hint: t('Leave it empty while no time is settled.') }),
        f.text({ name: 'place', label: t('Class or room'), maxlength: 200 }),
      ],
    ),
  };
}
