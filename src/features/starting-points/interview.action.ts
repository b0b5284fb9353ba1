import { z } from 'zod';
import { insertItem, principals } from '#platform/access/items.ts';
import { NotAllowed, Refused, Stale } from '#platform/errors.ts';
import { day, prose, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  insertInterviewNotes,
  selectInterviewNotes,
  updateInterviewNotes,
} from './interview-notes.queries.ts';
import { interviewNotesPage } from './interview-notes.page.ts';
import { editInterviewNotesPage, interviewPage } from './interview.page.ts';
import { openStartingPoints } from './open-starting-points.ts';
import { interviewNotesPolicy, startingPointsPolicy } from './starting-points.policy.ts';
import { readTexts, textsInWords } from './starting-points-form.ts';

/** Notes are of a talk that has been. Throws `Refused` at its day. */
function mustHaveBeen(heldOn: string, today: string): void {
  if (heldOn > today)
    throw new Refused({ held_on: t('This day is still to come. Choose the day you talked.') });
}

/** Begins the notes of a talk: the teacher can read them and reply, nobody else opens them. */
export const beginInterviewNotes = action('/starting-points/:person/:id/interview', {
  purpose: 'learning',
  access: startingPointsPolicy,
  input: z.looseObject({ held_on: day('Choose the day of the talk.') }),
  page: interviewPage,
  async run(change, sent) {
    const { tx, who, now, organisationId } = change;
    const shared = await openStartingPoints(change, 'read');
    if (shared.authorId === who.personId)
      throw new NotAllowed(
        'Notes of a talk are written by the person you talked with.',
        'Share your starting points with them.',
      );
    mustHaveBeen(sent.held_on, change.today);
    const texts = readTexts(sent);
    const id = await insertItem(
      tx,
      {
        ownerId: organisationId,
        policy: interviewNotesPolicy,
        authorId: who.personId,
        grants: [
          { principal: principals.person(who.personId), ability: 'edit' },
          { principal: principals.person(shared.authorId), ability: 'contribute' },
        ],
      },
      now,
    );
    const notes = {
      organisationId,
      id,
      teacherId: shared.authorId,
      startingPointsId: shared.id,
      interviewerId: who.personId,
    };
    if (!(await insertInterviewNotes(tx, { ...notes, heldOn: sent.held_on, texts }, now)))
      throw new Refused(
        t(
          'You have notes of this talk already, so these were not saved beside them. Copy what you need and add it there.',
        ),
      );
    await change.record({
      kind: 'interview.noted',
      itemId: id,
      body: { personId: shared.authorId },
      tell: true,
    });
    return see(`/interview-notes/${id}`, t('The notes are saved. The teacher can read them and reply.'));
  },
});

export const saveInterviewNotes = action('/interview-notes/:notes/edit', {
  purpose: 'learning',
  access: interviewNotesPolicy,
  input: z.looseObject({ held_on: day('Choose the day of the talk.'), version: version() }),
  page: editInterviewNotesPage,
  async run(change, sent) {
    const item = await change.open(interviewNotesPolicy, change.params.notes!);
    change.who.must('write', interviewNotesPolicy, item);
    mustHaveBeen(sent.held_on, change.today);
    const { tx, organisationId, who, now } = change;
    const before = await selectInterviewNotes(tx, organisationId, item.id);
    const next = {
      shown: sent.version,
      writtenBy: who.personId,
      texts: readTexts(sent),
      heldOn: sent.held_on,
    };
    if (!(await updateInterviewNotes(tx, organisationId, before, next, now))) {
      const current = await selectInterviewNotes(tx, organisationId, item.id);
      throw new Stale({
        version: current.textsVersion,
        writerId: current.interviewerId,
        writtenBy: current.interviewer,
        writtenAt: current.updatedAt,
        fields: textsInWords(current.texts),
      });
    }
    await change.record({ kind: 'interview.changed', itemId: item.id });
    return see(`/interview-notes/${item.id}`, t('The notes are saved.'));
  },
});

/** The teacher's own words beside the notes; the interviewer cannot change them. */
export const replyToNotes = action('/interview-notes/:notes/reply', {
  purpose: 'learning',
  access: interviewNotesPolicy,
  input: z.object({ reply: prose('Write your reply.', 20_000), version: version() }),
  page: interviewNotesPage,
  async run(change, sent) {
    const item = await change.open(interviewNotesPolicy, change.params.notes!);
    change.who.must('reply', interviewNotesPolicy, item);
    const { tx, organisationId, who, now } = change;
    const before = await selectInterviewNotes(tx, organisationId, item.id);
    if (before.teacherId !== who.personId)
      throw new NotAllowed('The reply is the teacher’s own.', interviewNotesPolicy.ask);
    const next = { shown: sent.version, writtenBy: who.personId, reply: sent.reply };
    if (!(await updateInterviewNotes(tx, organisationId, before, next, now))) {
      const current = await selectInterviewNotes(tx, organisationId, item.id);
      throw new Stale({
        version: current.replyVersion,
        writerId: current.teacherId,
        writtenBy: current.teacher,
        writtenAt: current.updatedAt,
        fields: [{ name: 'reply', label: t('Your reply'), text: current.reply }],
      });
    }
    await change.record({
      kind: 'interview.replied',
      itemId: item.id,
      body: { personId: before.interviewerId },
      tell: true,
    });
    return see(`/interview-notes/${item.id}`, t('Your reply is saved.'));
  },
});
