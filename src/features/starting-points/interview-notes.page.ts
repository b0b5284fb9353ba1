import { page } from '#platform/http/route.ts';
import { settle } from '#platform/notices/notices.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { selectNotesToAnswer } from './interview-notes.queries.ts';
import { betweenYou } from './interview.page.ts';
import { addressOf } from './open-starting-points.ts';
import { interviewNotesPolicy } from './starting-points.policy.ts';
import { notesNotice, replyNotice } from './tell-of-notes.handler.ts';
import { textList } from './starting-points-form.ts';

const draftOf = (id: string): string => `interview-reply:${id}`;

/** The notes of a talk with the teacher's reply: for the two who had it. */
export const interviewNotesPage = page('/interview-notes/:notes', {
  purpose: 'learning',
  access: interviewNotesPolicy,
  async load(visit) {
    const item = await visit.open(interviewNotesPolicy, visit.params.notes!);
    const { personId } = visit.who;
    const notes = await selectNotesToAnswer(visit.db, visit.organisationId, item.id, {
      writer: visit.who,
      key: draftOf(item.id),
    });
    const replies = notes.teacherId === personId;
    // Reading it is all that was asked, so it leaves the reader's list.
    const kind = replies ? notesNotice : replyNotice;
    await settle(
      visit.db,
      { personIds: [personId], fromOwner: visit.organisationId, kind, subjectKey: item.id },
      visit.now,
    );
    return {
      notes,
      writes: visit.who.may('write', interviewNotesPolicy, item),
      replies,
      form: visit.formAt(`/interview-notes/${item.id}/reply`),
    };
  },
  view: ({ notes, writes, replies, form: state }) => ({
    title: t('Talk on {day}', { day: formatDate(notes.heldOn, 'long') }),
    audience: betweenYou([replies ? notes.interviewer : notes.teacher]),
    status: {
      where: t('Noted by {name}, about the starting points of {teacher}.', {
        name: notes.interviewer,
        teacher: notes.teacher,
      }),
    },
    ...(writes
      ? { action: { label: t('Change the notes'), href: `/interview-notes/${notes.id}/edit` } }
      : {}),
    trail: [
      {
        label: t('Starting points'),
        href: addressOf({ ownerId: notes.teacherId, id: notes.startingPointsId }),
      },
    ],
    body: html`${textList(notes.texts)}
    ${
      replies
        ? html`<h2>${t('Your reply')}</h2>
            <p>
              ${t('Say it in your own words where the notes miss something. Nobody can change your reply.')}
            </p>
            ${form(
              {
                ...state,
                values: state.values ?? notes.draft ?? { reply: notes.reply },
                button: t('Save my reply'),
                hidden: { version: notes.replyVersion },
                draft: draftOf(notes.id),
              },
              (f) =>
                f.textarea({
                  name: 'reply',
                  label: t('Your reply'),
                  labelHidden: true,
                  required: true,
                  rows: 4,
                }),
            )}`
        : notes.reply &&
          html`<h2>${t('{name} replied', { name: notes.teacher })}</h2>
            <p class="as-written">${notes.reply}</p>`
    }`,
  }),
});
