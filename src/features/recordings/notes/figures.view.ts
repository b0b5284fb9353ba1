import { formatPercent, t } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import { addressOf } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { clockOf, recordingHref } from '../recording.ts';
import type { RecordingPage } from './recording-page.queries.ts';
import { tagTitles, titleIn } from './tags.ts';

/** How often each tag was set and how much of the clip its stretches cover: facts about a clip, and labelled so. */
export function figuresView({ recording, figures, ownSets }: RecordingPage): Value {
  if (figures.length === 0) return null;
  const titles = tagTitles(ownSets);
  const share = (coveredMs: number): string =>
    recording.durationMs && coveredMs > 0 ? formatPercent(coveredMs / recording.durationMs) : '';
  return html`<section aria-labelledby="tag-figures">
    <h2 id="tag-figures">${t('Tags in this clip')}</h2>
    <p>
      ${t(
        'These are facts about one clip, as far as it was noted. They say nothing about how good a lesson was, and no share is the one to aim at.',
      )}
    </p>
    ${table({
      caption: t('Tags, how often they were set and how much time they cover'),
      captionHidden: true,
      columns: [
        { label: t('Tag'), wide: true },
        { label: t('Notes'), numeric: true },
        { label: t('Time covered'), numeric: true },
        { label: t('Share of the time'), numeric: true },
      ],
      rows: figures.map(({ tag, notes, coveredMs }) => [
        html`<a href="${addressOf(recordingHref(recording), { tag })}#notes">${titleIn(titles, tag)}</a>`,
        notes,
        coveredMs > 0 ? clockOf(coveredMs) : '',
        share(coveredMs),
      ]),
      empty: '',
    })}
    <p class="meta">${t('Where stretches with one tag overlap, their time is counted once.')}</p>
  </section>`;
}
