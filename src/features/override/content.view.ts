import type { Presented } from '#platform/http/feature.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import type { KeptFile } from '#features/files/index.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { type Request, requestHref } from './request.ts';

export interface Content extends Presented {
  /** When its author took it away, if they did. */
  endedAt: Date | null;
  files: readonly KeptFile[];
}

/** What was opened: to be read, not to be changed. */
export const contentView = ({ title, fields, endedAt, files, plays }: Content, request: Request): Html =>
  html`${notice(
      'caution',
      t(
        'This opening is written in the log. You can read it until {when}. Use it for nothing but the reason given below.',
        {
          when: formatMoment(request.expiresAt!),
        },
      ),
    )}
    <h2 dir="auto">${title}</h2>
    ${endedAt && html`<p class="meta">${t('Taken away by its author on {day}.', { day: formatDate(endedAt) })}</p>`}
    ${plays && player(plays, requestHref(request, 'play'))}
    ${definitionList(fields.map(({ label, text }) => ({ term: label, says: html`<span class="as-written">${text}</span>` })))}
    ${
      files.length > 0 &&
      html`<h3>${t('Files')}</h3>
        <ul>
          ${files.map(
            (file) =>
              html`<li>
                <a href="${requestHref(request, `files/${file.id}`)}"><bdi>${file.name}</bdi></a>
              </li> `,
          )}
        </ul>`
    }`;

const player = (plays: 'video' | 'audio', src: string): Html =>
  plays === 'video'
    ? html`<video controls playsinline preload="none" src="${src}"></video>`
    : html`<audio controls preload="none" src="${src}"></audio>`;
