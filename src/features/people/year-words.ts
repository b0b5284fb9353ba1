import { formatList, t } from '#platform/i18n/i18n.ts';

/**
 * Year groups as people say them: '5' and 'Year 5' are "Year 5", 'R' is "Reception", 'N' is "Nursery", and
 * '3, 4' "Year 3 and Year 4". Whatever else a school writes ("Sixth form") stays as it is.
 */
export const yearWords = (label: string): string => formatList(label.split(', ').map(oneYear));

function oneYear(label: string): string {
  const written = label.trim();
  const number = /^(?:y|yr|year)?[\s.-]*0*(\d{1,2})$/i.exec(written)?.[1];
  if (number !== undefined) return number === '0' ? t('Reception') : t('Year {year}', { year: number });
  if (/^(?:year )?(?:r|rec|reception)$/i.test(written)) return t('Reception');
  if (/^(?:year )?(?:n|nur|nursery)$/i.test(written)) return t('Nursery');
  return written;
}
