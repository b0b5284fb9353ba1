import { z } from 'zod';
import type { Services } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { told } from '#platform/jobs/handler.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { isPlayable, recordingHref } from '../recording.ts';
import { selectStanding, type Standing } from './standing.queries.ts';

/** What waits about a recording. None says whose it is or what is in it. */
export const sharingNotices = {
  'recording.watch': () => t('A recording of yours is ready: you watch it first'),
  'recording.not-made': () => t('A recording of yours could not be made ready'),
  'recording.shown': () => t('A recording was shown to you'),
  'recording.ready': () => t('Somebody is ready to talk about a recording: say when you are'),
  'recording.consent': () => t('A consent was taken back: a recording of yours is closed until you decide'),
} satisfies Record<string, () => string>;

type Waiting = Omit<Notice, 'fromOwner' | 'itemId' | 'kind'> & { kind: keyof typeof sharingNotices };

/** What waits for whom, worked out from how the recording stands. */
function waitingFor({ recording, people }: Standing): Waiting[] {
  const wait = (personId: string, kind: Waiting['kind'], below = ''): Waiting => ({
    personId,
    kind,
    subjectKey: recording.id,
    href: recordingHref(recording, below),
    dueAt: null,
  });
  if (recording.endedAt) return [];
  if (recording.state === 'unreadable') return [wait(recording.authorId, 'recording.not-made')];
  if (!isPlayable(recording)) return [];
  if (recording.closed) return [wait(recording.authorId, 'recording.consent', 'consent')];
  const others = people.filter(({ personId, sees }) => sees && personId !== recording.authorId);
  // An example is for all staff, whom nobody names: its stretch waits for its author once it is cut out.
  const isForSomebody = others.length > 0 || (recording.isExemplar && recording.state === 'ready');
  if (!recording.watchedAt) return isForSomebody ? [wait(recording.authorId, 'recording.watch')] : [];
  const isReady = (personId: string): boolean =>
    people.some((each) => each.personId === personId && each.readyAt !== null);
  const oneReady = people.filter(({ readyAt }) => readyAt !== null);
  return [
    ...others.filter(({ watched }) => !watched).map(({ personId }) => wait(personId, 'recording.shown')),
    ...[{ personId: recording.authorId, notes: true }, ...others]
      .filter(
        ({ personId, notes }) =>
          notes && !isReady(personId) && oneReady.some((each) => each.personId !== personId),
      )
      .map(({ personId }) => wait(personId, 'recording.ready')),
  ];
}

/** Brings everybody's list in line with the recording as it stands. */
async function settleSharing(
  services: Services,
  ownerId: string,
  recordingId: string,
  before: readonly string[] = [],
): Promise<void> {
  const standing = await selectStanding(services.db, ownerId, recordingId, before);
  if (!standing) return;
  const personIds = [standing.recording.authorId, ...standing.people.map(({ personId }) => personId)];
  await settleMatter(
    services.db,
    { fromOwner: ownerId, itemId: recordingId, personIds, kinds: Object.keys(sharingNotices) },
    waitingFor(standing),
    services.now(),
  );
}

/** All that changes who sees a recording, or what they wait for. */
const changes = [
  'recording.arrived',
  'recording.made',
  'recording.shared',
  'recording.watched',
  'recording.not-watched',
  'recording.ready',
  'recording.not-ready',
  'recording.talk-opened',
  'recording.talk-closed',
  'recording.ended',
  'recording.restored',
  'recording.erased',
  'recording.consent-changed',
];

export const settleSharingWhen = told(
  changes,
  // Whom it was shown to before, where that changed.
  z.object({ itemId: z.uuid(), before: z.array(z.string()).default([]) }),
  ({ ownerId, body }, job) => settleSharing(job, ownerId, body.itemId, body.before),
);
