import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { sourceLine } from '#features/evidence/index.ts';
import { allRelationships, kindHref, type Relationship } from '../relationships.ts';

/** Mentoring, specialist coaching and co-coaching side by side, question by question. */
export function compareKinds(mayAsk: boolean): Html {
  const three = allRelationships();
  const row = (question: string, says: (each: Relationship) => Value): Value[] => [
    question,
    ...three.map(says),
  ];
  return html`<p>
      ${t('Mentoring, specialist coaching and co-coaching help in different moments. Choose by what you need now; you can have one after another.')}
    </p>
    ${table({
      caption: t('The three kinds side by side'),
      captionHidden: true,
      even: true,
      columns: [{ label: t('Question') }, ...three.map(({ title }) => ({ label: title }))],
      rows: [
        row(t('What is it?'), ({ plain }) => plain),
        row(t('Why?'), ({ why }) => why.words),
        row(t('Who?'), ({ who, reciprocal }) =>
          reciprocal
            ? t('Each is coach and learner by turns')
            : t('{supporter} and learner', { supporter: who.supporter.title }),
        ),
        row(t('Who chooses?'), ({ who }) => who.chosenBy),
        row(t('How many?'), ({ people: { min, max } }) =>
          min === max ? tn(min, '{n} person', '{n} people') : t('{min} to {max} people', { min, max }),
        ),
        row(t('What about?'), ({ what }) => what.words),
        row(t('Where?'), ({ where }) => where.words),
        row(t('When?'), ({ when }) => when.words),
        row(t('Where one manages the other'), ({ managers }) =>
          managers.rule === 'refuse' ? t('Not possible here') : t('Possible, with a warning to both'),
        ),
        row(
          t('It is not'),
          ({ isNot }) =>
            html`<ul>
              ${isNot.map((each) => html`<li>${each}</li>`)}
            </ul>`,
        ),
        row(
          t('Read more'),
          ({ id, title }) => html`<a href="${kindHref(id)}">${t('All about {kind}', { kind: title })}</a>`,
        ),
      ],
      empty: '',
    })}
    ${sourceLine(three[0]!.source)}
    ${quietActions([
      ...(mayAsk ? [{ label: t('Find somebody'), href: '/coaching/new', icon: 'search' as const }] : []),
      { label: t('Prepare to mentor or coach'), href: '/coaching/preparation', icon: 'learning' },
    ])}`;
}
