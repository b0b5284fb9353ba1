import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { recordingPolicy } from '../recording.policy.ts';
import type { newsNotices } from './news.notices.ts';
import type { sharingNotices } from './sharing.notices.ts';

interface Facts {
  author: string;
  mine: boolean;
}

const authorOf: NoticeInFull['facts'] = (alias, who) =>
  sql`(select json_build_object('author', a.name, 'mine', about.author_id = ${who.personId})
    from item about join person a on a.id = about.author_id
    where about.owner_id = ${who.organisationId} and about.id = ${sql.ref(`${alias}.item_id`)}
      and about.ended_at is null and ${who.sees('about', recordingPolicy)})`;

/** Of a recording in full: whose it is, for those who can open it. Never what is in it. */
const withAuthor = (says: (facts: Facts) => string): NoticeInFull => ({
  namesPeople: true,
  readsByItself: true,
  facts: authorOf,
  says,
});

/** The notices about recordings that may be another's, with whose it is. */
export const sharingNoticesInFull: Partial<
  Record<keyof typeof sharingNotices | keyof typeof newsNotices, NoticeInFull>
> = {
  'recording.shown': withAuthor(({ author }) => t('{name} showed you a recording', { name: author })),
  'recording.ready': withAuthor(({ author, mine }) =>
    mine
      ? t('Somebody is ready to talk about a recording of yours: say when you are')
      : t('Ready to talk about a recording of {name}’s: say when you are', { name: author }),
  ),
  'recording.talk': withAuthor(({ author }) =>
    t('{name} opened the talk about a recording: read what you each make of it', { name: author }),
  ),
  'recording.answered': withAuthor(({ author, mine }) =>
    mine
      ? t('Somebody answered a note of yours on a recording of yours')
      : t('Somebody answered a note of yours on a recording of {name}’s', { name: author }),
  ),
};
