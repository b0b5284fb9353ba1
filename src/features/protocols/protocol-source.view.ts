import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { type Source, sourceLine } from '#features/evidence/index.ts';

/** Where a part of a protocol comes from. In a school's own, what is from no study is not said to be from Staffroom. */
export const partSource = (source: Source, own: boolean): Html =>
  own && 'own' in source
    ? html`<p class="meta">${t('From no study. {basis}', { basis: source.basis })}</p>`
    : sourceLine(source);

/** A rule that is one school's or one programme's experience is shown as that. */
export const oneSchoolLabel = (oneSchool: true | undefined): Html | false =>
  oneSchool === true && label(t('One school’s experience'));

/** Where each of several parts comes from, folded away behind them: a page with a source under every line reads badly. */
export const partSources = (all: readonly { name: string; source: Source }[], own: boolean): Html =>
  all.length === 0
    ? nothing
    : details(
        t('Where these come from'),
        html`<ul class="items dense">
          ${all.map(({ name, source }) => html`<li>${name} ${partSource(source, own)}</li>`)}
        </ul>`,
      );
