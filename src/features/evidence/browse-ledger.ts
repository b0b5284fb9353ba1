import type { Catalogue } from './catalogue/catalogue.ts';
import type { LedgerEntry, Level, Strength } from './catalogue/ledger.schema.ts';

export interface LedgerFilter {
  level?: Level | undefined;
  strength?: Strength | undefined;
  /** Words that must all occur somewhere in what is said of the entry. */
  words?: string | undefined;
}

/** The entries of the ledger that a filter lets through: programmes, then forms, then mechanisms. */
export function browseLedger(
  {
    programmes,
    developmentForms,
    mechanisms,
  }: Pick<Catalogue, 'programmes' | 'developmentForms' | 'mechanisms'>,
  { level, strength, words = '' }: LedgerFilter,
): LedgerEntry[] {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean);
  return [...programmes, ...developmentForms, ...mechanisms].filter(
    (entry) =>
      (!level || entry.level === level) &&
      (!strength || entry.evidence.some((piece) => piece.strength === strength)) &&
      holdsAll(entry, sought),
  );
}

function holdsAll(entry: LedgerEntry, sought: readonly string[]): boolean {
  if (sought.length === 0) return true;
  const said = [entry.title, entry.plain, ...entry.evidence.map((piece) => piece.statement)]
    .join(' ')
    .toLowerCase();
  return sought.every((word) => said.includes(word));
}
