import { sql } from 'kysely';
import { Refused } from '#platform/errors.ts';
import { Change, type Visit } from '#platform/http/context.ts';
import { action, see, type Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { findFfmpeg } from '#platform/media/find-ffmpeg.ts';
import { openForChange, openRecording } from '../../open-recording.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { type Recording, recordingHref } from '../../recording.ts';
import { readExemplar } from '../exemplar-fields.ts';
import { copyMedia, type Copied } from './copy-media.ts';
import { insertCopy, type NewCopy } from './insert-copy.ts';
import { whyNotOffered } from './may-be-offered.ts';
import { offerPage } from './offer.page.ts';
import { type Offered, offerInput, stretchOf, wrongIn } from './offer-input.ts';
import { selectOffering, type SeenPupil } from './offering.queries.ts';

/**
 * Its author offers a recording, or a stretch of it, to all staff: a copy is made that stands by itself. Whoever may be
 * recognised must have agreed to that; it is asked before the copy is made, and again when it is written.
 */
export const offerExemplar = action('/recordings/:recording/exemplar', {
  purpose: 'learning',
  access: recordingPolicy,
  page: offerPage,
  input: offerInput,
  async alsoWrong(visit, readable) {
    return (await asked(visit, readable)).wrong;
  },
  async prepare(visit, sent): Promise<Copied | null> {
    if ((await copiedBefore(visit, sent.id)) !== undefined) return null;
    const { recording, wrong } = await asked(visit, sent);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    return copyMedia(visit, recording, sent.id, cutOf(sent, recording));
  },
  async run(change, sent, copied) {
    const to = recordingHref({ id: sent.id });
    const { recording, pupils, wrong } = await asked(change, sent);
    const before = await copiedBefore(change, sent.id);
    if (before === recording.id) {
      await change.record({ kind: 'exemplar.came-again', itemId: sent.id });
      return see(to, t('The copy is made.'));
    }
    if (before !== undefined || !copied) throw new Refused(t('Open this page again, and send it once more.'));
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const stretch = cutOf(sent, recording);
    await insertCopy(
      change.tx,
      recording,
      {
        id: sent.id,
        title: sent.title,
        lesson: sent.lesson,
        keepUntil: sent.keep_until,
        stretch,
        transcript: sent.transcript,
        pupils: pupilsIn(pupils, sent),
        said: readExemplar(sent),
        copied,
      },
      change.now,
    );
    await change.record({
      kind: 'exemplar.offered',
      itemId: sent.id,
      body: { from: recording.id, ...stretch, unseen: sent.unseen, transcript: sent.transcript },
    });
    if (stretch)
      await change.record({
        kind: 'recording.changes-wanted',
        itemId: sent.id,
        body: { ...stretch },
        tell: true,
      });
    return see(
      to,
      stretch
        ? t('The stretch is being cut out. Look at it when it is ready: then it opens for all staff.')
        : t('All staff can watch it now, but for those who manage you.'),
    );
  },
});

/** The recording with all that decides about offering it, and what is wrong with what was sent. */
async function asked(
  visit: Visit,
  sent: Partial<Offered>,
): Promise<{ recording: Recording; pupils: SeenPupil[]; wrong: Wrong }> {
  const opened = await (visit instanceof Change ? openForChange(visit) : openRecording(visit, 'decide'));
  const { recording } = opened;
  const whyNot = recording.isExemplar ? t('This is an example already.') : whyNotOffered(opened);
  if (whyNot) return { recording, pupils: [], wrong: { '': whyNot } };
  const { pupils, keeping } = await selectOffering(visit, recording);
  const canCut = (await findFfmpeg()) !== null;
  return {
    recording,
    pupils,
    wrong: wrongIn(sent, { recording, pupils, canCut, today: visit.today, keeping }),
  };
}

function cutOf(sent: Offered, recording: Recording) {
  const cut = stretchOf(sent, recording);
  if ('wrong' in cut) throw new Refused({ ...cut.wrong });
  return cut.stretch;
}

/** Of which recording there is a copy by this id; undefined where there is none. */
async function copiedBefore(visit: Visit, id: string): Promise<string | null | undefined> {
  const { rows } = await sql<{ of: string | null }>`select r.copied_from as "of" from recording r
    where r.owner_id = ${visit.organisationId} and r.id = ${id}`.execute(visit.db);
  return rows[0]?.of;
}

/** Whoever is unseen in the stretch is kept as hidden: should that be wrong, it can be seen who was meant. */
const pupilsIn = (pupils: readonly SeenPupil[], { unseen }: Offered): NewCopy['pupils'] =>
  pupils.map(({ personId, answer }) => ({
    personId,
    shown: unseen.includes(personId) ? 'hidden' : 'seen',
    consent: answer,
  }));
