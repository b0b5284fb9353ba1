import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { shownFiles } from '#features/files/index.ts';
import { printButton } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { resourceHref } from '../addresses.ts';
import { resourceAudience } from '../audience.ts';
import { openResource } from '../open-resource.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { resourceTrail } from '../resource-trail.ts';
import { boxesOf } from './boxes-of.ts';

/** A page as a mat that lies on the table while pupils work: one sheet, a box for each heading. */
export const matPage = page(resourceHref(':resource', 'mat'), {
  purpose: 'administration',
  access: resourcePolicy,
  load: openResource,
  view: ({ resource }, visit) => {
    const boxes = boxesOf(parseText(resource.text));
    return {
      title: t('Learning mat: {title}', { title: resource.title }),
      wide: true,
      audience: resourceAudience(visit.who, resource),
      trail: resourceTrail(resource),
      body: html`<p data-print>
          ${t('One sheet to lie on the table: each heading of the page is a box. Print it across, on A4 or A3.')}
          ${boxes.length < 3 && t('Headings in the page make more boxes.')}
        </p>
        ${printButton()}
        <section class="mat" aria-label="${resource.title}">
          ${boxes.map((box) => html`<div class="mat-box">${drawText(box, shownFiles(resource.files))}</div>`)}
        </section>`,
    };
  },
});
