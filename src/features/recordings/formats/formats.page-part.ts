import { sql } from 'kysely';
import { list } from '#platform/access/composed.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { pagePart } from '../page-part.ts';
import { noteFilesHref } from './carried-note.ts';

/** On the page of a recording: the way to its notes as files. It asks for nothing. */
export const formatsOnPage = pagePart<{ none: null }>({
  asks: () => list<{ none: null }>(sql`select null as none where false`),
  draw: (_, { recording }) =>
    quietActions([{ label: t('Notes as files, out and in'), href: noteFilesHref(recording), icon: 'file' }]),
});
