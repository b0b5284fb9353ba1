import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { resourceHref } from '../addresses.ts';
import type { OpenedResource } from '../open-resource.ts';
import { steps, usualStep } from './steps.ts';

/** The same thing at its three steps: those there are, and what makes one that is missing. */
export function setOfResource({ resource, set }: OpenedResource): Html {
  const here = resource.step ?? usualStep;
  return html`<h2>${t('The same at three steps')}</h2>
    <ul class="items with-end">
      ${steps().map(({ id, title, plain }) => {
        const there = set.filter(({ step }) => (step ?? usualStep) === id);
        return html`<li>
          <span
            ><b>${title}</b>
            <span class="meta">${plain}</span> ${id === here && html`<br />${t('This page')}`}
            ${there.map(
              (each) =>
                html`<br /><a href="${resourceHref(each.id)}"><bdi>${each.title}</bdi></a
                  >, <bdi>${each.author}</bdi>`,
            )}</span
          >
          ${
            id !== here &&
            there.length === 0 &&
            form({
              action: resourceHref(resource.id, 'steps'),
              button: t('Make it from this page'),
              describe: title,
              quiet: true,
              hidden: { step: id },
              prefix: `step-${id}`,
            })
          }
        </li>`;
      })}
    </ul>`;
}
