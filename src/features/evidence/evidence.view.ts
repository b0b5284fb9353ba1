import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import type { Direction, Evidence, Figure, Strength } from './catalogue/ledger.schema.ts';
import type { Source } from './catalogue/source.schema.ts';
import { catalogue } from './read-catalogue.ts';

const directions: Record<Direction, () => string> = {
  for: () => t('For'),
  against: () => t('Against'),
  mixed: () => t('Mixed'),
  null: () => t('No difference found'),
};
export const directionWords = (direction: Direction): string => directions[direction]();

/** How much a piece of evidence lets one say, in one word: "Contested". */
export const strengthWords = (strength: Strength): string =>
  t(catalogue().claimLabels.strengths.find(({ id }) => id === strength)?.label ?? strength);

/** Where a statement comes from: who found or argued it, and the place to look it up. */
export const sourceLine = (source: Source): Html =>
  html`<p class="meta">
    ${
      'own' in source
        ? t('Written for Staffroom: {basis}', { basis: source.basis })
        : t('Source: {study}. {place}, in: {document}.', {
            study: source.study,
            place: source.place,
            document: documentTitle(source.document),
          })
    }
  </p>`;

const documentTitle = (mark: string): string =>
  catalogue().documents.find((document) => document.mark === mark)?.title ?? mark;

/** A number as the source gives it, with its unit and what it was compared with. */
const figureLine = (figure: Figure): Html =>
  html`<li>
    ${figure.what}:
    ${
      figure.from === undefined
        ? t('{value} {unit}', { value: formatNumber(figure.value), unit: figure.unit })
        : t('from {from} to {value} {unit}', {
            from: formatNumber(figure.from),
            value: formatNumber(figure.value),
            unit: figure.unit,
          })
    }
    <span class="meta">${comparisonWords(figure.comparison)}</span>
  </li>`;

/** The catalogue says "none: the size of the trial" where a figure compares nothing. */
function comparisonWords(comparison: string): string {
  const [, rest] = /^none(?::\s*(.*))?$/.exec(comparison) ?? [];
  if (rest !== undefined) return t('(no comparison: {why})', { why: rest });
  return comparison === 'none' ? t('(no comparison)') : t('(compared with: {comparison})', { comparison });
}

/** One piece of evidence: which way it points, how much it lets one say, the statement, its figures, its source. */
const evidenceItem = (piece: Evidence): Html =>
  html`<li>
    <p>
      ${label(directionWords(piece.direction))} ${label(strengthWords(piece.strength))} ${piece.statement}
    </p>
    ${
      piece.figures &&
      html`<ul>
        ${piece.figures.map(figureLine)}
      </ul>`
    }
    ${sourceLine(piece.source)}
  </li>`;

/** What the labels of these pieces say, each once. */
const labelsExplained = (pieces: readonly Evidence[]): Html => {
  const used = catalogue().claimLabels.strengths.filter(({ id }) =>
    pieces.some(({ strength }) => strength === id),
  );
  return html`<p class="meta">
    ${t('The first label says which way it points, the second how far it carries.')}
    ${used.map((strength) => t('“{label}”: {means}', { label: t(strength.label), means: strength.means })).join(' ')}
  </p>`;
};

/** Evidence for and against, in the order of the catalogue, and what its labels mean. */
export const evidenceList = (pieces: readonly Evidence[]): Html =>
  html`<ul class="items evidence">
      ${pieces.map(evidenceItem)}
    </ul>
    ${labelsExplained(pieces)}`;
