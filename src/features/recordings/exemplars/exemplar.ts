import { t } from '#platform/i18n/i18n.ts';
import {
  type Rubric,
  type RubricRow,
  rubricOf,
  rubrics,
  type TeachingDomain,
} from '#features/evidence/index.ts';

/** For which pupils a lesson was. Few enough to find by; the subject says the rest. */
export const phases = ['early-years', 'primary', 'secondary', 'sixth-form', 'any'] as const;
export type Phase = (typeof phases)[number];

export const phaseInWords = (phase: Phase): string =>
  ({
    'early-years': t('Early years'),
    primary: t('Primary'),
    secondary: t('Secondary'),
    'sixth-form': t('Sixth form'),
    any: t('Any age'),
  })[phase];

/** What stands beside a recording that all staff may watch as an example. It shares the recording's id. */
export interface Exemplar {
  id: string;
  domain: TeachingDomain;
  subject: string;
  phase: Phase;
  /** A formative rubric and one of its rows, where one was named. */
  rubric: string | null;
  rubricRow: string | null;
  lookFor: string;
  notShown: string;
  version: number;
}

/** The consent that is asked of everybody who may be recognised in an example. */
export const exemplarPurpose = 'recording-exemplar';

export const exemplarsPath = '/exemplars';
export const rubricsPath = '/rubrics';
export const rubricHref = (rubric: string, row?: string | null): string =>
  `${rubricsPath}/${rubric}${row ? `#${row}` : ''}`;

/** The rubric of a domain gives it its name: there is one for each. */
export const domainInWords = (domain: TeachingDomain): string =>
  t(rubrics().find((rubric) => rubric.domain === domain)?.title ?? domain);

/** As a form sends it: 'rubric/row'. */
export const rowValue = (rubric: string | null, row: string | null): string =>
  rubric && row ? `${rubric}/${row}` : '';

/** The row of that value, undefined where the catalogue has none. */
export function rowOf(value: string): { rubric: Rubric; row: RubricRow } | undefined {
  const [rubricId = '', rowId] = value.split('/');
  const rubric = rubricOf(rubricId);
  const row = rubric?.rows.find(({ id }) => id === rowId);
  return rubric && row && { rubric, row };
}
