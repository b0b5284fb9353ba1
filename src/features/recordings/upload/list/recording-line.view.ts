import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { clockOf, isPlayable, recordingHref, stateInWords } from '../../recording.ts';
import type { Listed } from './recordings.queries.ts';

/** A recording as a line of a list: what, when, whose, how it stands, who sees it and until when. */
export function recordingLine(row: Listed, me: string): Html {
  const mine = row.authorId === me;
  const closed = row.closed && !mine;
  const about = [
    formatDate(row.filmedOn, 'short'),
    row.durationMs === null ? null : t('{time} long', { time: clockOf(row.durationMs) }),
    row.kind === 'audio' ? t('Sound only') : null,
    row.unit,
    row.circle,
  ];
  const href = mine && row.state === 'described' ? recordingHref(row, 'send') : recordingHref(row);
  return html`<div class="recording-line">
    ${
      row.hasPoster &&
      isPlayable(row) &&
      html`<img src="${recordingHref(row, 'poster')}" alt="" width="160" height="90" loading="lazy" />`
    }
    <div>
      ${closed ? html`<strong>${t('A recording by {name}', { name: row.author })}</strong>` : html`<a href="${href}">${row.title}</a>`}
      <span class="meta"
        >${[...(mine || closed ? [] : [t('Shown by {name}', { name: row.author })]), ...about].filter(Boolean).join('; ')}</span
      >
      ${
        mine
          ? html`<span class="meta">${standsInWords(row)}</span>`
          : closed &&
            html`<span class="meta">
              ${t('Closed: a consent was taken back. Your notes on it are kept until {name} has decided.', { name: row.author })}
            </span>`
      }
    </div>
  </div>`;
}

function standsInWords({ state, keepUntil, shownTo, forAllStaff, watchedAt, closed }: Listed): string {
  const seen = closed
    ? t('Closed to all but you: a consent was taken back')
    : forAllStaff
      ? watchedAt === null
        ? t('An example: opens for all staff once you have watched it')
        : t('An example: all staff see it')
      : shownTo.length === 0
        ? t('Only you see it')
        : watchedAt === null
          ? t('Opens for {names} once you have watched it', { names: formatList(shownTo) })
          : t('Seen by {names}', { names: formatList(shownTo) });
  const until = state === 'erased' ? null : t('kept until {day}', { day: formatDate(keepUntil) });
  return [stateInWords(state), seen, until].filter(Boolean).join('; ');
}
