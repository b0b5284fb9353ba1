import { t } from '#platform/i18n/i18n.ts';
import { byIdOrNone, catalogue, type RubricRow } from '#features/evidence/index.ts';
import { html, type Html } from '#ui/html.ts';

const names = {
  Beginning: () => t('Beginning'),
  'Taking shape': () => t('Taking shape'),
  Often: () => t('Often'),
  Settled: () => t('Settled'),
} satisfies Record<RubricRow['looks'][number]['named'], () => string>;

/** What one may see, from first beginnings to what needs no thought: words to talk with, and nothing that is added up. */
export const rowWords = ({ looks }: RubricRow): Html =>
  html`<dl class="definitions rubric-looks">
    ${looks.map(
      ({ named, sees }) =>
        html`<div>
          <dt>${names[named]()}</dt>
          <dd>${t(sees)}</dd>
        </div> `,
    )}
  </dl>`;

/** One thing to practise, and the technique that takes it step by step where one is named. */
export const rowNext = ({ next, technique }: RubricRow): Html =>
  html`<p>
    <strong>${t('To practise:')}</strong> ${t(next)}
    ${technique && html`<a href="/practice/techniques/${technique}">${stepByStep(technique)}</a>`}
  </p>`;

const stepByStep = (technique: string): string =>
  t('Step by step: {technique}', {
    technique: t(byIdOrNone(catalogue().techniques, technique)?.title ?? technique),
  });
