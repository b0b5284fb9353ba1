import { newId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { attributes } from '#ui/attributes.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { lessonHref } from './addresses.ts';
import { type Note, sideBySide, stillIn } from './lesson.ts';
import type { ShownLesson } from './lesson.queries.ts';
import { longestNote, noMoment, wholeClass } from './note-rules.ts';
import { noteItem, noteTemplate } from './note-item.view.ts';
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
  const list = html`<section class="own-notes">
    <h2>${t('Your notes')}</h2>
    <p class="count" ${attributes({ hidden: mine.length === 0 })}>${counted(mine.length)}</p>
    <ul class="items">
      ${mine.map((note) => item(view, note, writes && 'withdraw'))}
    </ul>
    <div class="none" ${attributes({ hidden: mine.length > 0 })}>
      ${empty({ says: t('You have noted nothing yet. What you note stands here, the newest first.') })}
    </div>
  </section>`;
  return html`${writes ? noting(view, list) : list} ${takenBack(view)}
    <p>
      ${linkButton({ label: t('The research lesson'), href: lessonHref(at.opened.programme, at.step), icon: 'group' })}
    </p>`;
}

const counted = (count: number): string => tn(count, 'One note', '{n} notes');

/** The words of the browser's half travel with the markup, so they are translated in one place. */
function noting(view: NotesView, list: Html): Html {
  const here = lessonHref(view.at.opened.programme, view.at.step, 'notes');
  return html`<lesson-notes${attributes({
    'data-one': tn(1, 'One note', '{n} notes'),
    // The browser fills in the number.
    'data-many': t('{n} notes', { n: '{n}' }),
    'data-waiting': t('Being sent. Kept on this device until it has arrived.'),
    'data-offline': t('Not sent yet: kept on this device.'),
    'data-signed-out': t(
      'Not sent yet: kept on this device. You were signed out; it is sent once you sign in again.',
    ),
    'data-elsewhere': t(
      'Not sent yet: kept on this device. It is sent once you are signed in here again, in this school.',
    ),
    'data-refused': t('Not sent: it was not taken here. It is kept on this device, so that you can copy it.'),
    'data-unkept': t(
      'Not sent yet, and this device could not keep it. Leave this page open until it is sent.',
    ),
    'data-sent': t('Sent.'),
    'data-nothing': t('Write what you saw or heard first.'),
    'data-no-line': t('There is no connection. Take the note back when there is one.'),
    'data-no-moment': noMoment,
    'data-leaving': t(
      'Some of your notes on a lesson have not been sent. To sign out all the same, and so take them off this device, press the button again.',
    ),
  })}>
${noteForm(view, here)}
<p class="note-state" role="status"></p>
<p class="sign-in-again" hidden><a class="button secondary" href="/sign-in?then=${encodeURIComponent(here)}">${t('Sign in again')}</a></p>
${whatIsKept()} ${whatWePredicted(view.lesson)} ${list}
${noteTemplate(view)}
</lesson-notes>`;
}

/** One of the two is shown: with or without the browser's half. */
const whatIsKept = (): Html =>
  html`<p class="hint with-script" hidden>
      ${t(
        'Each note is kept on this device until it has arrived, for up to fourteen days, also when you close this page or your time signed in runs out; pressing “Sign out” takes it off. Without a connection this page cannot be opened again, so leave it open.',
      )}
    </p>
    <p class="hint without-script">
      ${t('Each note goes when you press the button. To keep notes on this device while the line is bad, the browser needs JavaScript; paper is the next best.')}
    </p>`;

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
): Html =>
  noteItem({
    id: note.id,
    text: note.text,
    about: `${aboutWhat(lesson, note)}, ${whenNoted(note, at.step.on_date, visit)}`,
    action: button && lessonHref(at.opened.programme, at.step, `notes/${note.id}/${button}`),
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

function takenBack(view: NotesView): Html {
  const those = view.lesson.takenBack.toReversed();
  if (those.length === 0) return nothing;
  return details(
    tn(those.length, 'One note that you took back', '{n} notes that you took back'),
    html`<ul class="items">
      ${those.map((note) => item(view, note, view.writes && 'bring-back'))}
    </ul>`,
  );
}
