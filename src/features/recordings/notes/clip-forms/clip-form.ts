import { type ClipForm, clipFormOf } from '#features/evidence/index.ts';
import { recordingHref } from '../../recording.ts';

/** What one person wrote about a stretch of a recording, under the headings of a clip form. */
export interface WrittenClipForm {
  id: string;
  recordingId: string;
  personId: string;
  writer: string;
  /** Id of the form in the catalogue. */
  form: string;
  fromMs: number;
  toMs: number;
  /** By id of the part. Null while it is not the reader's to read: then they know only which stretch it is about. */
  answers: Record<string, string> | null;
  sharedAt: Date | null;
  version: number;
  updatedAt: Date;
}

/** In characters, each part. */
export const longestAnswer = 4000;

export const clipFormHref = (recording: { id: string }, part: string): string =>
  recordingHref(recording, `clip-forms/${part}`);

/** The name under which what is typed is kept. */
export const draftOf = (recordingId: string, id: string): string => `clip-form:${recordingId}:${id}`;

/** The headings, also of a form that the catalogue does not have any more: then the ids stand for them. */
export const partsOf = ({ form, answers }: Pick<WrittenClipForm, 'form' | 'answers'>): ClipForm['parts'] =>
  clipFormOf(form)?.parts ?? Object.keys(answers ?? {}).map((id) => ({ id, title: id, prompt: '' }));
