import { t } from '#platform/i18n/i18n.ts';
import type { LinkAction } from '#ui/actions.ts';
import type { Protocol, ProtocolStep, TeachingDomain } from '#features/evidence/index.ts';
import { exemplarsPath, rubricHref } from './exemplar.ts';

/** Stages of protocols that are about one domain of teaching. Theirs and ours are cut differently: these come nearest. */
const domains: Readonly<Record<string, TeachingDomain>> = {
  behaviour: 'routines-and-climate',
  'instructional-design': 'explaining-and-modelling',
  assessment: 'practice-and-feedback',
};

/**
 * Where a step of a protocol finds films of teaching, or the rubric it goes through; undefined where it asks for neither.
 * For staff: guests find no examples.
 */
export function filmsOrRubricOf(
  protocol: Protocol | undefined,
  step: ProtocolStep | undefined,
): LinkAction | undefined {
  const stage = protocol?.stages.find(({ steps }) => steps.some(({ id }) => id === step?.id));
  const domain = domains[stage?.id ?? ''];
  if (!step || !domain) return undefined;
  if (step.kind === 'modelling' && step.ingredient === 'expert-exemplars')
    return {
      label: t('Examples that colleagues offered'),
      href: `${exemplarsPath}?domain=${domain}`,
      icon: 'learning',
    };
  if (step.kind === 'reflection' && step.ingredient === 'formative-rubric')
    return { label: t('A rubric to go through'), href: rubricHref(domain), icon: 'evidence' };
  return undefined;
}
