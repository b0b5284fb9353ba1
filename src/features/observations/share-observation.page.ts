import { onlyYou } from '#platform/access/audience-words.ts';
import { principals } from '#platform/access/items.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { type Companion, selectCompanions } from './group.queries.ts';
import { observationPolicy } from './observation.policy.ts';
import { type Observation, observationHref, titleOf } from './observation.ts';
import { openObservation } from './open-observation.ts';

interface Reader {
  principal: string;
  label: string;
}

/** With whom the observed teacher may share it: their partners, their coach, their specialists, everyone in their programmes. */
export function readersToChoose(companions: readonly Companion[], observation: Observation): Reader[] {
  const readers = companions.flatMap(({ circleId, circle, circleKind, theySpecialist }): Reader[] => {
    if (circleKind === 'partnership')
      return [
        {
          principal: principals.circle(circleId, 'partner'),
          label: t('The partnership of {name}', { name: circle }),
        },
      ];
    const everyone = {
      principal: principals.circle(circleId),
      label: t('Everyone in {name}', { name: circle }),
    };
    return theySpecialist && circleKind === 'programme'
      ? [
          {
            principal: principals.circle(circleId, 'specialist'),
            label: t('The specialist of {name}', { name: circle }),
          },
          everyone,
        ]
      : [everyone];
  });
  const unique = [...new Map(readers.map((reader) => [reader.principal, reader])).values()];
  const gone = observation.grants.filter((grant) => !unique.some(({ principal }) => principal === grant));
  return [...unique, ...gone.map((principal) => ({ principal, label: t('A group you are no longer in') }))];
}

/** Who else may read it. The observed teacher alone decides. */
export const shareObservationPage = page('/observations/:observation/share', {
  purpose: 'learning',
  access: observationPolicy,
  async load(visit) {
    const { observation } = await openObservation(visit, 'decide');
    return { observation, companions: await selectCompanions(visit.db, visit.who, visit.today) };
  },
  view({ observation, companions }, visit) {
    const action = observationHref(observation, 'share');
    const { values, errors } = visit.formAt(action);
    const readers = readersToChoose(companions, observation);
    return {
      title: t('Who may read this observation'),
      audience: onlyYou(
        t('You were observed, so you alone decide. {name} can open it as the observer.', {
          name: observation.observer,
        }),
      ),
      trail: [
        { label: t('My observations'), href: '/my-learning/observations' },
        { label: titleOf(observation), href: observationHref(observation) },
      ],
      body:
        readers.length === 0
          ? empty({ says: t('You are in no programme or partnership, so there is nobody to choose.') })
          : html`<p>
                ${t('They read it once both of you have said that yours is ready. You can take it back at any time.')}
              </p>
              ${form(
                {
                  action,
                  button: t('Save who may read it'),
                  values: { readers: observation.grants, ...values },
                  errors,
                  cancel: observationHref(observation),
                },
                (f) =>
                  f.checkboxes({
                    name: 'readers',
                    label: t('Who else may read it'),
                    options: readers.map(({ principal, label }) => ({ value: principal, label })),
                  }),
              )}`,
    };
  },
});
