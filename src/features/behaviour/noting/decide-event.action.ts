import { z } from 'zod';
import { selectText } from '#platform/audit/text-versions.ts';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticked, version } from '#platform/http/input.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { eventHref } from '../addresses.ts';
import { mustBeAsSeen } from '../as-seen.ts';
import type { Seen } from '../behaviour.ts';
import { mustChange, ownEventOf } from './change-event.page.ts';
import { eventPage } from './event.page.ts';
import { selectEvent, type StaffEvent } from './event.queries.ts';
import { mustNameNobody, saveEvent } from './save-event.ts';

/** Each button sends the version that its reader saw: words that nobody has read go nowhere. */
const common = { purpose: 'administration', access: members('staff'), page: eventPage } as const;

/** Takes an event back: it counts for nothing and nobody at home reads it. */
export const endEvent = action(eventHref(':event', 'end'), {
  ...common,
  input: z.object({ version: version() }),
  run: (change, { version: shown }) => setEnded(change, true, shown),
});

export const restoreEvent = action(eventHref(':event', 'restore'), {
  ...common,
  input: z.object({ version: version() }),
  run: (change, { version: shown }) => setEnded(change, false, shown),
});

async function setEnded(change: Change, ended: boolean, shown: number): Promise<See> {
  const { event } = await ownEventOf(change);
  mustBeAsSeen(event, shown);
  await saveEvent(change, event, shown, { ended_at: ended ? change.now : null });
  await recordAs(change, event, ended ? 'taken-back' : 'restored');
  return see(
    eventHref(event.id),
    ended ? t('It is taken back.') : t('It stands again.'),
    undoHref(event.id, shown),
  );
}

/** Somebody who looks after the pupil has looked: pupil and family read it from now on. */
export const showEvent = action(eventHref(':event', 'show'), {
  ...common,
  input: z.object({ no_name: ticked(), version: version() }),
  run: (change, { no_name, version: shown }) => setSeen(change, 'shown', shown, no_name),
});

/** Pupil and family do not read it. */
export const keepEvent = action(eventHref(':event', 'keep'), {
  ...common,
  input: z.object({ version: version() }),
  run: (change, { version: shown }) => setSeen(change, 'kept', shown, true),
});

async function setSeen(change: Change, seen: 'shown' | 'kept', shown: number, noName: boolean): Promise<See> {
  const { event } = await selectEvent(change.tx, change.who, change.params.event!, change.today);
  mustLook(event);
  mustBeAsSeen(event, shown);
  if (event.endedAt !== null) throw new Refused(t('It was taken back. Let it stand again first.'));
  await saveEvent(change, event, shown, { seen, looked_by: change.who.personId, looked_at: change.now });
  if (!noName) await mustNameNobody(change, event, event.words, 'no_name');
  await recordAs(change, event, seen);
  return see(
    eventHref(event.id),
    seen === 'shown' ? t('Pupil and family read it now.') : t('Pupil and family do not read it.'),
    undoHref(event.id, shown),
  );
}

/**
 * Takes back what was decided last: who reads it, and whether it stands, are as they were before. Refused once
 * somebody has changed it since.
 */
export const undoEvent = action(eventHref(':event', 'undo/:version'), {
  ...common,
  input: z.object({}),
  async run(change) {
    const { tx, who, params, organisationId, today } = change;
    const { event } = await selectEvent(tx, who, params.event!, today);
    const undone = Number(params.version);
    if (!Number.isInteger(undone)) throw new NotFound();
    if (event.version !== undone)
      throw new Refused(t('This was changed again since. Look at it and decide anew.'));
    const before = await selectText(tx, { ownerId: organisationId, id: event.id }, undone - 1);
    // Words put right are put right again by hand: only a decision is taken back at one go.
    if (before?.ended === undefined || before.words !== event.words) throw new NotFound();
    const seen = before.seen as Seen;
    const ended = before.ended === true;
    const stood = event.endedAt === null;
    if (ended === stood) mustChange(event);
    if (seen !== event.seen) mustLook(event);
    await saveEvent(change, event, undone, {
      seen,
      ...(ended === stood && { ended_at: ended ? change.now : null }),
    });
    await recordAs(change, event, ended === stood ? (ended ? 'taken-back' : 'restored') : 'changed');
    return see(eventHref(event.id), t('It is as it was before.'));
  },
});

/** Throws `NotAllowed` for whoever does not look after the pupil: they decide what goes home. */
function mustLook({ reads }: StaffEvent): void {
  if (!reads)
    throw new NotAllowed(
      t('Those who teach the pupil decide this.'),
      t('Ask whoever looks after the pupil.'),
    );
}

const undoHref = (eventId: string, shown: number): string => eventHref(eventId, `undo/${shown + 1}`);

const recordAs = (
  change: Change,
  { id, pupilId, seen }: StaffEvent,
  what: 'taken-back' | 'restored' | 'shown' | 'kept' | 'changed',
): Promise<string> =>
  change.record({
    kind: `behaviour.${what}`,
    itemId: id,
    body: { pupilIds: [pupilId], eventIds: [id], before: seen },
    tell: true,
  });
