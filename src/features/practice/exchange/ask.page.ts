import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Visit } from '#platform/http/context.ts';
import { techniqueHref } from '../techniques/technique.ts';
import { answerWords, askWords } from './exchange.page.ts';
import { settleRead } from './exchange.notices.ts';
import { askPolicy } from './exchange.policy.ts';
import { type Ask, selectAsk } from './exchange.queries.ts';
import { askHref, exchangeHref } from './exchange.ts';

export const askAnswers = ['yes', 'no'] as const;

/** One question between two colleagues. */
export const askPage = page(`${exchangeHref}/asks/:ask`, {
  purpose: 'learning',
  access: askPolicy,
  async load(visit) {
    const item = await visit.open(askPolicy, visit.params.ask!);
    const { ask, waits } = await selectAsk(visit.db, visit.who, item.ownerId, item.id);
    if (waits) await settleRead(visit.db, visit.who.personId, item.ownerId, item.id, visit.now);
    return {
      item,
      ask,
      mayAnswer: visit.who.may('answer', askPolicy, item),
    };
  },
  view: ({ item, ask, mayAnswer }, visit) => ({
    title: askWords(ask, visit.who.personId),
    audience: audienceNote(item, askPolicy, visit.who),
    status: { where: answerWords(ask) },
    trail: [{ label: t('Showing and seeing'), href: exchangeHref }],
    body: html`${definitionList([
        { term: t('The line that goes with it'), says: ask.words },
        { term: t('The answer'), says: ask.answerWords },
      ])}
      <p><a href="${techniqueHref(ask.technique)}">${t('Read about the technique')}</a></p>
      ${
        ask.answer === 'yes' &&
        html`<p>
          ${t('You both said yes. The rest is yours: agree on a lesson, a free hour or five minutes in an empty room. Nothing of it is written down here.')}
        </p>`
      }
      ${mayAnswer && ask.answer === null && answerForm(ask, visit)}
      ${
        !mayAnswer &&
        ask.answer === null &&
        !item.endedAt &&
        form({
          action: askHref(ask.id, 'end'),
          button: t('Take my question back'),
          quiet: true,
          danger: true,
        })
      }
      ${
        item.endedAt &&
        form({ action: askHref(ask.id, 'bring-back'), button: t('Ask it after all'), quiet: true })
      }`,
  }),
});

function answerForm(ask: Ask, visit: Visit): Html {
  const action = askHref(ask.id, 'answer');
  const { values, errors } = visit.formAt(action);
  return form({ action, button: t('Send my answer'), values, errors }, (f) => [
    f.radios({
      name: 'answer',
      label: t('Your answer'),
      hint: t('A no needs no reason, and stands nowhere else.'),
      required: true,
      options: askAnswers.map((value) => ({
        value,
        label: value === 'yes' ? t('Yes, gladly') : t('Not now'),
      })),
    }),
    f.text({ name: 'words', label: t('A line to go with it') }),
  ]);
}
