import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { addNote } from './add-note.action.ts';
import {
  endClipForm,
  keepClipFormBack,
  restoreClipForm,
  shareClipForm,
} from './clip-forms/clip-form-state.action.ts';
import { addClipForm, saveClipForm } from './clip-forms/save-clip-form.action.ts';
import { editClipFormPage, newClipFormPage } from './clip-forms/write-clip-form.page.ts';
import { editNotePage } from './edit-note.page.ts';
import { endNote, restoreNote } from './end-note.action.ts';
import { notePage } from './note.page.ts';
import { notesJson } from './notes-json.bytes.ts';
import { takeAwayNotes } from './notes.take-away.ts';
import { recordingPage } from './recording.page.ts';
import { endReply, reply, restoreReply } from './reply.action.ts';
import { saveNote } from './save-note.action.ts';
import { keepAllNotesBack, keepNoteBack, shareAllNotes, shareNote } from './share-notes.action.ts';
import { chooseTags } from './tag-sets/choose-tags.action.ts';
import { chooseTagsPage } from './tag-sets/choose-tags.page.ts';
import { editTagSetPage } from './tag-sets/edit-tag-set.page.ts';
import { newTagSetPage } from './tag-sets/new-tag-set.page.ts';
import { addTagSet, endTagSet, restoreTagSet, saveTagSet } from './tag-sets/save-tag-set.action.ts';
import { tagSetsPage } from './tag-sets/tag-sets.page.ts';

export { insertNotes } from './write-notes.ts';

/** Notes on time: the page of a recording, notes, answers, tags, and what is written about a clip. */
export const notesOfRecordings = {
  routes: [
    recordingPage,
    notesJson,
    addNote,
    shareAllNotes,
    keepAllNotesBack,
    notePage,
    editNotePage,
    saveNote,
    endNote,
    restoreNote,
    shareNote,
    keepNoteBack,
    reply,
    endReply,
    restoreReply,
    chooseTagsPage,
    chooseTags,
    tagSetsPage,
    newTagSetPage,
    addTagSet,
    editTagSetPage,
    saveTagSet,
    endTagSet,
    restoreTagSet,
    newClipFormPage,
    addClipForm,
    editClipFormPage,
    saveClipForm,
    shareClipForm,
    keepClipFormBack,
    endClipForm,
    restoreClipForm,
  ],
  takeAway: takeAwayNotes,
  drafts: { 'clip-form': () => t('Notes on a clip') },
} satisfies Partial<Feature>;
