import { page } from '#platform/http/route.ts';
import { formatList, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { addressOf, filters } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { table } from '#ui/table.ts';
import { runIt } from './run-asking.view.ts';
import type { Asking, Side } from './asking.queries.ts';
import { askingPolicy } from './need.policy.ts';
import { openAsking } from './open-asking.ts';
import { idIn, resultsAddress, resultsHead, resultsTabs } from './results-frame.ts';
import { selectResults, type TopicCounts } from './results.queries.ts';

/** The topics side by side: how many named each as most and as least needed. Each opens who said it. */
export const topicsPage = page('/school/needs/:asking', {
  purpose: 'learning',
  access: askingPolicy,
  async load(visit) {
    const asking = await openAsking(visit, 'manage');
    const unit = idIn(visit.query.unit);
    const results = await selectResults(visit.db, visit.who, asking, unit, visit.today);
    const address = `/school/needs/${asking.slug}/reopen`;
    return { asking, unit, results, today: visit.today, reopening: visit.formAt(address) };
  },
  view: ({ asking, unit, results, today, reopening }) => {
    const rows = sideBySide(asking, results);
    return {
      ...resultsHead(asking, today),
      wide: true,
      body: html`${resultsTabs(asking, 'topics')}
        <p>
          ${evidenceLabel('self-report')}
          ${tn(results.answered, '{n} of {all} has answered.', '{n} of {all} have answered.', { all: formatNumber(results.asked) })}
          ${asking.units.length > 0 && t('Asked: the staff of {units}.', { units: formatList(asking.units.map((each) => each.title)) })}
        </p>
        ${
          asking.groups.length > 1 &&
          filters({ action: resultsAddress(asking), values: { unit }, narrowed: unit !== null }, (f) =>
            f.select({
              name: 'unit',
              label: t('Group'),
              all: t('All groups'),
              options: asking.groups.map((each) => ({ value: each.id, label: each.title })),
            }),
          )
        }
        ${both(rows)} ${topicTable(asking, rows, unit)}
        ${unit === null && runIt(asking, results.answered, today, reopening)}
        ${quietActions([{ label: t('All answers as a sheet (CSV)'), href: `/school/needs/${asking.slug}/answers.csv`, icon: 'download' }])}`,
    };
  },
});

interface Row {
  key: string;
  title: string;
  most: number;
  least: number;
}

function sideBySide(asking: Asking, results: TopicCounts): Row[] {
  const count = (topicId: string | null, side: Side) =>
    results.topics.find((each) => each.topicId === topicId && each.side === side)?.people ?? 0;
  return [
    ...asking.topics.map((topic) => ({
      key: topic.id,
      title: topic.title,
      most: count(topic.id, 'most'),
      least: count(topic.id, 'least'),
    })),
    {
      key: 'own',
      title: t('In own words, without a topic'),
      most: count(null, 'most'),
      least: count(null, 'least'),
    },
  ]
    .filter((row) => row.most + row.least > 0)
    .sort((a, b) => b.most - a.most || b.least - a.least);
}

/** A topic that stands high on both sides needs a word: it is not a contradiction. */
function both(rows: readonly Row[]): Html | false {
  const high = (side: 'most' | 'least') => {
    const counts = rows
      .filter((row) => row.key !== 'own')
      .map((row) => row[side])
      .sort((a, b) => b - a);
    return Math.max(counts[2] ?? 0, 3);
  };
  const [most, least] = [high('most'), high('least')];
  const onBoth = rows.filter((row) => row.key !== 'own' && row.most >= most && row.least >= least);
  if (onBoth.length === 0) return false;
  return notice(
    'info',
    html`${t('This is common: in a survey of teachers in New Brunswick, 36% named subject content as most needed and 34% as least needed (Campbell and colleagues, 2017). It may mean that people start from different places. Read who said it and why before planning one thing for all.')}`,
    tn(onBoth.length, '{topics} stands high on both sides.', '{topics} stand high on both sides.', {
      topics: formatList(onBoth.map((row) => `“${row.title}”`)),
    }),
  );
}

function topicTable(asking: Asking, rows: readonly Row[], unit: string | null): Html {
  const link = (row: Row, side: Side): Value => {
    const count = row[side];
    if (count === 0) return formatNumber(0);
    const href = addressOf(resultsAddress(asking, 'said'), { topic: row.key, side, unit: unit ?? undefined });
    const people = tn(count, '{n} person', '{n} people');
    return html`<a
      href="${href}"
      aria-label="${side === 'most' ? t('{topic}, most needed: {people}', { topic: row.title, people }) : t('{topic}, least needed: {people}', { topic: row.title, people })}"
      >${formatNumber(count)}</a
    >`;
  };
  return table({
    caption: t('How many people named each topic. Each figure opens who said it, in their words.'),
    columns: [
      { label: t('Topic'), wide: true },
      { label: t('Most needed'), numeric: true },
      { label: t('Least needed'), numeric: true },
    ],
    rows: rows.map((row) => [
      html`<a href="${addressOf(resultsAddress(asking, 'said'), { topic: row.key, unit: unit ?? undefined })}"
        >${row.title}</a
      >`,
      link(row, 'most'),
      link(row, 'least'),
    ]),
    empty: empty({ says: t('Nobody has answered yet. Answers appear here as they come in.') }),
  });
}
