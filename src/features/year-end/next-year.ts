/**
 * The year group after one, written as the school writes it: 'N' → 'R' → '1', 'Year 5' → 'Year 6', '02' → '03',
 * '3, 4' → '4, 5'. Null where that cannot be told.
 */
export function nextYearLabel(label: string): string | null {
  const parts = label.split(', ').map(nextOne);
  return parts.includes(null) ? null : parts.join(', ');
}

function nextOne(label: string): string | null {
  const written = label.trim();
  if (/^(?:n|nur|nursery)$/i.test(written)) return written.length === 1 ? 'R' : 'Reception';
  if (/^(?:r|rec|reception|kg)$/i.test(written)) return written.toLowerCase() === 'kg' ? '01' : '1';
  if (/^year r$/i.test(written)) return 'Year 1';
  const found = /^(\D*)(\d{1,2})$/.exec(written);
  if (!found) return null;
  const next = String(Number(found[2]) + 1);
  return found[1] + (found[2]!.startsWith('0') ? next.padStart(2, '0') : next);
}

/** A year as names of classes write it: '5' for 'Year 5' and '05', 'R' for 'Reception'. */
function shortYear(label: string): string {
  if (/^(?:rec|reception|year r)$/i.test(label)) return 'R';
  if (/^(?:nur|nursery)$/i.test(label)) return 'N';
  return label.replace(/^\D+/, '').replace(/^0/, '') || label;
}

/** What the class one year further is called, where its name says the year: 'Class 5P' → 'Class 6P', '7A' → '8A'. */
export function nextClassName(name: string, yearLabel: string | null): string | null {
  const year = yearLabel === null ? null : shortYear(yearLabel);
  const next = yearLabel === null ? null : nextYearLabel(yearLabel);
  if (year === null || next === null || !/^(?:\d{1,2}|[a-z])$/i.test(year)) return null;
  const nextYear = shortYear(next);
  // Beside the year stands no other letter before it and no other figure after it: the R of "Rowan" is no year.
  const where = /\d/.test(year)
    ? new RegExp(`(?<![\\d])0?${year}(?!\\d)`)
    : new RegExp(`(?<![\\p{L}\\d])${year}(?=\\p{Lu}?(?![\\p{L}]))`, 'iu');
  return where.test(name) ? name.replace(where, nextYear) : null;
}
