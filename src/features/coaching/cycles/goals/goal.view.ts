import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { kindInWords } from '../../together.ts';
import { type Step, stateOf } from '../steps/step.ts';
import { stepLine } from '../steps/step.view.ts';
import { type Goal, goalHref, isSharedWithPairing, saidIn } from './goal.ts';
import { goalAdvice } from './goal-advice.view.ts';
import type { OpenedGoal } from './open-goal.ts';

/** The pages above a goal. */
export const goalTrail = ({ pairing }: Pick<Goal, 'pairing'>): { label: string; href: string }[] =>
  pairing ? [{ label: kindInWords(pairing.kind), href: `/coaching/${pairing.coachingId}` }] : [];

export const goalView = (opened: OpenedGoal): Html => {
  const { goal, mine } = opened;
  const steps = goal.steps.filter((step) => stateOf(step) !== 'ended');
  return html`${goal.endedAt && takenAway(goal)}
    ${mine && !goal.finishedAt && !goal.endedAt && goalAdvice(goal)}
    ${definitionList([
      ...saidIn(goal).map(({ label, text }) => ({ term: label, says: asWritten(text) })),
      { term: t('What came of it'), says: asWritten(goal.cameOfIt) },
      { term: t('Ended'), says: goal.finishedAt && formatDate(goal.finishedAt) },
    ])}
    <h2>${t('Steps')}</h2>
    ${countedList({
      says: tn(steps.length, '{n} step', '{n} steps'),
      items: steps.map((step) => stepLine(goal, step)),
      empty: empty({
        says: mine
          ? t('No step is here yet. A step is small: something you do in one lesson, soon.')
          : t('No step is here yet.'),
      }),
    })}
    ${goal.earlier && earlierGoal(goal)} ${mine && ownActions(goal, steps)}`;
};

const asWritten = (text: string): Value => text && html`<span class="as-written">${text}</span>`;

const takenAway = (goal: Goal): Html =>
  notice(
    'info',
    html`<p>${t('You took this goal away. Nobody else can open it.')}</p>
      ${form({ action: goalHref(goal, 'bring-back'), button: t('Bring it back'), quiet: true })}`,
  );

const earlierGoal = ({ ownerId, earlier }: Goal): Html =>
  html`<h2>${t('The time before')}</h2>
    <p><a href="${goalHref({ ownerId, id: earlier!.id })}">${earlier!.goal}</a></p>`;

/** What its author can do besides. */
function ownActions(goal: Goal, steps: readonly Step[]): Value {
  if (goal.endedAt) return null;
  const on = goal.finishedAt === null;
  const links: (LinkAction | false)[] = [
    on && steps.length > 0 && { label: t('Add a step'), href: goalHref(goal, 'steps/new'), icon: 'add' },
    { label: t('Change the words'), href: goalHref(goal, 'edit'), icon: 'edit' },
    {
      label: isSharedWithPairing(goal)
        ? t('Change who reads it')
        : t('Share it with the people of this pairing'),
      href: goalHref(goal, 'share'),
      icon: 'people',
    },
    on && { label: t('Say what came of it'), href: goalHref(goal, 'finish'), icon: 'check' },
    goal.version > 1 && { label: t('Earlier texts'), href: goalHref(goal, 'history'), icon: 'history' },
    { label: t('Copy its wording into appraisal'), href: goalHref(goal, 'to-appraisal'), icon: 'sign' },
  ];
  return html`${quietActions(links.filter((link) => link !== false))}
  ${!on && form({ action: goalHref(goal, 'reopen'), button: t('Take it up again'), quiet: true })}
  ${form({ action: goalHref(goal, 'end'), button: t('Take this goal away'), quiet: true, danger: true })}`;
}
