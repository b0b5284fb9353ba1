import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { observationAudience } from '../observation-audience.ts';
import { observationPolicy } from '../observation.policy.ts';
import { observationHref, sideBySide, stateOf, titleOf } from '../observation.ts';
import { openObservation, type OpenedObservation } from '../open-observation.ts';
import { evidenceToChoose } from './evidence.ts';

/** The record, for the observed teacher, once it stands side by side. Throws `NotFound` before. */
export async function openForEvidence(visit: Visit): Promise<OpenedObservation> {
  const opened = await openObservation(visit, 'decide');
  if (stateOf(opened.observation) !== 'done' || !sideBySide(opened.observation) || opened.item.endedAt)
    throw new NotFound('This comes once both accounts are ready.');
  return opened;
}

/** The observed teacher chooses what their goal rests on. */
export const evidencePage = page('/observations/:observation/evidence', {
  purpose: 'learning',
  access: observationPolicy,
  load: openForEvidence,
  view({ item, observation }, visit) {
    const action = observationHref(observation, 'evidence');
    const { values, errors } = visit.formAt(action);
    const choices = evidenceToChoose(observation);
    return {
      title: t('What my goal rests on'),
      audience: observationAudience(item, observation, visit.who),
      trail: [
        { label: t('My observations'), href: '/my-learning/observations' },
        { label: titleOf(observation), href: observationHref(observation) },
      ],
      body:
        choices.length === 0
          ? empty({
              says: t('Nothing was recorded during the visit. A goal can rest on what the two of you wrote.'),
              todo: { label: t('Write a goal'), href: observationHref(observation, 'write/plan') },
            })
          : html`<p>
                ${t('Choose the few things that matter most to you. They stay where they are; the goal points to them.')}
              </p>
              ${form(
                {
                  action,
                  button: t('Go on to the goal'),
                  values: { evidence: observation.evidence, ...values },
                  errors,
                  cancel: observationHref(observation),
                },
                (f) =>
                  f.checkboxes({
                    name: 'evidence',
                    label: t('Evidence'),
                    options: choices.map(({ reference, label, about, group }) => ({
                      value: reference,
                      label,
                      hint: about || undefined,
                      group,
                    })),
                  }),
              )}`,
    };
  },
});
