import type { Visit } from '#platform/http/context.ts';
import { dateIn } from '#platform/calendar/dates.ts';
import { formatDate, formatList, formatTime, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { messageHref } from './addresses.ts';
import type { OpenedTalk } from './open-talk.ts';
import type { Outcome, ShownMessage } from './talk.ts';
import { arrivesInWords } from './when.view.ts';

/** One message, under its day where that is another than the one before it. */
export function messageArticle(
  message: ShownMessage,
  opened: OpenedTalk,
  visit: Visit,
  before: ShownMessage | undefined,
): Html {
  const zone = visit.who.standing.organisation.zone;
  const day = dateIn(message.deliversAt, zone);
  const own = message.authorId === visit.who.personId;
  return html`${
      (before === undefined || dateIn(before.deliversAt, zone) !== day) &&
      html`<p class="messages-day">${formatDate(day, 'weekday')}</p>`
    }
    <article class="message${own ? ' own' : ''}" id="m-${message.id}">
      <h3 class="message-head">
        <bdi>${own ? t('You') : message.author}</bdi>
        <span class="meta">${formatTime(message.deliversAt)}</span
        >${message.isNew && html` ${label(t('New'))}`}${message.urgent && html` ${label(t('Cannot wait'))}`}
      </h3>
      ${words(message, own, opened)} ${state(message, own, opened, visit)}
      ${ways(message, own, opened, visit)}
    </article>`;
}

/** What it says; what was taken back says that instead, and those who watch can still read it. */
function words(message: ShownMessage, own: boolean, { watches }: OpenedTalk): Html {
  const text = html`<div class="as-written" dir="auto">${message.text}</div>`;
  if (message.takenBackAt === null) return text;
  return html`<p class="message-mark">${own ? t('You took this back.') : t('Taken back by its author.')}</p>
    ${
      watches &&
      !own &&
      html`<details class="more">
        <summary>${t('What it said, for those who watch')}</summary>
        ${text}
      </details>`
    }`;
}

function state(message: ShownMessage, own: boolean, { watches }: OpenedTalk, visit: Visit): Value {
  const { now, today, who } = visit;
  const lines: string[] = [];
  if (own && message.deliversAt > now)
    lines.push(arrivesInWords(message.deliversAt, { now, today, zone: who.standing.organisation.zone }));
  else if (own && message.held)
    lines.push(
      message.outcome === 'kept-back'
        ? t('An adult who watches has looked and kept it back. They will talk with you.')
        : t('An adult who watches looks at it before the others see it.'),
    );
  if (watches && message.flagged !== null)
    lines.push(
      t('Found in it: {words}.', { words: formatList([...message.flagged]) }),
      message.outcome === null
        ? message.held
          ? t('The others do not see it before somebody has looked.')
          : t('Nobody has looked at it yet.')
        : outcomeInWords(message.outcome),
    );
  return lines.length > 0 && html`<p class="message-mark">${lines.join(' ')}</p>`;
}

const outcomeInWords = (outcome: Outcome): string =>
  ({
    'false-alarm': t('Looked at: nothing was wrong.'),
    talked: t('Looked at: somebody talks with them.'),
    'passed-on': t('Looked at, and passed on to the safeguarding lead.'),
    'kept-back': t('Looked at, and kept back.'),
  })[outcome];

/** What can be done about one message: by its author until it arrives and after, by everybody else. */
function ways(message: ShownMessage, own: boolean, { talk, watches }: OpenedTalk, visit: Visit): Value {
  const to = (part: Parameters<typeof messageHref>[2]) => messageHref(talk.id, message.id, part);
  const at = formatTime(message.deliversAt);
  const link = (part: 'change' | 'report' | 'look', says: string, heard: string): Html =>
    html`<a class="message-way" href="${to(part)}" aria-label="${says}: ${heard}">${says}</a>`;
  if (own && message.takenBackAt === null)
    return message.deliversAt > visit.now
      ? html`<div class="message-ways">
          ${link('change', t('Change it'), at)}
          ${form({ action: to('undo'), button: t('Do not send it'), quiet: true, describe: t('Do not send it: {time}', { time: at }) })}
        </div>`
      : html`<div class="message-ways">
          ${form({ action: to('take-back'), button: t('Take it back'), quiet: true, describe: t('Take it back: {time}', { time: at }) })}
        </div>`;
  if (own) return null;
  const heard = `${message.author} ${at}`;
  return html`<div class="message-ways">
    ${watches && message.flagged !== null && visit.who.standing.kind === 'staff' && link('look', t('Look at it'), heard)}
    ${link('report', t('Report it'), heard)}
  </div>`;
}
