import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { planHref, suggestionHref } from '../addresses.ts';
import type { OpenedPlan } from '../scheme/open-plan.ts';
import type { Suggestion, SuggestionState } from './suggestion.queries.ts';

/** What colleagues suggest beside a plan, and what became of each: for the plan's teachers and whoever wrote it. */
export function suggestionsOfPlan(opened: OpenedPlan, visit: Visit): Html {
  const { plan, suggestions, writes } = opened;
  return html`<h2 id="suggestions">${t('Beside the plan')}</h2>
    ${countedList({
      says: tn(suggestions.length, '{n} suggestion', '{n} suggestions'),
      items: suggestions.map((each) => one(opened, each, visit)),
      empty: html`<p class="empty">
        ${writes ? t('Nobody has suggested anything yet.') : t('You have suggested nothing here.')}
      </p>`,
    })}
    ${quietActions([{ label: t('Suggest something'), href: planHref(plan.id, 'suggest'), icon: 'peer' }])}`;
}

function one({ plan, lessons, writes }: OpenedPlan, suggestion: Suggestion, { who }: Visit): Html {
  const { id, words, lessonId, state, answer, author, authorId, answeredBy, createdAt, need } = suggestion;
  const lesson = lessons.find((each) => each.id === lessonId);
  const mine = authorId === who.personId;
  return html`<p class="as-written" dir="auto">${words}</p>
    <p class="meta">
      <bdi>${author}</bdi>,
      ${formatDate(createdAt)}${lesson && html`, ${t('on the lesson')} <bdi>${lesson.title}</bdi>`}
    </p>
    ${
      state !== 'open' &&
      html`<p>
        <strong>${stateWords(state)}</strong>
        ${answeredBy !== null && html`<span class="meta"><bdi>${answeredBy}</bdi></span>`}
        ${answer !== '' && html`<span class="as-written" dir="auto">${answer}</span>`}
      </p>`
    }
    ${
      need &&
      html`<p>
        ${t('It became a need:')} <q dir="auto">${need.words}</q>
        ${need.priority && t('It is joined to the priority “{title}” of the school.', { title: need.priority })}
        ${need.programme && t('The programme “{title}” answers it.', { title: need.programme })}
        ${!need.priority && !need.programme && t('The CPD leader has not joined it to anything yet.')}
      </p>`
    }
    ${quietActions([
      ...(writes && state === 'open'
        ? [{ label: t('Answer it'), href: suggestionHref(plan.id, id, 'answer') }]
        : []),
      ...((writes || mine) && !need
        ? [{ label: t('Ask for help with this'), href: suggestionHref(plan.id, id, 'need') }]
        : []),
    ])}
    ${
      writes &&
      state !== 'open' &&
      form({
        action: suggestionHref(plan.id, id, 'open'),
        button: t('Open it again'),
        describe: words.slice(0, 80),
        quiet: true,
        prefix: `open-${id}`,
      })
    }
    ${
      mine &&
      state === 'open' &&
      form({
        action: suggestionHref(plan.id, id, 'take-back'),
        button: t('Take it back'),
        describe: words.slice(0, 80),
        quiet: true,
        prefix: `back-${id}`,
      })
    }`;
}

const stateWords = (state: SuggestionState): string =>
  ({
    open: t('Not answered yet'),
    'taken-up': t('Taken up.'),
    'not-now': t('Not now.'),
    'help-wanted': t('We would like help with it.'),
  })[state];
