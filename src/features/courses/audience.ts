import { allStaff } from '#platform/access/audience-words.ts';
import { type Grant, principals } from '#platform/access/items.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { schoolPrincipals } from '#features/people/index.ts';
import type { Course, CoursePerson } from './course.ts';

interface Whom {
  leaderIds: readonly string[];
  learnerIds: readonly string[];
}

/**
 * Who reaches a course. Those who lead it, always; those who learn in it, once it is published: the pupils of its
 * class by the day, all staff, or those who are named. A template is read by all staff, who begin from it.
 */
export function courseGrants(
  ownerId: string,
  {
    sort,
    unitId,
    isOpen,
    isTemplate,
    publishedAt,
  }: Pick<Course, 'sort' | 'unitId' | 'isOpen' | 'isTemplate' | 'publishedAt'>,
  { leaderIds, learnerIds }: Whom,
): Grant[] {
  const lead = leaderIds.map((id): Grant => ({ principal: principals.person(id), ability: 'edit' }));
  if (isTemplate) return [...lead, { principal: principals.kind(ownerId, 'staff'), ability: 'read' }];
  if (publishedAt === null) return lead;
  if (sort === 'staff')
    return isOpen
      ? [...lead, { principal: principals.kind(ownerId, 'staff'), ability: 'contribute' }]
      : [
          ...lead,
          ...learnerIds.map((id): Grant => ({ principal: principals.person(id), ability: 'contribute' })),
        ];
  return unitId === null
    ? lead
    : [
        ...lead,
        { principal: schoolPrincipals.ofUnit(unitId, 'pupil'), ability: 'contribute' },
        { principal: schoolPrincipals.ofUnit(unitId, 'staff'), ability: 'read' },
      ];
}

/** Who reads a course, in words. */
export function courseAudience(who: Who, course: Course, leaders: readonly CoursePerson[]): AudienceNote {
  const names = formatList(leaders.map(({ name }) => name));
  const led = t('{names} lead it.', { names });
  if (course.isTemplate) return allStaff(who, t('New courses are begun from it; nobody learns in it.'));
  if (course.publishedAt === null)
    return { icon: 'private', words: t('Those who lead it'), why: t('Learners see it once it is open.') };
  if (course.sort === 'staff' && course.isOpen)
    return allStaff(
      who,
      t(
        '{led} What you say in a discussion is read by all who are in it, with your name. What you did is seen by you and those who lead it.',
        { led },
      ),
    );
  return {
    icon: 'people',
    words:
      course.sort === 'staff'
        ? t('Those who are named, and those who lead it')
        : t('{unit}, and those who lead it', { unit: course.unit ?? '' }),
    why: t(
      '{led} What somebody says in a discussion is read by all who are in it, and by the staff of the class. What they did is seen by them and those who lead it.',
      { led },
    ),
  };
}
