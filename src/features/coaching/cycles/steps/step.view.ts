import { formatDate, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { type Goal, goalHref } from '../goals/goal.ts';
import { type Step, stateInWords, stateOf } from './step.ts';

export const stepHref = (
  goal: { ownerId: string; id: string },
  { id }: Pick<Step, 'id'>,
  below = '',
): string => goalHref(goal, `steps/${id}${below && `/${below}`}`);

/** A step in a list: its words, where it is tried, how it stands. */
export const stepLine = (goal: Pick<Goal, 'ownerId' | 'id'>, step: Step): Html =>
  html`<a href="${stepHref(goal, step)}">${step.words}</a>
    <span class="meta">${step.where && html`${step.where}; `}${stateInWords(step)}${whenOf(step)}</span>`;

const whenOf = (step: Step): string =>
  stateOf(step) === 'to-revisit' && step.revisitOn
    ? t(', from {day}', { day: formatDate(step.revisitOn, 'weekday') })
    : '';
