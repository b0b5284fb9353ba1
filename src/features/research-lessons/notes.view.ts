import { newId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { noteTaking, noteTemplate, type OwnNote, ownNotes, takenBack } from '#ui/waiting-notes.ts';
import { lessonHref } from './addresses.ts';
import { type Note, sideBySide, stillIn } from './lesson.ts';
import type { ShownLesson } from './lesson.queries.ts';
import { longestNote, noMoment, wholeClass } from './note-rules.ts';
import type { OpenedLesson } from './open-lesson.ts';
import { aboutWhat, whenNoted } from './words.ts';

export interface NotesView {
  at: OpenedLesson;
  lesson: ShownLesson;
  visit: Visit;
  /** The programme is still open. */
  writes: boolean;
}

/** The form, and below it one's own notes, the newest first. */
export function notesView(view: NotesView): Html {
  const { at, lesson, writes } = view;
  const mine = lesson.notes.filter(({ mine: own }) => own).toReversed();
  const list = ownNotes(
    t('Your notes'),
    t('You have noted nothing yet. What you note stands here, the newest first.'),
    mine.map((note) => item(view, note, writes && 'withdraw')),
  );
  return html`${writes ? noting(view, list) : list}
    ${takenBack(lesson.takenBack.toReversed().map((note) => item(view, note, writes && 'bring-back')))}
    <p>
      ${linkButton({ label: t('The research lesson'), href: lessonHref(at.opened.programme, at.step), icon: 'group' })}
    </p>`;
}

function noting(view: NotesView, list: Html): Html {
  const { programme } = view.at.opened;
  const here = lessonHref(programme, view.at.step, 'notes');
  return noteTaking(
    {
      name: 'lesson-notes',
      here,
      nothing: t('Write what you saw or heard first.'),
      leaving: t(
        'Some of your notes on a lesson have not been sent. To sign out all the same, and so take them off this device, press the button again.',
      ),
      data: { 'data-no-moment': noMoment },
    },
    noteForm(view, here),
    html`${whatWePredicted(view.lesson)} ${list}
    ${noteTemplate((id) => lessonHref(programme, view.at.step, `notes/${id}/withdraw`))}`,
  );
}

function noteForm({ lesson, visit }: NotesView, action: string): Html {
  const [pupils, moments] = [stillIn(lesson.pupils), stillIn(lesson.moments)];
  const state = visit.formAt(action);
  const only = moments.length === 1 ? moments[0]!.id : undefined;
  const values = {
    pupil: chosen(visit.query['pupil'], pupils, wholeClass),
    moment: chosen(visit.query['moment'], moments, noMoment),
    ...state.values,
  };
  return form(
    {
      ...state,
      values,
      quiet: true,
      button: t('Note it'),
      hidden: { id: newId(visit.now), ...(moments.length < 2 && { moment: only ?? noMoment }) },
    },
    (f) => html`
      ${
        pupils.length > 0 &&
        f.radios({
          name: 'pupil',
          label: t('Whom you watch'),
          required: true,
          options: [
            { value: wholeClass, label: t('The whole class') },
            ...pupils.map(({ id, label }) => ({ value: id, label })),
          ],
        })
      }
      ${
        moments.length > 1 &&
        f.radios({
          name: 'moment',
          label: t('Moment'),
          required: true,
          options: [
            { value: noMoment, label: t('None in particular') },
            ...moments.map(({ id, title }) => ({ value: id, label: title })),
          ],
        })
      }
      ${f.textarea({
        name: 'text',
        label: t('What you saw or heard'),
        required: true,
        rows: 3,
        maxlength: longestNote,
      })}
    `,
  );
}

/** What was chosen for the note before, where it is still there. */
const chosen = (before: string | undefined, all: readonly { id: string }[], none: string): string =>
  all.some(({ id }) => id === before) ? before! : none;

const item = (
  { at, lesson, visit }: NotesView,
  note: Note,
  button: 'withdraw' | 'bring-back' | false,
): OwnNote => ({
  id: note.id,
  text: note.text,
  about: `${aboutWhat(lesson, note)}, ${whenNoted(note, at.step.on_date, visit)}`,
  action: button ? lessonHref(at.opened.programme, at.step, `notes/${note.id}/${button}`) : null,
  button: button === 'bring-back' ? t('Bring it back') : t('Take it back'),
});

/** What one looks for, at hand and folded away. */
function whatWePredicted(lesson: ShownLesson): Html {
  const told = sideBySide(lesson).flatMap(({ pupil, rows }) => {
    const says = rows.flatMap(({ moment, predicted }) =>
      predicted
        ? [html`<strong>${moment?.title}.</strong> <span class="as-written">${predicted.text}</span>`]
        : [],
    );
    return says.length > 0 ? [{ term: pupil.label, says }] : [];
  });
  return told.length === 0 ? nothing : details(t('What we predicted'), definitionList(told));
}
