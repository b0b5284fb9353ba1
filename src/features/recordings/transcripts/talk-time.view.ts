import { formatPercent, t } from '#platform/i18n/i18n.ts';
import { chartFigure } from '#ui/chart/chart-figure.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { short } from '#ui/svg-text.ts';
import { scaleLinear } from 'd3-scale';
import { clockOf } from '../recording.ts';
import type { TalkTime } from './transcript.queries.ts';

const box = { width: 680, row: 52, right: 90 };
/** More speakers than this are in the table only. */
const mostBars = 12;

interface Row {
  label: string;
  ms: number;
  turns: number | null;
  longestMs: number | null;
}

/** Who speaks for how long: facts about one clip, and labelled so. Silence is what nobody's words cover. */
export function talkTimeView(talk: readonly TalkTime[], durationMs: number | null): Value {
  const all = talk.find(({ speaker }) => speaker === null);
  if (!all) return null;
  const rows: Row[] = talk
    .filter(({ speaker }) => speaker !== null)
    .map(({ speaker, spokenMs, turns, longestMs }) => ({
      label: speaker || t('Speaker not named'),
      ms: spokenMs,
      turns,
      longestMs,
    }));
  if (durationMs !== null)
    rows.push({
      label: t('Nobody'),
      ms: Math.max(0, durationMs - all.spokenMs),
      turns: null,
      longestMs: null,
    });
  const share = (ms: number): string => (durationMs ? formatPercent(ms / durationMs) : '');
  return html`<section aria-labelledby="talk-time">
    <h2 id="talk-time">${t('Talk time in this clip')}</h2>
    <p>
      ${t(
        'These are facts about one clip, as far as it was written down. They say nothing about how good a lesson was, and no share is the one to aim at.',
      )}
    </p>
    ${chartFigure({
      title: t('How long each speaks'),
      note: t(
        'Where the words of one speaker overlap, their time is counted once; where two speak at once, it is counted for each. A turn lasts until somebody else speaks.',
      ),
      drawing: drawing(rows.slice(0, mostBars), durationMs ?? all.spokenMs),
      columns: [
        { label: t('Speaker'), wide: true },
        { label: t('Time'), numeric: true },
        { label: t('Share'), numeric: true },
        { label: t('Turns'), numeric: true },
        { label: t('Longest turn'), numeric: true },
      ],
      rows: rows.map(({ label, ms, turns, longestMs }) => [
        html`<bdi>${label}</bdi>`,
        clockOf(ms),
        share(ms),
        turns ?? '',
        longestMs === null ? '' : clockOf(longestMs),
      ]),
    })}
  </section>`;
}

function drawing(rows: readonly Row[], whole: number): Html {
  const x = scaleLinear([0, Math.max(1, whole)], [0, box.width - box.right]);
  return html`<svg
    class="bar-plot"
    viewBox="0 0 ${box.width} ${rows.length * box.row + 4}"
    role="img"
    aria-label="${t('How long each speaks')}"
    direction="ltr"
  >
    ${rows.map(({ label, ms }, index) => {
      const y = index * box.row;
      const width = short(x(Math.min(ms, whole)));
      return html`<text x="0" y="${y + 18}">${label}</text
        ><rect class="all" x="0" y="${y + 25}" width="${box.width - box.right}" height="15" /><rect
          class="bar"
          x="0"
          y="${y + 25}"
          width="${width}"
          height="15"
        /><text class="name" x="${box.width - box.right + 8}" y="${y + 38}">${clockOf(ms)}</text>`;
    })}
  </svg>`;
}
