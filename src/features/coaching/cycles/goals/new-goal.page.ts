import { onlyYou } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { openTogether } from '../../open-together.ts';
import { others, titleOf as pairingTitle, type Together, togetherHref } from '../../together.ts';
import { type EarlierGoal, goalHref } from './goal.ts';
import { goalAdvice, goalHelp } from './goal-advice.view.ts';
import { goalFields, textsOf } from './goal-form.ts';
import { selectBefore } from './goal.queries.ts';
import { readersField, type SharingWith, usualReaders } from './readers-of-goal.ts';

export const newGoalDraft = (coachingId: string): string => `coaching-goal:new-${coachingId}`;

/** Who is in a pairing beside its learner. */
const sharingIn = (together: Together, me: string): SharingWith => ({
  others: others(together, me).map(({ name }) => name),
  withGuest: together.people.some(({ memberKind, leftAt }) => memberKind === 'guest' && leftAt === null),
  withManager: together.withManager,
});

/**
 * A learner writes a goal of their own; after the first, the last one's words stand beside it. `?goal=`, `?looks=` and `?after=`
 * (an observation of their lesson) fill in what is known.
 */
export const newGoalPage = page('/coaching/:coaching/goals/new', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const { together } = await openTogether(visit, 'learn');
    const draftKey = newGoalDraft(together.id);
    return { together, ...(await selectBefore(visit.db, visit.who, together.pairingId, draftKey)) };
  },
  view({ together, earlier, draft }, visit) {
    const me = visit.who.personId;
    const action = togetherHref(together, 'goals/new');
    const { values, errors } = visit.formAt(action);
    const { goal, looks, after = '' } = visit.query;
    // What one comes with wins over a draft of something else.
    const typed = { ...draft, ...(goal && { goal, ...(looks && { looks }) }), ...values };
    const sharing = sharingIn(together, me);
    return {
      title: earlier ? t('What I work on next') : t('What I work on'),
      audience: onlyYou(
        t('Until you save it. Below stands who reads it then, and you can change that now or later.'),
      ),
      trail: [{ label: pairingTitle(together, me), href: togetherHref(together) }],
      body: html`${earlier && lastTime(earlier, visit)} ${(values ?? draft) && goalAdvice(textsOf(typed))}
      ${form(
        {
          action,
          button: t('Save this goal'),
          values: { readers: usualReaders(sharing), ...typed },
          errors,
          draft: newGoalDraft(together.id),
          hidden: { after: isId(after) ? after : '' },
          cancel: togetherHref(together),
        },
        (f) => html`${goalFields(f, earlier)} ${f.radios(readersField(sharing))}`,
      )}
      ${goalHelp()}`,
    };
  },
});

/** The words of the time before, and what came of it. */
export const lastTime = (earlier: EarlierGoal, visit: Visit): Html =>
  html`<h2>${t('Last time')}</h2>
    ${definitionList([
      {
        term: t('My goal'),
        says: html`<a class="as-written" href="${goalHref({ ownerId: visit.who.personId, id: earlier.id })}"
          >${earlier.goal}</a
        >`,
      },
      {
        term: t('What came of it'),
        says: earlier.cameOfIt
          ? html`<span class="as-written">${earlier.cameOfIt}</span>`
          : t('Not written yet. The goal is still open.'),
      },
      { term: t('Ended'), says: earlier.finishedAt && formatDate(earlier.finishedAt) },
    ])}`;
