import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { howWords } from '#features/try-outs/index.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalAudience } from '../goals/goal-audience.ts';
import { goalHref, titleOf } from '../goals/goal.ts';
import { goalTrail } from '../goals/goal.view.ts';
import { openStep, type OpenedStep } from './open-step.ts';
import { rehearsalInWords, stateInWords, stateOf } from './step.ts';
import { stepForms, stepQuietly } from './step-forms.view.ts';
import { stepHref } from './step.view.ts';

/** One step, from rehearsing to looking again. Its author goes on with it; those it is shared with read it. */
export const stepPage = page('/coaching/goals/:person/:goal/steps/:step', {
  purpose: 'learning',
  access: cyclePolicy,
  load: (visit) => openStep(visit),
  view(opened, visit) {
    const { item, goal, step, mine } = opened;
    return {
      title: step.words.split('\n')[0]!,
      audience: goalAudience(item, goal, visit.who),
      status: {
        where: t('Step: {state}.', { state: stateInWords(step) }),
        ...(stateOf(step) === 'to-revisit' && step.revisitOn
          ? { next: t('Look again on {day}', { day: formatDate(step.revisitOn, 'weekday') }) }
          : {}),
      },
      trail: [...goalTrail(goal), { label: titleOf(goal), href: goalHref(goal) }],
      body: html`${step.endedAt && takenAway(opened)} ${told(opened)}
      ${mine && !goal.endedAt && !step.endedAt && html`${!goal.finishedAt && stepForms(opened, visit)} ${stepQuietly(opened)}`}`,
    };
  },
});

/** What was said of it so far. */
const told = ({ step }: OpenedStep): Html =>
  definitionList([
    { term: t('What I do'), says: html`<span class="as-written">${step.words}</span>` },
    { term: t('In which lesson'), says: step.where },
    { term: t('Why one more'), says: step.beyond && html`<span class="as-written">${step.beyond}</span>` },
    {
      term: t('Before class'),
      says:
        step.rehearsedHow &&
        [
          rehearsalInWords(step.rehearsedHow),
          step.seenFirst === true && t('Seen done by somebody first'),
          step.seenFirst === false && t('Not seen done by anybody yet'),
        ].filter(Boolean),
    },
    { term: t('Tried'), says: step.triedOn && formatDate(step.triedOn, 'weekday') },
    {
      term: t('What pupils did'),
      says: step.triedWords && html`<span class="as-written">${step.triedWords}</span>`,
    },
    {
      term: t('Looked at again'),
      says: step.revisitedAt && [
        formatDate(step.revisitedAt),
        step.revisitedHow && t(howWords[step.revisitedHow]),
        step.revisitedWords && html`<span class="as-written">${step.revisitedWords}</span>`,
      ],
    },
  ]);

const takenAway = ({ goal, step }: OpenedStep): Html =>
  notice(
    'info',
    html`<p>${t('You took this step away. Nobody else can open it.')}</p>
      ${form({ action: stepHref(goal, step, 'bring-back'), button: t('Bring it back'), quiet: true })}`,
  );
