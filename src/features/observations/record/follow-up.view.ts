import { formatDate, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { type Observation, partOf } from '../observation.ts';
import type { FollowUp } from './follow-up.ts';
import type { Pairing } from './pairings.queries.ts';
import { followUpHref, newGoalHref, newPracticeHref, newTryOutHref } from './ways-on.ts';

interface FollowUpView {
  /** The reader is the observed teacher. */
  observed: boolean;
  /** The pairings in which they learn. */
  pairings: readonly Pairing[];
}

/** From the goal on to practice: what was begun, and for the observed teacher how to begin. */
export function followUpView(observation: Observation, { observed, pairings }: FollowUpView): Html {
  const { goal, evidence: looks = '' } = partOf(observation, 'plan')?.texts ?? {};
  if (!goal) return nothing;
  const { followUps } = observation;
  if (!observed && followUps.length === 0) return nothing;
  return html`<section id="follow-up">
    <h2>${t('What follows from it')}</h2>
    ${
      followUps.length > 0
        ? html`<ul class="items dense">
            ${followUps.map((each) => html`<li>${begun(each, observed)}</li>`)}
          </ul>`
        : html`<p class="empty">
            ${t('Nothing is begun yet. A goal that is not practised is soon forgotten.')}
          </p>`
    }
    ${observed && waysOn({ after: observation.id, goal, looks }, pairings)}
  </section>`;
}

/** Others read that it was begun; what stands in it is opened by its own rules. */
function begun(followUp: FollowUp, observed: boolean): Html {
  const words = {
    'try-out': t('Tried in class'),
    practice: t('Taken up as something to practise'),
    'coaching-cycle': t('Made a goal in coaching'),
  }[followUp.kind];
  return html`${observed ? html`<a href="${followUpHref(followUp)}">${words}</a>` : words},
  ${t('begun on {day}', { day: formatDate(new Date(followUp.begunAt)) })}`;
}

/** In characters, as the pages that they lead to take them. */
const longest = { line: 300, prose: 1_000 };

/** `looks` is how they will tell from pupils whether it helps. */
const waysOn = (
  { after, goal, looks }: { after: string; goal: string; looks: string },
  pairings: readonly Pairing[],
): Html =>
  quietActions([
    {
      label: t('Practise it'),
      href: newPracticeHref({ words: goal.replace(/\s+/g, ' ').slice(0, longest.line), after }),
      icon: 'practice',
    },
    {
      label: t('Log what I tried'),
      href: newTryOutHref({ tried: goal.slice(0, longest.prose), after }),
      icon: 'pupils',
    },
    ...pairings.map(({ id, name }) => ({
      label: t('Make it a goal in coaching: {names}', { names: name }),
      href: newGoalHref(id, {
        goal: goal.slice(0, longest.prose),
        looks: looks.slice(0, longest.prose),
        after,
      }),
      icon: 'peer' as const,
    })),
  ]);
