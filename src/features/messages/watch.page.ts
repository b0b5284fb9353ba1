import { members, page } from '#platform/http/route.ts';
import { onlyYou } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList, pager } from '#ui/list.ts';
import { messageHref, reportHref, talkHref, watchPath } from './addresses.ts';
import { nameOf } from './list.view.ts';
import { messagesTrail } from './new.page.ts';
import { selectWatch, watchedAPage } from './watch.queries.ts';
import { momentInWords } from './when.view.ts';

/** What waits for somebody who watches: flagged messages and reports; and the conversations they watch. */
export const watchPage = page(watchPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const offset = (visit.pageNumber - 1) * watchedAPage;
    return selectWatch(visit.db, visit.who, { now: visit.now, offset });
  },
  view: (data, visit) => ({
    title: t('What you watch'),
    audience: onlyYou(t('What waits for you because you look after spaces in which pupils take part.')),
    trail: messagesTrail(),
    body: watchView(data, visit),
  }),
});

type Watch = Awaited<ReturnType<typeof selectWatch>>;

function watchView({ flags, reports, talks }: Watch, visit: Visit): Html {
  const clock = { today: visit.today, zone: visit.who.standing.organisation.zone };
  const total = talks[0]?.total ?? 0;
  return html`<h2>${t('Reports')}</h2>
    ${countedList({
      says: tn(reports.length, '{n} report', '{n} reports'),
      items: reports.map(
        (each) =>
          html`<a href="${reportHref(each.id)}"
              >${t('Reported {when}', { when: momentInWords(each.at, clock) })}</a
            >
            ${each.unsafe && label(t('Somebody is not safe'))}
            ${each.state === 'looking' && label(t('Being looked into'))}`,
      ),
      empty: t('No report waits for you.'),
    })}
    <h2>${t('Words that were found')}</h2>
    ${countedList({
      says: tn(flags.length, '{n} message', '{n} messages'),
      items: flags.map(
        (each) =>
          html`<a href="${messageHref(each.talkId, each.id, 'look')}"
              ><bdi>${each.author}</bdi>, ${momentInWords(each.at, clock)}</a
            >
            ${each.held && label(t('Held'))}<br /><bdi>${each.text}</bdi><br />
            <span class="meta"
              >${t('Found in it: {words}.', { words: formatList([...each.flagged]) })}</span
            >`,
      ),
      empty: t('Nothing waits for you to look at.'),
    })}
    <h2>${t('Conversations you watch')}</h2>
    ${countedList({
      says: tn(total, '{n} conversation', '{n} conversations'),
      items: talks.map(
        (each) =>
          html`<a href="${talkHref(each.id)}"
              ><bdi>${nameOf({ title: each.title, others: each.people, child: each.child })}</bdi></a
            >
            <span class="meta">${momentInWords(each.lastAt, clock)}</span>`,
      ),
      empty: t('You watch no conversation.'),
    })}
    ${pager({ page: visit.pageNumber, pages: Math.ceil(total / watchedAPage), path: watchPath })}`;
}
