import { sql } from 'kysely';
import { audienceNote } from '#platform/access/audience-words.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { itemList } from '#platform/access/select-item.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { admitToRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingList } from '../recording.queries.ts';
import { recordingHref } from '../recording.ts';
import { recordingTrail } from '../recording-trail.ts';
import { maySend } from './arriving/upload-rules.ts';
import { underWayList } from './arriving/upload.queries.ts';
import { mayNotBeSeen, seenTodayList } from './arriving/who-must-be-hidden.ts';
import { type Sending, sendView } from './send.view.ts';

const ask = composed((who, given: Given<{ id: string; now: Date; today: string }>) => ({
  items: itemList(who, { ownerId: sql.val(who.organisationId), ...given }),
  recordings: recordingList(who.organisationId, who.personId, given.id),
  begun: underWayList(who.organisationId, given.id, given.now),
  seen: seenTodayList(who.organisationId, { recordingId: given.id, today: given.today }),
  outside: list<{
    name: string;
  }>(sql`select p.name from recording_pupil rp join person p on p.id = rp.person_id
    where rp.owner_id = ${who.organisationId} and rp.recording_id = ${given.id} and rp.shown = 'hidden'
    order by p.sort_name, p.id`),
}));

async function openToSend(visit: Visit): Promise<Sending | See> {
  const id = visit.params.recording ?? '';
  if (!isId(id)) throw new NotFound();
  const { now, today } = visit;
  const { items, recordings, begun, seen, outside } = await ask(visit.db, visit.who, { id, now, today });
  const item = visit.admit(recordingPolicy, items[0]);
  const recording = admitToRecording(visit, item, recordings[0], 'decide');
  if (item.endedAt || !maySend(recording)) return see(recordingHref(recording));
  const [upload] = begun;
  const arrived = upload && (await visit.services.vault.length(upload.id));
  return {
    item,
    recording,
    begun: upload && arrived ? { ...upload, arrived } : null,
    seen: seen.length,
    mustHide: seen.filter(mayNotBeSeen).map(({ name }) => name),
    outside: outside.map(({ name }) => name),
    trouble: visit.query.trouble,
  };
}

/** Where a film or a sound is chosen, made ready on the device, and sent. */
export const sendPage = page('/recordings/:recording/send', {
  purpose: 'learning',
  access: recordingPolicy,
  load: openToSend,
  view: (sending, visit) => ({
    title: t('Film and send'),
    audience: audienceNote(
      sending.item,
      recordingPolicy,
      visit.who,
      recordingHref(sending.recording, 'share'),
    ),
    trail: recordingTrail(sending.recording),
    body: sendView(sending),
  }),
});
