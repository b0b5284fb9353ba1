import { smallest } from '#platform/access/small-numbers.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form, type FormOptions } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Asking } from './asking.queries.ts';
import { isOpen } from './closing.ts';

/** What the leader can do with an asking: close it, open it again, let those who answered see the counts. */
export function runIt(
  asking: Asking,
  answered: number,
  today: string,
  reopening: Pick<FormOptions, 'action' | 'values' | 'errors'>,
): Html {
  const address = `/school/needs/${asking.slug}`;
  if (isOpen(asking, today))
    return html`<h2>${t('While it is open')}</h2>
      ${form(
        {
          values: { closes_on: asking.closesOn },
          ...reopening,
          button: t('Change the last day'),
          quiet: true,
        },
        (f) => f.date({ name: 'closes_on', label: t('Last day to answer'), required: true, min: today }),
      )}
      <p>${t('You can also close it before that day.')}</p>
      ${form({ action: `${address}/close`, button: t('Close it now'), quiet: true })}`;
  return html`<h2>${t('Now that it is closed')}</h2>
    ${
      asking.releasedAt
        ? form({ action: `${address}/withhold`, button: t('Hide the counts again'), quiet: true })
        : answered >= smallest
          ? html`<p>
                ${t('Those who answered can be shown how many named each topic. They see no names and no words, and small numbers are hidden.')}
              </p>
              ${form({ action: `${address}/release`, button: t('Show them the counts'), quiet: true })}`
          : html`<p>
              ${t('Fewer than five people answered, so there are no counts that could be shown to them.')}
            </p>`
    }
    <p>${t('If somebody was left out, open it again. Counts that were shown are hidden until it closes.')}</p>
    ${form({ ...reopening, button: t('Open it again'), quiet: true }, (f) =>
      f.date({ name: 'closes_on', label: t('New last day to answer'), required: true, min: today }),
    )}`;
}
