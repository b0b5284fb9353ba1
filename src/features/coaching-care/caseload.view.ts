import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { addressOf, filters, pager, type Query } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { kindInWords, kinds } from '#features/coaching/index.ts';
import { carePath, careTabs } from './care.ts';
import {
  type CaseCounts,
  type CasePairing,
  pairingHref,
  peopleInWords,
  protectedInWords,
  waitsFor,
  waitsInWords,
  waitsLabel,
} from './caseload.ts';
import { perPage } from './per-page.ts';

interface Caseload {
  number: number;
  pairings: readonly CasePairing[];
  counts: CaseCounts;
  query: Readonly<Record<string, string>>;
  today: string;
}

export function caseloadView({ number, pairings, counts, query }: Caseload): Html {
  const total = pairings[0]?.total ?? 0;
  const asked: Query = {
    q: query.q,
    kind: query.kind,
    waits: query.waits,
    state: query.state,
    coach: query.coach,
  };
  const narrowed = Object.values(asked).some(Boolean);
  return html`${careTabs('pairings')}
    <p>
      ${tn(counts.goesOn, 'One pairing goes on.', '{n} pairings go on.')}
      ${counts.wishes > 0 && tn(counts.wishes, 'In one somebody has a quiet word for you.', 'In {n} somebody has a quiet word for you.')}
      ${counts.asked > 0 && tn(counts.asked, 'One question is not answered.', '{n} questions are not answered.')}
      ${counts.overdue > 0 && tn(counts.overdue, 'In one nothing is booked, and it is a good while since they met.', 'In {n} nothing is booked, and it is a good while since they met.')}
    </p>
    ${filters({ action: carePath, values: asked, keep: { coach: query.coach }, narrowed }, (f) => [
      f.search({ name: 'q', label: t('Name'), unmarked: true }),
      f.select({
        name: 'waits',
        label: t('Who waits'),
        unmarked: true,
        all: t('All, who waits first'),
        options: waitsFor.map((each) => ({ value: each, label: waitsLabel(each) })),
      }),
      f.select({
        name: 'kind',
        label: t('Kind'),
        unmarked: true,
        all: t('All kinds'),
        options: kinds.map((kind) => ({ value: kind, label: kindInWords(kind) })),
      }),
      f.select({
        name: 'state',
        label: t('Where it stands'),
        unmarked: true,
        all: t('All that have not ended'),
        options: [
          { value: 'goes-on', label: t('Going on') },
          { value: 'asked', label: t('Asked') },
          { value: 'ended', label: t('Ended') },
        ],
      }),
    ])}
    <p class="meta">
      ${t('“A good while” is half as much again as their rhythm, holidays not counted: with a time every 14 days, more than 21 days. Before that, a time whose day has come by their rhythm is marked “due now”.')}
    </p>
    <p class="count">${tn(total, 'One pairing', '{n} pairings')}</p>
    <div class="caseload">
      ${table({
        caption: t('Pairings, who waits first'),
        captionHidden: true,
        columns: [
          { label: t('Who') },
          { label: t('Kind') },
          { label: t('Since') },
          { label: t('Last met') },
          { label: t('Next booked') },
          { label: t('Protected') },
          { label: t('Prepared') },
        ],
        rows: pairings.map(row),
        empty: empty(
          narrowed
            ? { says: t('No pairing is like that.') }
            : {
                says: t(
                  'There is no mentoring or coaching yet. People find one another by themselves, or you propose somebody to a learner.',
                ),
              },
        ),
      })}
    </div>
    ${pager({ page: number, pages: Math.ceil(total / perPage), path: carePath, query: asked })}
    ${
      total > 0 &&
      quietActions([
        {
          label: t('This list as a sheet'),
          href: addressOf(`${carePath}/pairings.csv`, asked),
          icon: 'download',
        },
      ])
    }`;
}

const row = (pairing: CasePairing): Value[] => [
  html`<a href="${pairingHref(pairing)}">${peopleInWords(pairing)}</a> ${waitsLine(pairing)}`,
  kindInWords(pairing.kind),
  pairing.startsOn === null
    ? t('Asked {day}', { day: formatDate(pairing.askedAt, 'short') })
    : formatDate(pairing.startsOn, 'short'),
  pairing.lastOn === null ? t('Not yet') : formatDate(pairing.lastOn, 'short'),
  pairing.nextOn === null ? t('Nothing') : formatDate(pairing.nextOn, 'short'),
  protectedInWords(pairing),
  pairing.prepared ? t('Yes') : t('Not yet'),
];

/** What waits stands under the names; a quiet word is one step away. What is simply due now is said as well. */
const waitsLine = (pairing: CasePairing): Value =>
  pairing.waits === null
    ? pairing.isDue && html`<br /><span class="meta">${t('Due now: nothing is booked')}</span>`
    : html`<br /><span class="meta"
          >${
            pairing.wishId === null
              ? waitsInWords(pairing)
              : html`<a href="${carePath}/wishes/${pairing.wishId}">${waitsInWords(pairing)}</a>`
          }</span
        >`;
