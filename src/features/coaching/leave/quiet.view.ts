import type { Visit } from '#platform/http/context.ts';
import { formatList, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { others, presentIn, stateOf, type Together, togetherHref } from '../together.ts';
import { relationshipOf } from '../relationships.ts';
import type { Quiet } from './quiet.queries.ts';
import { wishDraft, wishes, wishInWords } from './wish.ts';

type QuietView = { together: Together } & Quiet;

export const quietView = (data: QuietView, visit: Visit): Html =>
  stateOf(data.together) === 'asked'
    ? takeBack(data.together, visit)
    : html`<p>${t('Not every pairing fits, and that is nobody’s fault. Nobody needs to say why.')}</p>
        ${said(data)} ${aWord(data, visit)} ${anEnd(data.together, visit)}`;

/** What one has said already: it can be taken back until it is settled. */
function said({ mine, together }: QuietView): Value {
  return (
    mine.length > 0 &&
    html`<h2>${t('What you have said')}</h2>
      ${countedList({
        says: tn(mine.length, 'One quiet word', '{n} quiet words'),
        withEnd: true,
        items: mine.map(
          (wish) =>
            html`<span
                >${wishInWords(wish.wish)}
                <span class="meta">${formatMoment(wish.saidAt)}</span>
                ${wish.words !== '' && html`<q class="as-written">${wish.words}</q>`}</span
              >
              ${
                wish.settledAt
                  ? t('Looked after on {when}', { when: formatMoment(wish.settledAt) })
                  : form({
                      action: togetherHref(together, `wish/${wish.id}/take-back`),
                      button: t('Take it back'),
                      quiet: true,
                      describe: wishInWords(wish.wish),
                    })
              }`,
        ),
        empty: '',
      })}`
  );
}

function aWord({ together, coordinators, contact, draft }: QuietView, visit: Visit): Html {
  const heading = html`<h2>${t('A quiet word')}</h2>`;
  if (coordinators.length === 0)
    return html`${heading}
    ${notice(
      'info',
      [
        t(
          'Nobody from outside your pairing looks after mentoring and coaching at your school yet, so there is nobody here to hear it.',
        ),
        contact && t('The school says: {contact}', { contact }),
      ]
        .filter(Boolean)
        .join(' '),
    )}`;
  const action = togetherHref(together, 'wish');
  const returned = visit.formAt(action);
  return html`${heading}
    <p>
      ${t('{names} will read it. Those you work with are not told, and no page of theirs shows it.', {
        names: formatList(coordinators),
      })}
      ${contact}
    </p>
    ${form(
      {
        ...returned,
        values: returned.values ?? draft ?? {},
        action,
        button: t('Say it'),
        draft: wishDraft(together),
      },
      (f) => [
        f.radios({
          name: 'wish',
          label: t('What would you like?'),
          required: true,
          options: wishes.map((wish) => ({ value: wish, label: wishInWords(wish) })),
        }),
        f.textarea({ name: 'words', label: t('In your own words'), hint: t('Only if you like.'), rows: 3 }),
      ],
    )}`;
}

/** Before everybody has said yes: whoever asked takes the question back, anybody else their own yes. */
function takeBack(together: Together, visit: Visit): Html {
  const names = formatList(others(together, visit.who.personId).map(({ name }) => name));
  return html`<p>
      ${t('Not everybody has said yes. {names} will find that it was taken back, and nothing more.', { names })}
    </p>
    ${form({ action: togetherHref(together, 'leave'), button: t('Take it back') })}`;
}

function anEnd(together: Together, visit: Visit): Html {
  const me = visit.who.personId;
  const names = formatList(others(together, me).map(({ name }) => name));
  const goesOn = presentIn(together).length > relationshipOf(together.kind).people.min;
  return html`<h2>${t('An end')}</h2>
    <p>
      ${
        goesOn
          ? t('You leave, and {names} go on. They are told that you left, and not why.', { names })
          : t('It ends at once. {names} is told that it ended, and not why.', { names })
      }
      ${t('You keep what you wrote about your own learning, and can read what you wrote together. Nothing is handed on to anybody. Until tomorrow you can take it back.')}
    </p>
    ${form({
      action: togetherHref(together, 'leave'),
      button: goesOn ? t('Leave') : t('End it'),
      quiet: true,
    })}`;
}
