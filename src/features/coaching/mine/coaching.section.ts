import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { section } from '#ui/section.ts';
import { type MyPairing, myPairings } from './mine.queries.ts';
import { pairingLine } from './pairing-line.view.ts';

const most = 6;

/** The mentoring and coaching one is in, for the page "My learning": each with what is next. */
export const coachingSection = section<MyPairing>({
  asks: (who) => myPairings(who, most),
  draw(mine, visit) {
    const open = mine.filter(({ endedAt, leftAt }) => !endedAt && !leftAt);
    return html`<h2>${t('Mentoring and coaching')}</h2>
      ${countedList({
        says: tn(open.length, 'One pairing', '{n} pairings'),
        dense: true,
        items: open.map((each) => pairingLine(each, visit.today)),
        empty: empty({
          says: t('You work with no mentor, coach or co-coach now.'),
          ...(visit.who.standing.kind === 'staff'
            ? { todo: { label: t('Find somebody'), href: '/coaching/new' } }
            : {}),
        }),
      })}
      <p><a href="/coaching">${t('All my mentoring and coaching')}</a></p>`;
  },
});
