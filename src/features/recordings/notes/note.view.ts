import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import type { Visit } from '#platform/http/context.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { noteWords, stateOf } from './note-item.view.ts';
import { noteHref, playHref, type Reply, sortInWords, sortOfOther, timeInWords } from './note.ts';
import type { OpenedNote } from './open-note.ts';
import { tagTitles } from './tags.ts';

interface Shown extends OpenedNote {
  /** How it read before, the newest first; its writer's to see. */
  before: readonly { version: number; writtenAt: Date; fields: Record<string, unknown> }[];
}

/** One note, what can be done with it, and the thread of answers. */
export function noteView(opened: Shown, visit: Visit): Html {
  const { recording, note, ownSets, replies, may, item, before } = opened;
  const me = visit.who.personId;
  const own = note.personId === me;
  const writes = may('note') && recording.state !== 'erased' && !item.endedAt;
  return html`<div class="note one ${note.sort}">
      <p class="note-head">
        <a class="note-time" href="${playHref(recording.id, note)}"
          >${t('Play from {time}', { time: timeInWords(note) })}</a
        >
        <span class="note-who"
          >${own ? sortInWords(note.sort) : html`<bdi>${note.writer}</bdi>: ${sortOfOther(note.sort)}`}</span
        >
        ${stateOf(note, { me, recording })}
      </p>
      ${noteWords(note, tagTitles(ownSets))}
    </div>
    ${own && writes && ownActs(opened)} ${before.length > 0 && earlier(before)}
    <h2>${t('Answers')}</h2>
    ${
      replies.length === 0
        ? html`<p class="empty">${t('Nobody has answered yet.')}</p>`
        : html`<ul class="items">
            ${replies.map((each) => replyItem(each, opened, writes && each.personId === me))}
          </ul>`
    }
    ${writes && replyForm(opened, visit)}`;
}

function ownActs({ note }: OpenedNote): Html {
  const act = (part: string, button: string): Html =>
    form({ action: noteHref(note, part), button, quiet: true });
  return html`${quietActions([{ label: t('Change this note'), href: noteHref(note, 'edit'), icon: 'edit' }])}
    <div class="acts">
      ${note.sharedAt === null ? act('share', t('Share this note')) : act('keep-back', t('Keep it back'))}
      ${act('withdraw', t('Take this note away'))}
    </div>`;
}

const earlier = (before: Shown['before']): Value =>
  details(
    tn(before.length, 'How it read before', 'How it read before ({n} versions)'),
    before.map(
      ({ writtenAt, fields }) =>
        html`<p class="meta">${formatMoment(writtenAt)}</p>
          <p class="as-written" dir="auto">${String(fields['text'] ?? '')}</p>`,
    ),
  );

const replyItem = (each: Reply, { note }: OpenedNote, own: boolean): Html =>
  html`<li id="reply-${each.id}">
    <p class="as-written" dir="auto">${each.text}</p>
    <p class="meta"><bdi>${each.writer}</bdi>, ${formatMoment(each.createdAt)}</p>
    ${
      own &&
      form({
        action: noteHref(note, `replies/${each.id}/end`),
        button: t('Take it away'),
        describe: t('Take it away: your answer of {when}', { when: formatMoment(each.createdAt) }),
        quiet: true,
      })
    }
  </li>`;

function replyForm({ note }: OpenedNote, visit: Visit): Html {
  const action = noteHref(note, 'replies');
  const { values, errors } = visit.formAt(action);
  return form({ action, button: t('Answer'), values: values ?? {}, errors }, (f) =>
    f.textarea({ name: 'text', label: t('Your answer'), rows: 3, required: true }),
  );
}
