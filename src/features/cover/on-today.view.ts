import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Value } from '#ui/html.ts';
import { awayPath, coverPath } from './cover.ts';
import type { CoverToday } from './on-today.ts';

/** Cover on Today: who is away, by name alone. Whoever is not on the staff has no such part. */
export function coverOnTodayView([cover]: readonly CoverToday[]): Value {
  if (!cover) return null;
  const { away, open } = cover;
  return html`<h2>${t('Cover')}</h2>
    <p>
      ${away.length === 0 ? t('Nobody is away today, as far as it was said.') : t('Away today: {names}.', { names: formatList(away) })}
      ${open !== null && open > 0 && html`<strong>${tn(open, 'One class is open.', '{n} classes are open.')}</strong>`}
    </p>
    ${quietActions([
      { label: open !== null && open > 0 ? t('Arrange cover') : t('Cover today'), href: coverPath },
      { label: t('I cannot be in'), href: awayPath },
    ])}`;
}
