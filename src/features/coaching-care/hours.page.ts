import { page } from '#platform/http/route.ts';
import { formatMinutes, formatMoney, t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { kindInWords } from '#features/coaching/index.ts';
import { belowCaseload, careAudience, carePath, careRoles, careTabs } from './care.ts';
import { type Costs, type HoursOfKind, selectHours } from './hours.queries.ts';
import { periodForm, periodInWords, periodOf } from './period.ts';

/** How much time mentoring and coaching took, and what that cost. */
export const hoursPage = page(`${carePath}/hours`, {
  purpose: 'administration',
  access: careRoles,
  async load(visit) {
    const period = periodOf(visit);
    const { kinds, costs } = await selectHours(visit.db, visit.who, period);
    return { period, kinds, costs: costs[0]! };
  },
  view: ({ period, kinds, costs }) => ({
    title: t('Hours and cost'),
    wide: true,
    audience: careAudience(),
    trail: belowCaseload(),
    body: html`${careTabs('hours')}
      <p>${periodInWords(period)} ${whatIsCounted(costs)}</p>
      ${periodForm(`${carePath}/hours`, period)}
      <h2>${t('Time held, by kind of relationship')}</h2>
      <div class="caseload">
        ${table({
          caption: t('Time held, by kind of relationship'),
          captionHidden: true,
          columns: [
            { label: t('Kind') },
            { label: t('Pairings'), numeric: true },
            { label: t('Times'), numeric: true },
            { label: t('Protected'), numeric: true },
            { label: t('In the school day'), numeric: true },
            { label: t('Outside it'), numeric: true },
            { label: t('Time of everybody'), numeric: true },
            { label: t('Cover'), numeric: true },
            { label: t('Cost'), numeric: true },
          ],
          rows: kinds.map((kind) => cells(kindInWords(kind.kind), kind, costs)),
          foot: kinds.length > 1 ? cells(t('Together'), sumOf(kinds), costs) : undefined,
          empty: empty({ says: t('Nothing was held in these days, or nobody has said so.') }),
        })}
      </div>`,
  }),
});

const cells = (name: string, hours: Omit<HoursOfKind, 'kind'>, costs: Costs): Value[] => [
  name,
  String(hours.pairings),
  String(hours.times),
  t('{n} of {all}', { n: hours.protectedTimes, all: hours.times }),
  formatMinutes(hours.inside),
  formatMinutes(hours.outside),
  formatMinutes(hours.ofAll),
  formatMinutes(hours.cover),
  costInWords(hours, costs),
];

/** Both halves must be known, or the sum would look smaller than it is. */
export function costOf(
  { ofAll, cover }: Pick<HoursOfKind, 'ofAll' | 'cover'>,
  { hourCost, coverCost }: Costs,
): number | null {
  if (hourCost === null || (coverCost === null && cover > 0)) return null;
  return (ofAll / 60) * hourCost + (cover / 60) * (coverCost ?? 0);
}

function costInWords(hours: Pick<HoursOfKind, 'ofAll' | 'cover'>, costs: Costs): string {
  const cost = costOf(hours, costs);
  return cost === null ? t('Not known') : formatMoney(cost, costs.currency);
}

const sumOf = (kinds: readonly HoursOfKind[]): Omit<HoursOfKind, 'kind'> => {
  const sum = (of: (kind: HoursOfKind) => number): number => kinds.reduce((all, kind) => all + of(kind), 0);
  return {
    pairings: sum(({ pairings }) => pairings),
    times: sum(({ times }) => times),
    protectedTimes: sum(({ protectedTimes }) => protectedTimes),
    inside: sum(({ inside }) => inside),
    outside: sum(({ outside }) => outside),
    ofAll: sum(({ ofAll }) => ofAll),
    cover: sum(({ cover }) => cover),
  };
};

function whatIsCounted({ currency, hourCost, coverCost }: Costs): Html {
  const says =
    hourCost === null
      ? t('What an hour of a teacher’s time costs is not written down yet, so cost is not known.')
      : coverCost === null
        ? t(
            'Cost is the time of everybody in it at {hour} an hour, in and out of the school day. What an hour of cover costs is not written down yet.',
            { hour: formatMoney(hourCost, currency) },
          )
        : t(
            'Cost is the time of everybody in it at {hour} an hour, in and out of the school day, and lessons covered at {cover} an hour.',
            {
              hour: formatMoney(hourCost, currency),
              cover: formatMoney(coverCost, currency),
            },
          );
  return html`${says} ${t('Preparation, travel, rooms and training are not counted.')}
    <a href="${carePath}/settings">${t('Change what an hour costs')}</a>`;
}
