import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { namedWords, namesOfOthers, selectNamesNear } from '../names-in.ts';
import { whenAndWhere } from './event-line.view.ts';
import { type EventFields, type StaffEvent, updateEvent } from './event.queries.ts';

/**
 * Saves what changes of an event, where it is still at the version that its reader saw; how it was is kept. Throws
 * `Stale`, carrying the words as they stand: what nobody has read is neither shown to a family nor taken back.
 */
export async function saveEvent(
  { tx, organisationId, who, now }: Change,
  event: StaffEvent,
  shown: number,
  fields: Partial<EventFields>,
): Promise<void> {
  const of = { ownerId: organisationId, id: event.id };
  if (!(await updateEvent(tx, organisationId, { id: event.id, version: shown }, fields)))
    await throwStale(
      tx,
      of,
      { version: event.version, fields: [{ name: 'words', label: t('In words'), text: event.words }] },
      now,
    );
  const before = {
    category: event.category,
    when: whenAndWhere(event),
    words: event.words,
    seen: event.seen,
    ended: event.endedAt !== null,
  };
  await keepText(tx, of, event.version, before, who.personId, now);
}

/** Throws `Refused`, beside this field, where another pupil's name stands in words that a family would read. */
export async function mustNameNobody(
  change: Change,
  event: StaffEvent,
  words: string,
  field: 'words' | 'no_name' = 'words',
): Promise<void> {
  if (words === '') return;
  const near = await selectNamesNear(change.tx, change.organisationId, [event.pupilId], change.today);
  const names = namesOfOthers(words, near, event.pupilId);
  if (names.length > 0) throw new Refused({ [field]: namedWords(names) });
}
