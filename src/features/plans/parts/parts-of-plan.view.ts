import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type KeptFile, shownFiles } from '#features/files/index.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { partHref } from '../addresses.ts';
import type { Plan, TemplatePart, WrittenPart } from '../plan.ts';

interface Parts {
  plan: Pick<Plan, 'id' | 'parts'> & { files: readonly KeptFile[] };
  parts: readonly WrittenPart[];
  writes: boolean;
}

/** What stands under each heading; those with nothing under them are offered to whoever writes. */
export function partsOfPlan({ plan, parts, writes }: Parts): Html {
  const written = new Map(parts.filter(({ text }) => text !== '').map((part) => [part.key, part]));
  const open = plan.parts.filter(({ key }) => !written.has(key));
  return html`${plan.parts.map((part) => {
    const found = written.get(part.key);
    return found && one(plan, part, found, writes);
  })}
  ${
    writes &&
    open.length > 0 &&
    html`<p class="plan-open">${t('Nothing stands yet under:')}</p>
      ${quietActions(open.map(({ key, title }) => ({ label: title, href: partHref(plan.id, key), icon: 'edit' })))}`
  }`;
}

const one = (
  plan: Parts['plan'],
  { key, title }: TemplatePart,
  written: WrittenPart,
  writes: boolean,
): Html =>
  html`<section class="plan-part">
    <h2>${title}</h2>
    ${drawText(parseText(written.text), shownFiles(plan.files))}
    <p class="meta">
      ${t('{name}, {day}', { name: written.changedBy, day: formatDate(written.changedAt, 'short') })}
      ${writes && html`<a href="${partHref(plan.id, key)}">${t('Change')}<span class="hidden"> ${title}</span></a>`}
    </p>
  </section>`;
