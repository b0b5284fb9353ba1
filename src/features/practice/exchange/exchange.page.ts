import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import type { Visit } from '#platform/http/context.ts';
import { onlyYou } from '#platform/access/audience-words.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { techniqueHref, techniqueTitle } from '../techniques/technique.ts';
import { type Ask, type Choice, type Pair, selectExchange } from './exchange.queries.ts';
import { askHref, exchangeHref, otherSide, sideWords } from './exchange.ts';

/** Who could show something that somebody would like to see: what people say of themselves, and nothing else. */
export const exchangePage = page(exchangeHref, {
  purpose: 'learning',
  access: members('staff'),
  load: (visit) => selectExchange(visit.db, visit.who, visit.today),
  view: ({ mine, pairs, asks }, visit) => ({
    title: t('Showing and seeing'),
    audience: onlyYou(
      t(
        'This page is put together for you. Of yours, colleagues find only what you say here, and nobody who manages you does.',
      ),
    ),
    action: { label: t('Choose a technique'), href: '/practice/techniques' },
    trail: [{ label: t('My practice'), href: '/my-learning/practice' }],
    body: html`<p>
        ${t('On the page of a technique you can say that you could show it, or that you would like to see it. Two people who go together find one another here.')}
      </p>
      ${oneExperiment()} ${asked(asks, visit)}
      <h2>${t('Colleagues who go with what you said')}</h2>
      ${countedList({
        says: tn(pairs.length, '{n} suggestion', '{n} suggestions'),
        items: pairs.map((pair) => suggestion(pair, asks, visit)),
        empty: empty({
          says:
            mine.length === 0
              ? t('You have said nothing yet, so there is nobody to suggest.')
              : t('Nobody has said the other half yet. You see them here when they do.'),
        }),
      })}
      <h2>${t('What you said')}</h2>
      ${countedList({
        says: tn(mine.length, '{n} technique', '{n} techniques'),
        items: mine.map(said),
        empty: empty({ says: t('Nothing yet. Nobody is expected to say anything.') }),
      })}`,
  }),
});

/** Source: S3, Allen, on Papay and others. */
const oneExperiment = (): Html =>
  notice(
    'info',
    t(
      'Papay and colleagues scored teachers on a rubric, matched those low in some skill with colleagues high in it, and encouraged them to work together for a year; teaching in those schools improved on the measures used. It is one experiment and has not been repeated elsewhere. Here nobody is scored or rated: there is only what people say of themselves.',
    ),
    t('One experiment stands behind this.'),
  );

const titleOf = (of: { technique: string; schoolTitle: string | null }): string =>
  t(techniqueTitle(of.technique, of.schoolTitle) || 'A technique that was taken out');

const said = (choice: Choice): Html =>
  html`<a href="${techniqueHref(choice.technique)}">${titleOf(choice)}</a>
    <span class="meta">${sideWords(choice.side)}</span>
    <div class="acts">
      ${form({
        action: `${exchangeHref}/choices/${choice.id}/end`,
        button: t('Take it back'),
        describe: t('Take it back: {words}, {title}', {
          words: sideWords(choice.side),
          title: titleOf(choice),
        }),
        quiet: true,
      })}
    </div>`;

function suggestion(pair: Pair, asks: readonly Ask[], visit: Visit): Html {
  const action = `${exchangeHref}/asks`;
  const waiting = asks.find(
    ({ technique, fromId, toId, answer }) =>
      technique === pair.technique && [fromId, toId].includes(pair.personId) && answer === null,
  );
  const mine = visit.formAt(action);
  const theirs = mine.values?.to === pair.personId && mine.values.technique === pair.technique;
  return html`<p>
      ${personName({ name: pair.name })}
      ${
        pair.side === 'show'
          ? t('could show what you would like to see: {title}.', { title: titleOf(pair) })
          : t('would like to see what you could show: {title}.', { title: titleOf(pair) })
      }
      ${pair.mutual && t('It goes both ways between you.')}
    </p>
    ${
      waiting
        ? html`<p class="meta">
            <a href="${askHref(waiting.id)}">${t('There is a question between you.')}</a>
          </p>`
        : form(
            {
              action,
              button: t('Ask'),
              describe: t('Ask {name} about {title}', { name: pair.name, title: titleOf(pair) }),
              hidden: { to: pair.personId, technique: pair.technique, side: otherSide[pair.side] },
              prefix: `ask-${pair.personId}-${pair.technique}-${pair.side}`,
              quiet: true,
              ...(theirs ? { values: mine.values, errors: mine.errors } : {}),
            },
            (f) => f.text({ name: 'words', label: t('A line to go with it') }),
          )
    }`;
}

const asked = (asks: readonly Ask[], visit: Visit): Html =>
  asks.length === 0
    ? nothing
    : html`<h2>${t('What was asked')}</h2>
        ${countedList({
          says: tn(asks.length, '{n} question', '{n} questions'),
          items: asks.map(
            (ask) =>
              html`<a href="${askHref(ask.id)}">${askWords(ask, visit.who.personId)}</a>
                <span class="meta"
                  >${formatDate(ask.askedAt.slice(0, 10), 'short')}; ${answerWords(ask)}</span
                >`,
          ),
          empty: nothing,
        })}`;

/** What was asked, for one of the two. */
export function askWords(ask: Ask, me: string): string {
  const names = { name: ask.fromId === me ? ask.to : ask.from, title: titleOf(ask) };
  if (ask.fromId === me)
    return ask.side === 'see'
      ? t('You asked {name} to show you {title}', names)
      : t('You offered to show {name} {title}', names);
  return ask.side === 'see'
    ? t('{name} asks you to show them {title}', names)
    : t('{name} offers to show you {title}', names);
}

export const answerWords = ({ answer }: Ask): string => {
  if (answer === null) return t('waits for an answer');
  return answer === 'yes' ? t('yes') : t('not now');
};
