import { z } from 'zod';
import { idFrom } from '#platform/db/ids.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalLine, optionalProse } from '#platform/http/input.ts';
import { keptAnswer, queuedInput, writtenAt } from '#platform/http/queued.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { instrumentOf } from '../instruments/chosen.ts';
import { wasChosen } from '../instruments/once-chosen.ts';
import { observationPolicy } from '../observation.policy.ts';
import type { Observation } from '../observation.ts';
import { openIn } from '../open-observation.ts';
import { recordHref } from './addresses.ts';
import { type EntryBody, longestEntry, readEntry, type WhyNot } from './entry.ts';
import { theClass } from './part-form.view.ts';
import { preparedSince } from './prepared-since.ts';
import { recordPage } from './record.page.ts';

/**
 * The observer appends an entry, with the instrument that was chosen when they opened the page: the teacher may have
 * chosen another before it arrived. Sent again, it is answered as the first time (`queuedInput`).
 */
export const addEntry = action('/observations/:observation/record', {
  purpose: 'learning',
  access: observationPolicy,
  page: recordPage,
  input: z.object({
    ...queuedInput,
    instrument: optionalLine(100),
    part: optionalLine(100),
    choice: optionalLine(100),
    pupil: optionalLine(200),
    seat: optionalLine(10),
    text: optionalProse(longestEntry),
  }),
  async run(change, { id, ago, queued, ...sent }) {
    const { observation, observer } = await openIn(change, ['agreed', 'done']);
    if (!observer) throw new NotAllowed('The observer records here.');
    const entry = mustBeReadable(observation, sent);
    if (!(await wasChosen(change.tx, observation, entry.instrument)))
      throw new Refused(
        t('{name} has not chosen this instrument. Open the page again.', { name: observation.observed }),
      );
    const at = writtenAt(change.now, ago);
    const kept = await insertEntry(change, observation, { id, at, ...entry });
    await change.record({
      kind: kept.isNew ? 'observation.entry' : 'observation.entry-came-again',
      itemId: observation.id,
      body: { entry: kept.id },
    });
    if (queued) return keptAnswer(id);
    const next = new URLSearchParams({ part: sent.part, choice: sent.choice, pupil: sent.pupil });
    return see(
      `${recordHref(observation)}?${next}#part-${entry.part}`,
      t('It is noted.'),
      recordHref(observation, `${kept.id}/withdraw`),
    );
  },
});

const whyNot: Record<WhyNot, () => Record<string, string>> = {
  'no-part': () => ({ '': t('This was not taken: the instrument has no such part. Open the page again.') }),
  'no-choice': () => ({ choice: t('Choose one.') }),
  'no-pupil': () => ({ pupil: t('Say which pupil, in a few words.') }),
  'no-seat': () => ({ seat: t('Choose a seat.') }),
  'no-text': () => ({ text: t('Write what you saw or heard.') }),
};

interface NewEntry {
  id: string;
  at: Date;
  instrument: string;
  part: string;
  kind: string;
  body: EntryBody;
}

/** Throws `Refused` where it fits no instrument, or the observer has not prepared. */
function mustBeReadable(
  observation: Observation,
  sent: { instrument: string; part: string; choice: string; pupil: string; seat: string; text: string },
): Omit<NewEntry, 'id' | 'at'> {
  const instrument = instrumentOf(sent.instrument);
  if (!instrument) throw new Refused(whyNot['no-part']());
  if (instrument.preparation && preparedSince(observation, instrument.id) === null)
    throw new Refused(t('Say first that you have prepared for “{title}”.', { title: t(instrument.title) }));
  const read = readEntry(instrument, { ...sent, pupil: sent.pupil === theClass ? '' : sent.pupil });
  if (typeof read === 'string') throw new Refused(whyNot[read]());
  return { instrument: instrument.id, part: read.part.id, kind: read.part.kind, body: read.body };
}

/**
 * The id it is kept under, and whether it was new. Something else under an id that is taken, as of a page that the
 * browser had kept, is another entry. Throws `Refused` where the id belongs to somebody else or to another visit.
 */
async function insertEntry(
  change: Change,
  observation: Observation,
  entry: NewEntry,
): Promise<{ id: string; isNew: boolean }> {
  const { id } = entry;
  if (await insertUnder(id, change, observation, entry)) return { id, isNew: true };
  const there = await change.tx
    .selectFrom('observation_entry')
    .select(['observation_id', 'person_id', 'part', 'body'])
    .where('owner_id', '=', observation.ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (there.person_id !== change.who.personId || there.observation_id !== observation.id)
    throw new Refused(t('This was not taken. Open the page again and send it once more.'));
  if (there.part === entry.part && asText(there.body as EntryBody) === asText(entry.body))
    return { id, isNew: false };
  const other = idFrom(JSON.stringify([id, entry.part, asText(entry.body)]));
  return { id: other, isNew: await insertUnder(other, change, observation, entry) };
}

const asText = ({ choice, pupil, seat, text }: EntryBody): string =>
  JSON.stringify([choice ?? null, pupil ?? null, seat ?? null, text ?? null]);

async function insertUnder(
  id: string,
  { tx, who, now }: Change,
  observation: Observation,
  { at, instrument, part, kind, body }: NewEntry,
): Promise<boolean> {
  const made = await tx
    .insertInto('observation_entry')
    .values({
      owner_id: observation.ownerId,
      id,
      observation_id: observation.id,
      person_id: who.personId,
      instrument,
      part,
      kind,
      at,
      body: JSON.stringify(body),
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}
