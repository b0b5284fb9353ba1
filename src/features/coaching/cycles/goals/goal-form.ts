import { optionalProse, prose } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { EarlierGoal, GoalTexts } from './goal.ts';

/** What the form of a goal sends. */
export const goalInput = {
  goal: prose('Write what you want to work on.', 1_000),
  pupils: optionalProse(500),
  looks: optionalProse(2_000),
  adjusts: optionalProse(2_000),
};

/** The fields of a goal. What is different this time is asked where there was a time before. */
export const goalFields = (f: Fields, earlier: EarlierGoal | null): Html =>
  html`${f.textarea({
    name: 'goal',
    label: t('My goal'),
    hint: t('One aspect of your own practice that you choose. A sentence is enough.'),
    required: true,
    rows: 2,
  })}
  ${f.text({ name: 'pupils', label: t('Which pupils'), hint: t('A few, by class or group. Leave out full names.') })}
  ${f.textarea({
    name: 'looks',
    label: t('What one would see them do'),
    hint: t('Something to see or hear: they write before they speak, they ask one another why.'),
    rows: 2,
  })}
  ${
    earlier &&
    f.textarea({
      name: 'adjusts',
      label: t('What I do differently after last time'),
      hint: t('What you keep, what you change, and why.'),
      rows: 2,
    })
  }`;

/** What a form that came back or a draft says, for reading its words. */
export const textsOf = (values: Readonly<Record<string, unknown>>): GoalTexts => {
  const said = (name: keyof GoalTexts): string => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  return { goal: said('goal'), pupils: said('pupils'), looks: said('looks'), adjusts: said('adjusts') };
};
