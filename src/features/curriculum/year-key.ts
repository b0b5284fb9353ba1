/**
 * A year group as curricula, plans and classes are compared by: '5' for 5, Y5, Yr 05 and Year 5, 'R' and 'N' for
 * Reception and Nursery, anything else as it is written. `yearWords` says it in words again.
 */
export function yearKey(label: string): string {
  const written = label.trim();
  const year = /^(?:y|yr|year|year group|grade)?[\s.:-]*0*(\d{1,2})$/i.exec(written)?.[1];
  if (year !== undefined) return Number(year) === 0 ? 'R' : String(Number(year));
  if (/^(?:year\s*)?(?:r|rec|reception)$/i.test(written)) return 'R';
  if (/^(?:year\s*)?(?:n|nur|nursery)$/i.test(written)) return 'N';
  return written.slice(0, 40);
}

/** Youngest first: nursery, reception, then by number, then whatever a school calls its own. */
export const byAge = (a: string, b: string): number =>
  placeOf(a) - placeOf(b) || (a < b ? -1 : a > b ? 1 : 0);

function placeOf(key: string): number {
  if (key === 'N') return -2;
  if (key === 'R') return -1;
  return /^\d+$/.test(key) ? Number(key) : 1000;
}
