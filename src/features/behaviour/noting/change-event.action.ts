import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, day, id, optionalProse, optionalTime, ticked, version } from '#platform/http/input.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { eventHref } from '../addresses.ts';
import { mostWords, seens, settings } from '../behaviour.ts';
import { namedWords, namesOfOthers, selectNamesNear } from '../names-in.ts';
import { changeEventPage, ownEventOf } from './change-event.page.ts';
import { eventPage } from './event.page.ts';
import { whenAndWhere } from './event-line.view.ts';
import { selectEvent, setEventEnded, type StaffEvent, updateEvent } from './event.queries.ts';

const common = { purpose: 'administration', access: members('staff') } as const;

/** Saves an event put right; how it was is kept. Throws `Stale`, carrying both texts. */
export const changeEvent = action(eventHref(':event', 'change'), {
  ...common,
  page: changeEventPage,
  input: z.object({
    category: id('Choose what it was.'),
    words: optionalProse(mostWords),
    no_name: ticked(),
    on: day(),
    at: optionalTime(),
    place: choice(settings),
    seen: choice(seens),
    version: version(),
  }),
  async run(change, sent) {
    const { tx, organisationId, now, today, who } = change;
    const { event, categories } = await ownEventOf(change);
    if (event.endedAt !== null) throw new Refused(t('It was taken back. Let it stand again first.'));
    if (sent.on > today) throw new Refused({ on: t('This day is still to come.') });
    if (event.tone === 'negative' && sent.words === '')
      throw new Refused({ words: t('Write what happened.') });
    const same = sent.category === event.categoryId;
    const category = categories.find((each) => each.id === sent.category && each.tone === event.tone);
    if (!category && !same) throw new Refused({ category: t('Choose what it was.') });
    if (sent.seen !== 'kept' && !sent.no_name) await mustNameNobody(change, event, sent.words);
    const saved = await updateEvent(
      tx,
      organisationId,
      { id: event.id, version: sent.version },
      {
        category_id: sent.category,
        points: same ? event.points : category!.points,
        happened_on: sent.on,
        happened_at: sent.at,
        place: sent.place,
        words: sent.words,
        seen: sent.seen,
      },
    );
    if (!saved)
      await throwStale(
        tx,
        { ownerId: organisationId, id: event.id },
        { version: event.version, fields: [{ name: 'words', label: t('In words'), text: event.words }] },
        now,
      );
    const before = {
      category: event.category,
      when: whenAndWhere(event),
      words: event.words,
      seen: event.seen,
    };
    await keepText(tx, { ownerId: organisationId, id: event.id }, event.version, before, who.personId, now);
    await change.record({
      kind: 'behaviour.changed',
      itemId: event.id,
      body: { pupilIds: [event.pupilId], eventIds: [event.id], version: sent.version + 1 },
      tell: true,
    });
    return see(eventHref(event.id), t('It is saved. How it was before is kept.'));
  },
});

/** Throws `Refused`, beside this field, where another pupil's name stands in words that a family would read. */
async function mustNameNobody(
  change: Change,
  event: StaffEvent,
  words: string,
  field: 'words' | '' = 'words',
): Promise<void> {
  if (words === '') return;
  const near = await selectNamesNear(change.tx, change.organisationId, [event.pupilId], change.today);
  const names = namesOfOthers(words, near, event.pupilId);
  if (names.length > 0) throw new Refused({ [field]: namedWords(names) });
}

/** Takes an event back: it counts for nothing and nobody at home reads it. */
export const endEvent = action(eventHref(':event', 'end'), {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreEvent = action(eventHref(':event', 'restore'), {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { event } = await ownEventOf(change);
  await setEventEnded(change.tx, change.organisationId, event.id, endedAt);
  await change.record({
    kind: endedAt ? 'behaviour.taken-back' : 'behaviour.restored',
    itemId: event.id,
    body: { pupilIds: [event.pupilId], eventIds: [event.id] },
    tell: true,
  });
  return endedAt
    ? see(eventHref(event.id), t('It is taken back.'), eventHref(event.id, 'restore'))
    : see(eventHref(event.id), t('It stands again.'), eventHref(event.id, 'end'));
}

/** Somebody who looks after the pupil has looked: pupil and family read it from now on. */
export const showEvent = action(eventHref(':event', 'show'), {
  ...common,
  page: eventPage,
  input: z.object({ no_name: ticked() }),
  run: (change, { no_name }) => setSeen(change, 'shown', no_name),
});

/** Pupil and family do not read it. */
export const keepEvent = action(eventHref(':event', 'keep'), {
  ...common,
  input: z.object({}),
  run: (change) => setSeen(change, 'kept', true),
});

async function setSeen(change: Change, seen: 'shown' | 'kept', noName: boolean): Promise<See> {
  const { tx, who, params, today, organisationId, now } = change;
  const { event } = await selectEvent(tx, who, params.event!, today);
  if (!event.reads)
    throw new NotAllowed(
      t('Those who teach the pupil decide this.'),
      t('Ask whoever looks after the pupil.'),
    );
  if (event.endedAt !== null) throw new Refused(t('It was taken back. Let it stand again first.'));
  if (!noName) await mustNameNobody(change, event, event.words, '');
  await tx
    .updateTable('behaviour_event')
    .set({ seen, looked_by: who.personId, looked_at: now, version: event.version + 1 })
    .where('owner_id', '=', organisationId)
    .where('id', '=', event.id)
    .execute();
  await change.record({
    kind: seen === 'shown' ? 'behaviour.shown' : 'behaviour.kept',
    itemId: event.id,
    body: { pupilIds: [event.pupilId], eventIds: [event.id], before: event.seen },
    tell: true,
  });
  // What waited to be looked at was neither: only from one decision to the other is there a way back.
  const back =
    event.seen === 'shown'
      ? eventHref(event.id, 'show')
      : event.seen === 'kept'
        ? eventHref(event.id, 'keep')
        : undefined;
  return see(
    eventHref(event.id),
    seen === 'shown' ? t('Pupil and family read it now.') : t('Pupil and family do not read it.'),
    back === eventHref(event.id, seen === 'shown' ? 'show' : 'keep') ? undefined : back,
  );
}
