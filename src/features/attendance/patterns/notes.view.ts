import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { attendancePath, pupilHref } from '../attendance.ts';
import type { HandNote } from '../pupil/year.queries.ts';

const noteHref = (id: string, more: string): string => `${attendancePath}/notes/${id}/${more}`;

/** What was done where a hand was needed, with what came of it. Read by those who look after the pupil. */
export const notesView = (pupilId: string, notes: readonly HandNote[], visit: Visit): Html =>
  html`<section>
    <h2>${t('What was done to help')}</h2>
    <p class="meta">
      ${t('Read by the attendance officer, the head, senior leaders, the safeguarding lead and the teachers of the pupil’s form. Pupil and family do not see it here.')}
    </p>
    ${countedList({
      says: tn(notes.length, '{n} note', '{n} notes'),
      items: notes.map((note) => one(note, visit)),
      empty: t('Nothing is written down yet.'),
    })}
    ${newNote(pupilId, visit)}
  </section>`;

const newNote = (pupilId: string, visit: Visit): Html => {
  const action = pupilHref(pupilId, 'notes');
  const state = visit.formAt(action);
  return details(
    t('Write down what was done'),
    form({ ...state, button: t('Write it down') }, (f) => [
      f.textarea({
        name: 'words',
        label: t('What was done, and with whom'),
        required: true,
        maxlength: 2000,
        rows: 3,
      }),
      f.date({ name: 'look_again_on', label: t('Look at it again on'), min: visit.today }),
    ]),
    state.errors !== undefined,
  );
};

const one = (note: HandNote, visit: Visit): Html => {
  const action = noteHref(note.id, 'outcome');
  const state = visit.formAt(action);
  return html`<span dir="auto">${note.words}</span><br /><span class="meta"
      >${note.writtenBy},
      ${formatMoment(note.createdAt)}${
        note.lookAgainOn !== null &&
        html`. ${t('To be looked at again on {day}.', { day: formatDate(note.lookAgainOn, 'weekday') })}`
      }</span
    >
    ${note.outcome !== '' && html`<br />${t('What came of it:')} <span dir="auto">${note.outcome}</span>`}
    ${details(
      note.outcome === '' ? t('Write down what came of it') : t('Change what came of it'),
      form(
        {
          values: { outcome: note.outcome, look_again_on: note.lookAgainOn },
          ...state,
          button: t('Save'),
          quiet: true,
          hidden: { version: note.version },
        },
        (f) => [
          f.textarea({
            name: 'outcome',
            label: t('What came of it'),
            required: true,
            maxlength: 2000,
            rows: 2,
          }),
          f.date({ name: 'look_again_on', label: t('Look at it again on') }),
        ],
      ),
      state.errors !== undefined,
    )}`;
};
