import { t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';

/** What somebody wrote, with its lines. */
export const asWritten = (words: string): Html => html`<span class="as-written">${words}</span>`;

/** Where nothing stands yet. */
export const nothingSaid = (): Html => html`<span class="meta">${t('Nothing said yet')}</span>`;

/** What was written, or that nothing is said: a gap is shown as one. */
export const saidOrGap = (words: string | undefined): Html => (words ? asWritten(words) : nothingSaid());
