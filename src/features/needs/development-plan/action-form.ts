import { choice, line, optionalDay, optionalId, optionalProse } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { type ActionState, actionStates, type PlanAction } from './action.queries.ts';

/** What the form of an action sends. */
export const actionInput = {
  title: line('Write what is done.', 200),
  person: optionalId(),
  due_on: optionalDay(),
  state: choice(actionStates).default('to-do'),
  evidence: optionalProse(4000),
};

export const stateWords = (state: ActionState): string =>
  ({ 'to-do': t('Not begun'), begun: t('Begun'), done: t('Done'), dropped: t('Given up') })[state];

/** A stored one as its form shows it. */
export const actionValues = ({ title, personId, dueOn, state, evidence }: PlanAction) => ({
  title,
  person: personId ?? '',
  due_on: dueOn ?? '',
  state,
  evidence,
});

/** `sort`: leaders say everything; whoever it is given to says how it stands and what shows it. */
export const actionFields =
  (staff: readonly { personId: string; name: string }[], leads: boolean) =>
  (f: Fields): Html =>
    html`${
      leads &&
      html`${f.text({ name: 'title', label: t('What is done'), required: true, maxlength: 200 })}
      ${f.select({
        name: 'person',
        label: t('By whom'),
        options: [
          { value: '', label: t('Nobody named yet') },
          ...staff.map(({ personId, name }) => ({ value: personId, label: name })),
        ],
      })}
      ${f.date({ name: 'due_on', label: t('By which day') })}`
    }
    ${f.radios({
      name: 'state',
      label: t('How it stands'),
      options: actionStates.map((value) => ({ value, label: stateWords(value) })),
    })}
    ${f.textarea({
      name: 'evidence',
      label: t('What shows it, and what came of it'),
      hint: t('Also when nothing came of it: that helps whoever plans next. No names of pupils.'),
      rows: 4,
      maxlength: 4000,
    })}`;
