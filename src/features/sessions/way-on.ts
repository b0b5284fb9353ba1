import { t } from '#platform/i18n/i18n.ts';
import type { LinkAction } from '#ui/actions.ts';
import { programmeHref, type Programme, type Step } from '#features/programmes/index.ts';

/** Kinds of step that are done on a page of another room: where, and what the way there is called. */
const ways: Readonly<Record<string, (programme: Pick<Programme, 'slug'>) => LinkAction>> = {
  survey: () => ({
    label: t('Write your starting points'),
    href: '/my-learning/starting-points',
    icon: 'edit',
  }),
  interview: () => ({
    label: t('See what you share of your starting points'),
    href: '/my-learning/starting-points',
    icon: 'people',
  }),
  agreement: (programme) => ({
    label: t('The agreements of this programme'),
    href: programmeHref(programme, 'agreements'),
    icon: 'sign',
  }),
  tryout: () => ({ label: t('Write down what you tried'), href: '/my-learning/try-outs', icon: 'practice' }),
  'on-call': (programme) => ({
    label: t('Ask the specialist'),
    href: programmeHref(programme, 'questions'),
    icon: 'question',
  }),
  exercise: (programme) => ({
    label: t('Go to the exercises'),
    href: programmeHref(programme, 'exercises'),
    icon: 'next',
  }),
  measure: (programme) => ({
    label: t('Take the measure'),
    href: programmeHref(programme, 'evaluation'),
    icon: 'pupils',
  }),
  'peer-assessment': () => ({
    label: t('Say how far your partner has come'),
    href: '/my-learning/peer-assessments',
    icon: 'peer',
  }),
  'peer-observation': () => ({
    label: t('Your observations'),
    href: '/my-learning/observations',
    icon: 'peer',
  }),
  'specialist-observation': () => ({
    label: t('Your observations'),
    href: '/my-learning/observations',
    icon: 'specialist',
  }),
};

/** What only those who take part as teachers do: a specialist from outside has no such pages. */
const ofParticipants = new Set(['survey', 'tryout', 'measure', 'peer-assessment']);

/** Where one goes on from a step, when it is done on another page that the reader has. */
export const wayOn = (
  programme: Pick<Programme, 'slug'>,
  step: Pick<Step, 'kind'>,
  isStaff: boolean,
): LinkAction | undefined =>
  isStaff || !ofParticipants.has(step.kind) ? ways[step.kind]?.(programme) : undefined;
