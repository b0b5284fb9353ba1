import { t } from '#platform/i18n/i18n.ts';
import { card } from '#ui/card.ts';
import { html, type Html } from '#ui/html.ts';
import { clockOf, isPlayable, recordingHref } from '../recording.ts';
import { domainInWords, phaseInWords, rowOf, rowValue } from './exemplar.ts';
import type { ListedExemplar } from './exemplar.queries.ts';

/** An example as a card: its picture, what it is of, and what to look for. */
export function exemplarCard(exemplar: ListedExemplar, me: string, level: 2 | 3 = 2): Html {
  const { title, author, authorId, lookFor, rubric, rubricRow, durationMs } = exemplar;
  const named = rowOf(rowValue(rubric, rubricRow));
  const mine = authorId === me;
  return card({
    title,
    href: recordingHref(exemplar),
    level,
    meta: [
      domainInWords(exemplar.domain),
      exemplar.subject,
      phaseInWords(exemplar.phase),
      exemplar.kind === 'audio' ? t('Sound only') : null,
      durationMs === null ? null : t('{time} long', { time: clockOf(durationMs) }),
    ]
      .filter(Boolean)
      .join('; '),
    body: html`${
        exemplar.hasPoster &&
        isPlayable(exemplar) &&
        html`<img
          class="exemplar-poster"
          src="${recordingHref(exemplar, 'poster')}"
          alt=""
          width="320"
          height="180"
          loading="lazy"
        />`
      }
      <p class="as-written" dir="auto">${lookFor}</p>
      <p class="meta">
        ${mine ? t('Offered by you') : t('Offered by {name}', { name: author })}${
          named && html`; ${t('shows “{row}”', { row: t(named.row.title) })}`
        }
      </p>
      ${mine && !exemplar.isOpen && html`<p class="meta"><strong>${t('Not open to others now. Its page says why.')}</strong></p>`}`,
  });
}
