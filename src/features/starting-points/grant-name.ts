import { nameInAudiences } from '#platform/access/audience-words.ts';
import { t } from '#platform/i18n/i18n.ts';

const partOf: Readonly<Record<string, string>> = {
  specialist: 'the specialist of {name}',
  facilitator: 'the facilitator of {name}',
};

nameInAudiences(
  Object.fromEntries(Object.entries(partOf).map(([part, words]) => [`part-of:${part}`, words])),
);

/** Somebody or some group of people with whom starting points can be shared, in words. */
export function grantName({ principal, name }: { principal: string; name: string | null }): string {
  const [sort, , part = ''] = principal.split(':');
  if (sort !== 'circle') return name ?? t('somebody who has left');
  return t(partOf[part] ?? '{name}', { name: name ?? t('a programme') });
}
