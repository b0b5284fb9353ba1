import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { atMessage, messagesPath, ownReportsPath, settingsPath, talkHref, watchPath } from './addresses.ts';
import type { FoundMessage, ListedTalk } from './list.queries.ts';
import { maySet } from './settings.access.ts';
import { talksAPage } from './talk.ts';
import { momentInWords } from './when.view.ts';

interface Messages {
  talks: readonly ListedTalk[];
  found: readonly FoundMessage[];
  flags: readonly unknown[];
  reports: readonly unknown[];
  haveLeft: readonly { n: number }[];
  search: string;
  left: boolean;
  pageNumber: number;
}

export function listView(data: Messages, visit: Visit): Html {
  const { talks, search, left, pageNumber } = data;
  const waiting = data.flags.length + data.reports.length;
  const total = talks[0]?.total ?? 0;
  return html`${
    waiting > 0 &&
    notice(
      'caution',
      html`<a href="${watchPath}"
        >${tn(waiting, 'One thing waits for you to look at it', '{n} things wait for you to look at them')}</a
      >`,
    )
  }
  ${searchForm(search)}
  ${
    search !== ''
      ? foundList(data.found, visit)
      : html`${left && html`<h2>${t('Conversations you left')}</h2>`}
        ${
          talks.length === 0
            ? empty({
                says: left
                  ? t('You have left no conversation.')
                  : t('No conversations yet. What is written to you stands here.'),
              })
            : countedList({
                says: tn(total, '{n} conversation', '{n} conversations'),
                items: talks.map((talk) => talkLine(talk, visit)),
                empty: '',
              })
        }
        ${pager({
          page: pageNumber,
          pages: Math.ceil(total / talksAPage),
          path: messagesPath,
          query: left ? { show: 'left' } : {},
        })}`
  }
  ${quietActions(ways(data, visit))}`;
}

const searchForm = (search: string): Html =>
  filters(
    { action: messagesPath, values: { words: search }, button: t('Find'), narrowed: search !== '' },
    (f) => f.search({ name: 'words', label: t('Words in your messages'), unmarked: true }),
  );

/** What a conversation is called to its reader. */
export const nameOf = ({ title, others, child }: Pick<ListedTalk, 'title' | 'others' | 'child'>): string =>
  title !== ''
    ? title
    : child === null
      ? (others ?? t('A conversation'))
      : t('{people}, about {child}', { people: others ?? '', child });

function talkLine(talk: ListedTalk, visit: Visit): Html {
  return html`<a href="${talkHref(talk.id)}"><bdi>${nameOf(talk)}</bdi></a>
    ${talk.unread > 0 && html` ${label(tn(talk.unread, '{n} new', '{n} new'))}`}
    ${talk.muted && html` ${label(t('Muted'))}`}
    ${
      talk.lastAt !== null &&
      html`<br /><span class="messages-last"
          ><bdi>${talk.lastAuthor}</bdi>:
          <bdi>${talk.takenBack ? t('taken back by its author') : shortened(talk.lastText ?? '')}</bdi></span
        >
        <span class="meta">${momentInWords(talk.lastAt, clockOf(visit))}</span>`
    }`;
}

const clockOf = (visit: Visit) => ({ today: visit.today, zone: visit.who.standing.organisation.zone });

/** The beginning of a text, on one line. */
function shortened(text: string, most = 100): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length <= most
    ? characters.join('')
    : `${characters
        .slice(0, most)
        .join('')
        .replace(/\s+\S*$/, '')} …`;
}

const foundList = (found: readonly FoundMessage[], visit: Visit): Value =>
  countedList({
    says: tn(found.length, '{n} message found', '{n} messages found'),
    items: found.map(
      (each) =>
        html`<a href="${atMessage(each.talkId, each.id)}"><bdi>${nameOf(each)}</bdi></a
          ><br /><span class="messages-last"
            ><bdi>${each.author}</bdi>: <bdi>${shortened(each.text, 160)}</bdi></span
          >
          <span class="meta">${momentInWords(each.at, clockOf(visit))}</span>`,
    ),
    empty: t('None of your messages has all of these words in it.'),
  });

function ways({ haveLeft, left }: Messages, { who }: Visit): LinkAction[] {
  const staff = who.standing.kind === 'staff';
  return [
    ...(left ? [{ label: t('All conversations'), href: messagesPath }] : []),
    ...(!left && (haveLeft[0]?.n ?? 0) > 0
      ? [{ label: t('Conversations you left'), href: `${messagesPath}?show=left` }]
      : []),
    { label: t('What you reported'), href: ownReportsPath },
    ...(staff ? [{ label: t('What you watch'), href: watchPath, icon: 'check' as const }] : []),
    ...(maySet(who)
      ? [{ label: t('How messages work here'), href: settingsPath, icon: 'settings' as const }]
      : []),
  ];
}
