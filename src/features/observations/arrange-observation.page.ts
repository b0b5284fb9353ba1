import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { whenFields } from './new-observation.page.ts';
import { observationAudience } from './observation-audience.ts';
import { observationPolicy } from './observation.policy.ts';
import { observationHref, type Observation, titleOf } from './observation.ts';
import { openObservation } from './open-observation.ts';

const draftOf = ({ id }: Observation): string => `observation:${id}:arrange`;

/** Moves an observation, or says better what to look for. Either of the two may. */
export const arrangeObservationPage = page('/observations/:observation/arrange', {
  purpose: 'learning',
  access: observationPolicy,
  async load(visit) {
    const opened = await openObservation(visit, 'takePart');
    return { ...opened, draft: await visit.draft(draftOf(opened.observation)) };
  },
  view({ item, observation, draft }, visit) {
    const action = observationHref(observation, 'arrange');
    const { values, errors } = visit.formAt(action);
    const { on, startsAt, minutes, place, pupils, focus } = observation;
    return {
      title: t('Change day, time or what to look for'),
      audience: observationAudience(item, observation, visit.who),
      trail: [
        { label: t('My observations'), href: '/my-learning/observations' },
        { label: titleOf(observation), href: observationHref(observation) },
      ],
      body: form(
        {
          action,
          button: t('Save'),
          values: { on_date: on, starts_at: startsAt, minutes, place, pupils, focus, ...draft, ...values },
          errors,
          draft: draftOf(observation),
          hidden: { version: observation.version },
          cancel: observationHref(observation),
        },
        whenFields,
      ),
    };
  },
});
