import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { mostPairings, type MyPairing, selectMine } from './mine.queries.ts';
import { pairingLine } from './pairing-line.view.ts';

/** All the mentoring and coaching one is or was in, who asks one, and the ways on from there. */
export const minePage = page('/coaching', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  load: (visit) => selectMine(visit.db, visit.who, {}),
  view({ pairings, offers }, { who, today }) {
    const isStaff = who.standing.kind === 'staff';
    const asks = pairings.filter(({ asksMe }) => asksMe);
    const ended = pairings.filter(({ asksMe, endedAt, leftAt }) => !asksMe && (endedAt || leftAt));
    const open = pairings.filter(({ asksMe, endedAt, leftAt }) => !asksMe && !endedAt && !leftAt);
    const lines = (all: readonly MyPairing[]) => all.map((each) => pairingLine(each, today));
    return {
      title: t('Mentoring and coaching'),
      audience: onlyYou(
        t(
          'The list is yours. What you write in each is between its people; the co-ordinator sees who works with whom and when, and nothing else.',
        ),
      ),
      trail: [{ label: t('My learning'), href: '/my-learning' }],
      ...(isStaff && { action: { label: t('Find somebody to work with'), href: '/coaching/new' } }),
      body: html`${asking(lines(asks))}
        <h2>${t('Going on')}</h2>
        ${countedList({
          says: tn(open.length, 'One pairing', '{n} pairings'),
          items: lines(open),
          empty: empty({
            says: isStaff
              ? t(
                  'You work with nobody in this way just now. A mentor helps at a change of role; a coach with one thing in your teaching; a co-coach learns beside you.',
                )
              : t('You work with nobody here just now. When somebody asks you, it stands here.'),
          }),
        })}
        ${
          ended.length > 0 &&
          html`<h2>${t('Ended')}</h2>
            ${countedList({
              says:
                pairings.length === mostPairings
                  ? t('The latest {n}', { n: ended.length })
                  : tn(ended.length, 'One pairing', '{n} pairings'),
              items: lines(ended),
              empty: '',
            })}`
        }
        <h2>${t('More')}</h2>
        ${quietActions([
          ...(open.some(({ part }) => part !== 'learner')
            ? [
                {
                  label: t('My week with those I support'),
                  href: '/coaching/week',
                  icon: 'calendar' as const,
                },
              ]
            : []),
          { label: t('Compare the three kinds'), href: '/coaching/kinds', icon: 'evidence' },
          { label: t('Prepare to mentor or coach'), href: '/coaching/preparation', icon: 'learning' },
          ...(isStaff
            ? [
                {
                  label: offers[0] ? t('What I offer') : t('I am ready to mentor or coach'),
                  href: '/coaching/offer',
                  icon: 'peer' as const,
                },
              ]
            : []),
        ])}`,
    };
  },
});

const asking = (lines: readonly Html[]): Html | null =>
  lines.length === 0
    ? null
    : html`<h2>${t('You are asked')}</h2>
        ${countedList({ says: tn(lines.length, 'One question', '{n} questions'), items: lines, empty: '' })}`;
