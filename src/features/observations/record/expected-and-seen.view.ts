import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { type Observation, sideBySide } from '../observation.ts';
import type { Entry } from './entry.ts';
import { pupilInWords } from './entry-words.ts';

/** What the teacher expected of each chosen pupil beside what was seen; the first only once both are ready. */
export function expectedAndSeen(
  observation: Observation,
  entries: readonly Entry[],
  noted: (entry: Entry) => Html,
): Html {
  const open = sideBySide(observation);
  const chosen = observation.chosen?.pupils ?? [];
  const seen = Map.groupBy(entries, ({ body }) => body.pupil ?? '');
  const others = [...seen.keys()].filter((pupil) => !chosen.some(({ label }) => label === pupil));
  const rows = [...chosen, ...others.map((label) => ({ label, expected: '' }))];
  return table({
    caption: t('Expected and seen'),
    captionHidden: true,
    even: true,
    columns: [
      { label: t('Pupil') },
      { label: t('What {name} expected', { name: observation.observed }), wide: true },
      { label: t('What {name} saw', { name: observation.observer }), wide: true },
    ],
    rows: rows.map(({ label, expected }) => [
      pupilInWords(label),
      open
        ? html`<span class="as-written">${expected || t('Nothing was written.')}</span>`
        : t('Shown once both are ready.'),
      (seen.get(label) ?? []).length > 0
        ? (seen.get(label) ?? []).map((entry) => html`<p>${noted(entry)}</p>`)
        : t('Nothing was noted.'),
    ]),
    empty: t('Nothing was noted.'),
  });
}
