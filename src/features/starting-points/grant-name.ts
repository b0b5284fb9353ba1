import { t } from '#platform/i18n/i18n.ts';

/** Somebody or some group of people with whom starting points can be shared, in words. */
export function grantName({ principal, name }: { principal: string; name: string | null }): string {
  const [sort, , part] = principal.split(':');
  if (sort !== 'circle') return name ?? t('somebody who has left');
  const programme = name ?? t('a programme');
  return part === 'specialist'
    ? t('the specialist of {programme}', { programme })
    : t('the facilitator of {programme}', { programme });
}
