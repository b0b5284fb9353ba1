import type { AudienceNote } from '../http/content.ts';
import { formatList, t } from '../i18n/i18n.ts';
import type { Policy, Relation } from './policy.ts';
import type { Item, Who } from './who.ts';

/** Who can see an item, in words: read from the same grants and the same policy that decide it. */
export function audienceNote(item: Item, policy: Policy, who: Who, change?: string): AudienceNote {
  const granted = item.audience.map((grant) => grantInWords(grant, who));
  const allStaffRead = item.audience.some(({ principal }) => principal.startsWith('staff:'));
  const wholeCircleReads = item.audience.some(({ principal }) => principal === `circle:${item.circleId}`);
  const relations = policy.may.read.flatMap((relation) => {
    const name = relationInWords(relation);
    // Whoever works there is named already where all staff are, and a part of a circle where all of it is.
    const isNamed =
      (allStaffRead && relation.startsWith('role:')) || (wholeCircleReads && relation.startsWith('circle:'));
    return name === undefined || isNamed ? [] : [{ relation, name }];
  });
  const author = item.authorId === who.personId ? t('you') : t('the person who wrote it');
  const all = [
    ...new Set([
      ...(policy.may.read.includes('author') ? [author] : []),
      ...granted,
      ...relations.map(({ name }) => name),
    ]),
  ];
  const onlyMe = all.length === 1 && all[0] === t('you');
  const words = onlyMe ? t('Only you') : sentence(formatList(all));
  return {
    icon: onlyMe
      ? 'private'
      : granted.length || relations.some(({ relation }) => relation !== 'staff')
        ? 'people'
        : 'school',
    words,
    why: [
      onlyMe
        ? t('Nobody else can open this {noun}, whatever their role, until you share it.', {
            noun: t(policy.noun),
          })
        : t('These people can open this {noun}. Nobody else can, whatever their role.', {
            noun: t(policy.noun),
          }),
      item.excludesManagers ? t('Line managers are kept out.') : '',
      policy.logged ? t('Each time somebody else opens it, its owner can see that they did.') : '',
    ]
      .filter(Boolean)
      .join(' '),
    ...(change ? { change } : {}),
  };
}

/** Those whom a policy lets read by what they are; undefined where the relation is to one item alone. */
function relationInWords(relation: Relation): string | undefined {
  if (relation === 'circle') return t('everyone in this group');
  if (relation.startsWith('circle:')) return partInWords(relation.slice('circle:'.length));
  if (relation === 'staff') return t('all staff');
  if (relation === 'pupil') return t('all pupils');
  if (relation === 'manager') return t('their line manager');
  return relation.startsWith('role:') ? roleInWords(relation.slice('role:'.length)) : undefined;
}

/** For pages that show only one's own: nobody else has them. */
export const onlyYou = (why = t('This page is about you and shown to nobody else.')): AudienceNote => ({
  icon: 'private',
  words: t('Only you'),
  why,
});

export const allStaff = (
  who: Who,
  why = t('Everybody who works at the school can open this page.'),
): AudienceNote => ({
  icon: 'school',
  words: t('All staff of {school}', { school: who.standing.organisation.name }),
  why,
});

export const everybody = (why = t('Anybody who reaches this address can read this page.')): AudienceNote => ({
  icon: 'world',
  words: t('Everybody'),
  why,
});

/** For pages that a few roles see. */
export const theseRoles = (names: readonly string[], why: string): AudienceNote => ({
  icon: 'group',
  words: sentence(formatList(names.map(roleInWords))),
  why,
});

/** Kinds of member, as those for whom a page is: "those who work at the school and guests". */
export function kindsInWords(kinds: readonly string[]): string {
  const names: Readonly<Record<string, string>> = {
    staff: t('those who work at the school'),
    guest: t('guests'),
    pupil: t('pupils'),
    family: t('parents and carers'),
  };
  return formatList(kinds.map((kind) => names[kind] ?? kind));
}

/** One of those an item is shared with, in words. */
export function grantInWords(
  grant: { principal: string; name: string | null },
  who: Pick<Who, 'personId'>,
): string {
  const [sort, , third] = grant.principal.split(':');
  if (sort === 'person')
    return grant.principal.endsWith(who.personId) ? t('you') : (grant.name ?? t('one other person'));
  if (sort === 'circle')
    return third
      ? t(words.get(`part-of:${third}`) ?? '{part} of {name}', {
          part: partInWords(third),
          name: grant.name ?? t('this group'),
        })
      : t('everyone in {name}', { name: grant.name ?? t('this group') });
  if (sort === 'role') return roleInWords(third ?? '');
  if (sort === 'unit') return grant.name ?? t('one class');
  if (sort === 'staff') return t('all staff');
  if (sort === 'pupil') return t('all pupils');
  return sort === 'family' ? t('all families') : t('some people');
}

const words = new Map<string, string>();

/**
 * Names for roles and for parts in a group, given by the features that use them: 'head', 'part:specialist'
 * where the group is plain, and 'part-of:specialist' with {name} where it must be named.
 */
export function nameInAudiences(names: Record<string, string>): void {
  for (const [key, name] of Object.entries(names)) words.set(key, name);
}
const roleInWords = (role: string): string => t(words.get(role) ?? role);
const partInWords = (part: string): string => t(words.get(`part:${part}`) ?? part);

const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
