import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { tabs } from '#ui/tabs.ts';
import { evaluationHref } from './addresses.ts';
import type { EvaluatedProgramme } from './evaluation.ts';
import type { OpenedEvaluation } from './open-evaluation.ts';

type Tab = '' | 'plan' | 'groups' | 'questions' | 'sure' | 'claims' | 'summary';

/** The pages of one evaluation that this person may open. */
export function evaluationTabs(
  { programme, may }: Pick<OpenedEvaluation, 'programme' | 'may'>,
  current: Tab,
): Html {
  const all: [Tab, string, boolean][] = [
    ['', t('What came of it'), true],
    ['plan', t('Plan and measures'), true],
    ['groups', t('Pupils and figures'), may('enter') || may('plan')],
    ['questions', t('The same questions'), may('answer')],
    ['sure', t('How sure'), true],
    ['claims', t('What we say'), true],
    ['summary', t('Summary'), true],
  ];
  return tabs(
    t('Pages of this evaluation'),
    all
      .filter(([, , open]) => open)
      .map(([below, label]) => ({
        label,
        href: evaluationHref(programme, below),
        current: below === current,
      })),
  );
}

/** The pages above those of an evaluation; with `below`, the evaluation too. */
export const evaluationTrail = (
  programme: EvaluatedProgramme,
  below = true,
): { label: string; href: string }[] => [
  { label: t('Programmes'), href: '/programmes' },
  { label: programme.title, href: `/programmes/${programme.slug}` },
  ...(below ? [{ label: t('Evaluation'), href: evaluationHref(programme) }] : []),
];
