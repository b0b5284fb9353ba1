import { addDays } from '#platform/calendar/dates.ts';
import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { learningLeaders, yearWords } from '#features/people/index.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { planHref, waitingPath } from '../addresses.ts';
import { planTrail } from '../plan-trail.ts';
import { selectWaiting, type SoonPlan, type WaitingLook, type WaitingSuggestion } from './waiting.queries.ts';

/** How far ahead a plan that is being written stands here. */
const soonDays = 21;

/** Who waits for what, both ways: without colour, without counting anybody. */
export const waitingPage = page(waitingPath, {
  purpose: 'learning',
  access: members('staff'),
  load: (visit) =>
    selectWaiting(visit.db, visit.who, { today: visit.today, soon: addDays(visit.today, soonDays) }),
  view: (data, visit) => {
    const leads = visit.who.hasAny(learningLeaders);
    const parts = [
      part(t('Others wait for you'), [
        ...data.asksMe.map((look) =>
          lookLine(look, t('{name} asks you to look at it', { name: look.askedBy })),
        ),
        ...data.toAnswer.map((each) =>
          suggestionLine(each, t('{name} suggested something', { name: each.author })),
        ),
      ]),
      part(t('You wait for others'), [
        ...data.askedByMe.map((look) =>
          lookLine(look, t('{name} is asked to look at it', { name: look.askedOf })),
        ),
        ...data.unanswered.map((each) => suggestionLine(each, t('What you suggested is not answered yet'))),
      ]),
      // Leaders see that somebody waits, so that they can help; nobody else's list is theirs to read.
      leads &&
        part(
          t('Elsewhere at the school'),
          data.others.map((look) =>
            lookLine(look, t('{by} waits for {of}', { by: look.askedBy, of: look.askedOf })),
          ),
        ),
      part(t('Begins soon and is being written'), data.soon.map(soonLine)),
    ].filter(Boolean);
    return {
      title: t('Who waits for what'),
      audience: allStaff(
        visit.who,
        t(
          'Each sees what concerns themselves. That somebody was asked to look at a plan stands on the plan, for all staff.',
        ),
      ),
      trail: planTrail(),
      body:
        parts.length === 0 ? empty({ says: t('Nobody waits for anything at the moment.') }) : html`${parts}`,
    };
  },
});

const part = (title: string, items: readonly Value[]): Html | false =>
  items.length > 0 &&
  html`<h2>${title}</h2>
    ${countedList({ says: tn(items.length, '{n} thing', '{n} things'), items, empty: '' })}`;

const lookLine = ({ planId, plan, byDate }: WaitingLook, says: string): Html =>
  html`<a href="${planHref(planId)}"><bdi>${plan}</bdi></a>
    <span class="meta">${says}${byDate !== null && `, ${t('by {day}', { day: formatDate(byDate) })}`}</span>`;

const suggestionLine = ({ planId, plan, createdAt }: WaitingSuggestion, says: string): Html =>
  html`<a href="${planHref(planId)}#suggestions"><bdi>${plan}</bdi></a>
    <span class="meta">${says}, ${formatDate(createdAt)}</span>`;

const soonLine = ({ id, title, subject, yearKey, startsOn, teachers }: SoonPlan): Html =>
  html`<a href="${planHref(id)}"><bdi>${title}</bdi></a>
    <span class="meta"
      ><bdi>${subject}</bdi>${yearKey !== '' && `, ${yearWords(yearKey)}`};
      ${t('begins on {day}', { day: formatDate(startsOn) })}; <bdi>${formatList(teachers)}</bdi></span
    >`;
