import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { practiceHref } from './addresses.ts';
import type { Companion } from './companions.queries.ts';
import { type Practice, rehearsalHows } from './practice.ts';
import { rehearsalWords } from './stage-words.ts';
import { shippedTechnique } from './techniques/technique.ts';

interface Rehearsals {
  practice: Practice;
  companions: readonly Companion[];
  acts: boolean;
  visit: Visit;
}

/** Doing it without pupils first: what was rehearsed, and the next time. */
export function rehearsalsView({ practice, companions, acts, visit }: Rehearsals): Html {
  const { rehearsals, technique } = practice;
  const rehearse = technique === null ? undefined : shippedTechnique(technique)?.rehearse;
  return html`<h2 id="rehearse">${t('Rehearse it')}</h2>
    ${rehearse && html`<p>${t(rehearse)}</p>`}
    ${countedList({
      says: tn(rehearsals.length, 'Rehearsed once', 'Rehearsed {n} times'),
      items: rehearsals.map(
        (each) =>
          html`${
              each.with
                ? t('{how}: {name}', { how: rehearsalWords(each.how), name: each.with })
                : rehearsalWords(each.how)
            }
            <span class="meta">${formatDate(each.onDate, 'weekday')}</span>
            ${each.words && html`<p class="as-written">${each.words}</p>`}`,
      ),
      empty: empty({ says: t('Not rehearsed yet. Five minutes in an empty room count.') }),
    })}
    ${acts && rehearseForm(practice, companions, visit)}`;
}

function rehearseForm(practice: Practice, companions: readonly Companion[], visit: Visit): Html {
  const action = practiceHref(practice, 'rehearsals');
  const { values, errors } = visit.formAt(action);
  return details(
    t('I rehearsed it'),
    html`${
      practice.exampleSeenAt === null &&
      notice(
        'info',
        html`${t('You have not said that you have seen it done. Rehearsing helps less, and perhaps not at all, when one cannot picture it.')}
          <a href="#example">${t('Where to see it')}</a>`,
      )
    }
    ${form({ action, button: t('Save this rehearsal'), quiet: true, values, errors }, (f) => [
      f.date({
        name: 'on_date',
        label: t('On which day?'),
        required: true,
        initial: visit.today,
        max: visit.today,
      }),
      f.radios({
        name: 'how',
        label: t('How?'),
        required: true,
        initial: 'alone',
        options: rehearsalHows
          .filter((how) => how === 'alone' || companions.length > 0)
          .map((how) => ({ value: how, label: rehearsalWords(how) })),
      }),
      companions.length > 0 &&
        f.select({
          name: 'with',
          label: t('With whom?'),
          hint: t('The people you share a partnership, a coaching or a group with. They are not told.'),
          options: [
            { value: '', label: t('Nobody, or nobody of these') },
            ...companions.map(({ personId, name }) => ({ value: personId, label: name })),
          ],
        }),
      f.textarea({ name: 'words', label: t('What you noticed'), rows: 2 }),
    ])}`,
    errors !== undefined,
  );
}
