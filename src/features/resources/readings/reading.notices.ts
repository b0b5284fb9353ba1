import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import type { Who } from '#platform/access/who.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readingPolicy } from './reading.policy.ts';

/** A colleague asks this person to read a page. */
export const readingAskedNotice = 'resources.reading-asked';
/** A colleague has read a page of this person's. */
export const readingCameNotice = 'resources.reading-came';

export const readingNotices = {
  [readingAskedNotice]: () => t('A page to read for a colleague'),
  [readingCameNotice]: () => t('What a colleague says of a page of yours'),
} satisfies Record<string, () => string>;

interface Facts {
  title: string;
  name: string;
}

const inFull = (
  ability: 'answer' | 'keep',
  name: 'asked_of' | 'author',
  says: (facts: Facts) => string,
): NoticeInFull => ({
  readsByItself: true,
  namesPeople: true,
  facts: (alias: string, who: Who) => sql`(select json_build_object('title', r.title, 'name', b.name)
    from resource_reading k join item i on i.owner_id = ${who.organisationId} and i.id = k.id and i.ended_at is null
    join resource r on r.owner_id = ${who.organisationId} and r.id = k.resource_id
    join person b on b.id = ${name === 'author' ? sql`i.author_id` : sql`k.asked_of`}
    where k.owner_id = ${who.organisationId} and k.id::text = ${sql.ref(`${alias}.subject_key`)}
      and ${who.sees('i', readingPolicy, ability)})`,
  says,
});

export const readingNoticesInFull: Readonly<Record<string, NoticeInFull>> = {
  [readingAskedNotice]: inFull('answer', 'author', ({ title, name }) =>
    t('{name} asks you to read “{title}”', { name, title }),
  ),
  [readingCameNotice]: inFull('keep', 'asked_of', ({ title, name }) =>
    t('{name} has read “{title}”', { name, title }),
  ),
};
