import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingTrail } from '../recording-trail.ts';
import { noteAudience } from './note-audience.ts';
import { noteFields, noteValues } from './note-form.ts';
import { noteHref, timeInWords } from './note.ts';
import { mustBeOwn, openNote } from './open-note.ts';
import { usedTags } from './tags.ts';

/** Its writer changes a note. */
export const editNotePage = page('/recordings/:recording/notes/:note/edit', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const opened = await openNote(visit);
    visit.who.must('note', recordingPolicy, opened.item);
    mustBeOwn(visit, opened);
    return opened;
  },
  view(opened, visit) {
    const { recording, note, ownSets } = opened;
    const action = noteHref(note, 'edit');
    const { values, errors } = visit.formAt(action);
    const tags = usedTags(recording.tagSets, ownSets);
    return {
      title: t('Change this note'),
      audience: note.sharedAt === null ? onlyYou() : noteAudience(opened, visit),
      trail: [
        ...recordingTrail(recording),
        { label: t('The note at {time}', { time: timeInWords(note) }), href: noteHref(note) },
      ],
      body: form(
        {
          action,
          button: t('Save the changes'),
          values: { ...noteValues(note), ...values },
          errors,
          hidden: { version: note.version },
          cancel: noteHref(note),
        },
        (f) => noteFields(f, { tags, ownSets, note }),
      ),
    };
  },
});
