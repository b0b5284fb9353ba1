import { formatList, t } from '#platform/i18n/i18n.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { type Part, partWords } from '#features/programmes/index.ts';
import { rolesIn } from './membership-rules.ts';

/** What a part is called in this group: by the roles of its protocol, where it has them. */
export function partTitle(protocol: Pick<Protocol, 'roles'> | undefined, part: string): string {
  if (part === 'leader') return t('Who keeps the plan');
  const roles = rolesIn(protocol, part);
  return roles.length > 0 ? formatList(roles.map(({ title }) => title)) : partWords(part as Part);
}
