import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Observation } from '../observation.ts';
import { type Chosen, type ChosenPupil, instrumentOf, type Seats, seatsAsTyped } from './chosen.ts';

interface Choice {
  /** null: none. */
  instrument: string | null;
  pupils: readonly ChosenPupil[];
  seats: Seats | null;
}

/** Saves what the observed teacher chose. Throws `Stale`, as from another tab. */
export async function saveChosen(
  { tx, now, who }: Change,
  { ownerId, id: observationId }: Pick<Observation, 'ownerId' | 'id'>,
  shown: number,
  { instrument, pupils, seats }: Choice,
): Promise<void> {
  const stored = await tx
    .selectFrom('observation_instrument')
    .select(['id', 'instrument', 'pupils', 'seats', 'version', 'ended_at'])
    .where('owner_id', '=', ownerId)
    .where('observation_id', '=', observationId)
    .forUpdate()
    .executeTakeFirst();
  const id = stored?.id ?? newId(now);
  // What was taken back is shown as nothing chosen, with version 0.
  const standing = stored?.ended_at === null ? stored.version : 0;
  if (standing !== shown)
    return throwStale(
      tx,
      { ownerId, id },
      { version: standing, fields: stored ? inWords(stored as unknown as Chosen) : [] },
      now,
    );
  const version = (stored?.version ?? 0) + 1;
  const changed = {
    instrument: instrument ?? stored?.instrument ?? '',
    pupils: JSON.stringify(pupils),
    seats: JSON.stringify(seats ?? {}),
    version,
    updated_at: now,
    ended_at: instrument === null ? now : null,
  };
  if (stored)
    await tx
      .updateTable('observation_instrument')
      .set(changed)
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .execute();
  else if (instrument !== null)
    await tx
      .insertInto('observation_instrument')
      .values({ owner_id: ownerId, id, observation_id: observationId, ...changed })
      .execute();
  else return;
  await keepText(tx, { ownerId, id }, version, { instrument, pupils, seats }, who.personId, now);
}

/** What was chosen, field by field as the forms send it. */
function inWords({ instrument, pupils, seats }: Pick<Chosen, 'instrument' | 'pupils' | 'seats'>) {
  return [
    { name: 'instrument', label: t('Instrument'), text: t(instrumentOf(instrument)?.title ?? instrument) },
    ...pupils.flatMap(({ label, expected }, n) => [
      { name: `pupil-${n + 1}`, label: t('Pupil {n}', { n: n + 1 }), text: label },
      { name: `expected-${n + 1}`, label: t('What you expect of them'), text: expected },
    ]),
    {
      name: 'seats',
      label: t('The tables'),
      text: seatsAsTyped(seats && 'rows' in seats ? seats : null),
    },
  ].filter(({ text }) => text !== '');
}
