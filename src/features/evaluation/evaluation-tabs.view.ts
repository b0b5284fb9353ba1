import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { programmeTabs, programmeTrail, tabbed } from '#features/programmes/index.ts';
import { evaluationHref } from './addresses.ts';
import type { EvaluatedProgramme } from './evaluation.ts';
import type { OpenedEvaluation } from './open-evaluation.ts';

type Tab = '' | 'plan' | 'groups' | 'questions' | 'sure' | 'claims' | 'summary';

/** The pages of one evaluation that this person may open, among those of its programme. */
export function evaluationTabs({ programme, who, may }: OpenedEvaluation, current: Tab): Html {
  const all: [Tab, string, boolean][] = [
    ['', t('What came of it'), true],
    ['plan', t('Plan and measures'), true],
    ['groups', t('Pupils and figures'), may('enter') || may('plan')],
    ['questions', t('The same questions'), may('answer')],
    ['sure', t('How sure'), true],
    ['claims', t('What we say'), true],
    ['summary', t('Summary'), true],
  ];
  return programmeTabs(
    tabbed(who, programme),
    'evaluation',
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
  programme: Pick<EvaluatedProgramme, 'slug' | 'sort' | 'title'>,
  below = true,
): { label: string; href: string }[] => [
  ...programmeTrail(programme),
  ...(below ? [{ label: t('Evaluation'), href: evaluationHref(programme) }] : []),
];
