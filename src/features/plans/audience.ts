import { allStaff } from '#platform/access/audience-words.ts';
import { type Grant, principals } from '#platform/access/items.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';

export const planAudience = (who: Who): AudienceNote =>
  allStaff(who, t('All staff read it; those who teach by it write it.'));

/** All staff read; each of these teachers writes. */
export const planGrants = (ownerId: string, teacherIds: readonly string[]): Grant[] => [
  { principal: principals.kind(ownerId, 'staff'), ability: 'read' },
  ...teacherIds.map((id): Grant => ({ principal: principals.person(id), ability: 'edit' })),
];

/** Who reads a suggestion beside its writer: those who teach by the plan. */
export const suggestionGrants = (teacherIds: readonly string[]): Grant[] =>
  teacherIds.map((id) => ({ principal: principals.person(id), ability: 'read' }));
