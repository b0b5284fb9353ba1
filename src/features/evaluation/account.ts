import { t } from '#platform/i18n/i18n.ts';
import type { Account } from './evaluation.ts';

/** What the account asks, in its order. */
export const accountWords = (): {
  name: keyof Omit<Account, 'id' | 'version'>;
  label: string;
  hint: string;
}[] => [
  {
    name: 'priorExposure',
    label: t('Had anybody met it before?'),
    hint: t(
      'Teachers or pupils who had taken part in something like it; with figures for everybody as well.',
    ),
  },
  {
    name: 'meanwhile',
    label: t('What else happened at the same time?'),
    hint: t('Another scheme, a new teacher, a change of timetable.'),
  },
  {
    name: 'whoLeft',
    label: t('Who left, and why?'),
    hint: t('Teachers and pupils, as numbers of five or more; smaller ones as “a few”.'),
  },
  {
    name: 'nextSteps',
    label: t('What would we do next?'),
    hint: t('Go on, change, or stop, and what you would do to find out more.'),
  },
];

/** The account as texts, for two of them side by side. */
export const accountTexts = (account: Account) =>
  accountWords().map(({ name, label }) => ({ name, label, text: account[name] }));
