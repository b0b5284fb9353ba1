import { t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { programmeHref } from './addresses.ts';
import type { DesignView } from './design.view.ts';

/** What may get in the way and what would be done about it, and a line to add to it. */
export const riskSection = ({ opened: { programme }, design, formAt }: DesignView): Html => html`
  <h2 id="risks">${t('What may get in the way')}</h2>
  ${countedList({
    says: tn(design.risks.length, 'One risk', '{n} risks'),
    items: design.risks.map(
      (each) =>
        html`<p><strong>${each.risk}</strong>${each.response && html` ${each.response}`}</p>
          ${form({
            action: programmeHref(programme, `design/risks/${each.id}/remove`),
            button: t('Take out'),
            describe: t('Take out {what}', { what: each.risk }),
            quiet: true,
          })}`,
    ),
    empty: t('No risk is written down yet. Think of the people, the weeks, the rooms and the machines.'),
  })}
  ${form({ ...formAt('design/risks'), button: t('Add the risk'), quiet: true }, (f) => [
    f.text({ name: 'risk', label: t('What may get in the way?'), required: true }),
    f.text({ name: 'response', label: t('What would you do about it?') }),
  ])}
`;
