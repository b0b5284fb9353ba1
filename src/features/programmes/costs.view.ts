import { formatMoney, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { programmeHref } from './addresses.ts';
import type { DesignView } from './design.view.ts';
import { costKinds, costWords } from './words.ts';

/** What the programme costs, cover included, and a line to add to it. */
export function costSection({ opened: { programme }, design, currency, formAt }: DesignView): Html {
  const total = design.costs.reduce((sum, cost) => sum + cost.amount, 0);
  return html`<h2 id="costs">${t('Costs')}</h2>
    ${table({
      caption: t('Costs, cover included'),
      captionHidden: true,
      columns: [
        { label: t('For what'), wide: true },
        { label: t('Kind') },
        { label: t('Amount'), numeric: true },
        { label: t('Take out'), labelHidden: true },
      ],
      rows: design.costs.map((cost) => [
        cost.about,
        costWords(cost.kind),
        formatMoney(cost.amount, currency),
        form({
          action: programmeHref(programme, `design/costs/${cost.id}/remove`),
          button: t('Take out'),
          describe: t('Take out {what}', { what: cost.about }),
          quiet: true,
        }),
      ]),
      foot: [t('All together'), '', formatMoney(total, currency), ''],
      empty: t('No cost is written down yet. Cover is often the largest.'),
    })}
    ${form({ ...formAt('design/costs'), button: t('Add the cost'), quiet: true }, (f) => [
      f.text({ name: 'about', label: t('For what'), required: true }),
      f.select({
        name: 'kind',
        label: t('Kind'),
        required: true,
        options: costKinds.map((kind) => ({ value: kind, label: costWords(kind) })),
      }),
      f.number({ name: 'amount', label: t('Amount in {currency}', { currency }), required: true, min: 0 }),
    ])}`;
}
