/** Which country's names the numbered grades of a OneRoster bundle stand for. */
export type GradeNames = 'england' | 'american';

const english: Record<string, string> = {
  IT: 'Nursery',
  PR: 'Nursery',
  PK: 'Nursery',
  TK: 'Reception',
  KG: 'Reception',
};

const american: Record<string, string> = {
  IT: 'Infant and toddler',
  PR: 'Preschool',
  PK: 'Prekindergarten',
  TK: 'Transitional kindergarten',
  KG: 'Kindergarten',
};

const others: Record<string, string> = { PS: 'Postsecondary', UG: 'Ungraded' };

/**
 * A OneRoster grade (the CEDS list: KG, 01 … 13) as a year label. A number is taken as that year of the
 * school's own country, because exporters outside America write their own years in the same column; no
 * grade is moved by a year. Unknown codes are kept as written.
 */
export function gradeLabel(grade: string, names: GradeNames): string {
  const code = grade.trim().toUpperCase();
  if (/^\d{1,2}$/.test(code)) return `${names === 'england' ? 'Year' : 'Grade'} ${Number(code)}`;
  return (names === 'england' ? english : american)[code] ?? others[code] ?? grade.trim();
}

/** A year group as schools write it (7, Y7, Yr 07, Year 7, R, Rec, N2) as a label. Others stay as written. */
export function yearLabel(text: string): string {
  const value = text.trim();
  const year = /^(?:y|yr|year|year group)?[\s.:-]*0*(\d{1,2})$/i.exec(value);
  if (year !== null) return Number(year[1]) === 0 ? 'Reception' : `Year ${Number(year[1])}`;
  if (/^(?:y|yr|year)?\s*(?:r|rec|reception)$/i.test(value)) return 'Reception';
  if (/^(?:n|nur|nursery)\s*[12]?$/i.test(value)) return 'Nursery';
  return value;
}
