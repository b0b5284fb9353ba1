import { page, roles } from '#platform/http/route.ts';
import { formatList, formatNumber, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, type Html } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { notice } from '#ui/notice.ts';
import { table } from '#ui/table.ts';
import { kindInWords } from '#features/coaching/index.ts';
import { learningLeaders, role } from '#features/people/index.ts';
import { carePath, careTrail, countsAudience } from './care.ts';
import { type LeadersCounts, leadersCounts } from './counts.ts';
import { selectCounts } from './counts.queries.ts';
import { periodInWords, wholeMonths } from './period.ts';

/** How much mentoring and coaching there is, for those who lead: numbers of five or more, never a pairing. */
export const countsPage = page(`${carePath}/counts`, {
  purpose: 'administration',
  access: roles(...learningLeaders, role.coordinator),
  async load(visit) {
    const period = wholeMonths(visit.today);
    const found = await selectCounts(visit.db, visit.who, { ...period, today: visit.today });
    return {
      period,
      counts: leadersCounts(found.kinds, found.held[0]!),
      coordinators: found.coordinators.map(({ name }) => name),
    };
  },
  view: ({ period, counts, coordinators }) => ({
    title: t('Mentoring and coaching in numbers'),
    audience: countsAudience(),
    trail: careTrail(),
    body: html`${lookedAfterBy(coordinators)}
      <p>
        ${evidenceLabel('usage')}
        ${t('Numbers of pairings below five are hidden, with the next smallest, so that none can be worked out. Who works with whom is between them and the co-ordinator; what they say and write is theirs.')}
      </p>
      ${goingOn(counts)}
      <h2>${t('Time held')}</h2>
      <p>${periodInWords(period)}</p>
      ${timeHeld(counts)}`,
  }),
});

/** Where nobody looks after it, who waits is seen by nobody: then it says how to name somebody. */
const lookedAfterBy = (coordinators: readonly string[]): Html =>
  coordinators.length > 0
    ? html`<p>${t('Looked after by {names}.', { names: formatList(coordinators) })}</p>`
    : notice(
        'info',
        html`${t('A co-ordinator sees who waits and hears a quiet word. The head or an administrator names one: open the person’s page, choose to give them a role, and choose the mentor co-ordinator. Best is somebody who manages none of those who are mentored.')}
          <a href="/people">${t('Find the person')}</a>`,
        t('Nobody looks after mentoring and coaching yet.'),
      );

const goingOn = ({ kinds, total }: LeadersCounts): Html =>
  table({
    caption: t('Pairings that go on'),
    columns: [
      { label: t('Kind'), wide: true },
      { label: t('Pairings'), numeric: true },
    ],
    rows: kinds.map(({ kind, pairings }) => [
      kindInWords(kind),
      pairings === null ? t('hidden') : formatNumber(pairings),
    ]),
    foot: total === null ? undefined : [t('Together'), formatNumber(total)],
    empty: '',
  });

const timeHeld = ({ held }: LeadersCounts): Html =>
  held === null
    ? html`<p class="empty">
        ${t('Fewer than five pairings met in these days, so nothing is shown of them.')}
      </p>`
    : definitionList([
        { term: t('In the school day'), says: t('about {n} h', { n: formatNumber(held.insideHours) }) },
        { term: t('Outside the school day'), says: t('about {n} h', { n: formatNumber(held.outsideHours) }) },
        { term: t('Lessons covered'), says: t('about {n} h', { n: formatNumber(held.coverHours) }) },
        { term: t('Times protected'), says: t('about {n} in 10', { n: held.protectedTenths }) },
      ]);
