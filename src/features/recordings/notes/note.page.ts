import { selectTexts } from '#platform/audit/text-versions.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingTrail } from '../recording-trail.ts';
import { settleNews } from '../sharing/news.notices.ts';
import { noteAudience } from './note-audience.ts';
import { timeInWords } from './note.ts';
import { noteView } from './note.view.ts';
import { openNote } from './open-note.ts';

/** One note with what was answered to it; for its writer also how it read before. */
export const notePage = page('/recordings/:recording/notes/:note', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const opened = await openNote(visit);
    const { note, recording, news } = opened;
    await settleNews(visit, recording.id, news);
    const isChanged = note.personId === visit.who.personId && note.version > 1;
    const versions = isChanged
      ? await selectTexts(visit.db, { ownerId: recording.ownerId, id: note.id })
      : [];
    return { ...opened, before: versions.filter(({ version }) => version < note.version) };
  },
  view: (opened, visit) => ({
    title: t('The note at {time}', { time: timeInWords(opened.note) }),
    audience: noteAudience(opened, visit),
    trail: recordingTrail(opened.recording),
    body: noteView(opened, visit),
  }),
});
