import { t } from '#platform/i18n/i18n.ts';
import type { LinkAction } from '#ui/actions.ts';
import {
  type OpenedProgramme,
  programmeHref,
  type Programme,
  type ProgrammeAbility,
  type Step,
  stepHref,
} from '#features/programmes/index.ts';

/** Kinds of step that are done on a page of another room: where, and what the way there is called. */
type Way = (programme: Pick<Programme, 'slug'>, step: Pick<Step, 'number'>) => LinkAction;
const ways: Readonly<Record<string, Way>> = {
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
  'research-lesson': (programme, step) => ({
    label: t('Predict, observe and compare'),
    href: `${stepHref(programme, step)}/lesson`,
    icon: 'pupils',
  }),
};

/** The leaders' and the participants' questions at the end are asked by the evaluation, not by a page of one's own. */
const askedAtTheEnd = (programme: Pick<Programme, 'slug'>): LinkAction => ({
  label: t('Answer the questions'),
  href: programmeHref(programme, 'evaluation/questions'),
  icon: 'edit',
});

/** What only those who take part as teachers do: a specialist from outside has no such pages. */
const ofParticipants = new Set(['survey', 'tryout', 'measure', 'peer-assessment']);

/** What those find there too who only lead or sponsor the programme, with what it asks of them; the rest is inside. */
const openTo: Readonly<Record<string, ProgrammeAbility>> = {
  survey: 'join',
  exercise: 'join',
  agreement: 'agreements',
};

/** Where one goes on from a step, when it is done on another page that the reader has. */
export function wayOn(
  { programme, may }: Pick<OpenedProgramme, 'programme' | 'may'>,
  step: Pick<Step, 'kind' | 'form' | 'number'>,
  { isStaff, isInside }: { isStaff: boolean; isInside: boolean },
): LinkAction | undefined {
  // Those who were let in for this step alone observe as well.
  if (step.kind === 'research-lesson') return isInside ? ways[step.kind]?.(programme, step) : undefined;
  if (!may(openTo[step.kind] ?? 'takePart')) return undefined;
  if (!isStaff && ofParticipants.has(step.kind)) return undefined;
  if (step.form === 'leader-recipient') return may('evaluation') ? askedAtTheEnd(programme) : undefined;
  return ways[step.kind]?.(programme, step);
}
