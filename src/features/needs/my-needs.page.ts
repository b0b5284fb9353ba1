import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { card } from '#ui/card.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { selectMyAskings, type MyAskingRow } from './askings.queries.ts';
import { isOpen, whereItStands } from './closing.ts';
import { newRaisedPath } from './raised/addresses.ts';
import { ownRaised } from './raised/own-raised.view.ts';
import { selectOwnRaised } from './raised/raised-need.queries.ts';

/** What one was asked, what one answered, and what came of it. */
export const myNeedsPage = page('/needs', {
  purpose: 'learning',
  access: members('staff'),
  load: async (visit) => ({
    askings: await selectMyAskings(visit.db, visit.who),
    raised: await selectOwnRaised(visit.db, visit.who),
    today: visit.today,
  }),
  view: ({ askings, raised, today }) => {
    const waiting = askings.find((asking) => isOpen(asking, today) && !asking.answeredAt);
    return {
      title: t('What I need'),
      audience: onlyYou(t('This list is for you alone. Each answer says who can read it.')),
      ...(waiting
        ? {
            action: { label: t('Answer: {title}', { title: waiting.title }), href: `/needs/${waiting.slug}` },
          }
        : {}),
      body: html`${countedList({
        says: tn(askings.length, '{n} question', '{n} questions'),
        items: askings.map((asking) =>
          card({
            title: asking.title,
            href: `/needs/${asking.slug}${isOpen(asking, today) && !asking.answeredAt ? '' : '/mine'}`,
            meta: whereItStands(asking, today),
            body: whatOfIt(asking, today),
          }),
        ),
        empty: empty({
          says: t(
            'Nobody has asked you yet. When the CPD leader asks the staff what they need, the form is here.',
          ),
        }),
      })}
      ${ownRaised(raised)}
      ${quietActions([{ label: t('Say what would help you'), href: newRaisedPath, icon: 'add' }])}`,
    };
  },
});

function whatOfIt(asking: MyAskingRow, today: string): string {
  if (!asking.answeredAt)
    return isOpen(asking, today) ? t('You have not answered yet.') : t('You gave no answer.');
  const came = [
    t('You answered on {day}.', { day: formatDate(asking.answeredAt, 'long') }),
    asking.joined > 0
      ? tn(asking.joined, '{n} of your needs led to something.', '{n} of your needs led to something.')
      : '',
    asking.releasedAt ? t('You can see how many named what.') : '',
  ];
  return came.filter(Boolean).join(' ');
}
