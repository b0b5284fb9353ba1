import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { id, optionalId, optionalLine } from '#platform/http/input.ts';
import { action, members, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { dutyPage } from './duty.page.ts';
import { dutyInWords, rotasPath, swapHref } from './rotas.ts';
import { rotaMakers } from './rotas.access.ts';
import { type Place, selectPlace, standsThereToo } from './swap.queries.ts';

/** The place of an address, to come and with nothing asked for it. Throws `Refused` where it is not. */
async function openPlace(change: Change) {
  const { stand, day } = change.params as { stand: string; day: string };
  const found = await selectPlace(change.tx, change.who, { stand, day, today: change.today });
  if (day < change.today) throw new Refused(t('This day is over.'));
  if (found.place.swapId !== null) throw new Refused(t('Somebody was asked for this day already.'));
  return found;
}

/** One open swap for each place and day: of two at once the second hears. */
async function insertSwap(
  { tx, organisationId, who, now }: Change,
  place: Place,
  rest: {
    asked_id: string | null;
    words: string;
    taken_by?: string;
    taken_at?: Date;
    agreed_at?: Date;
    agreed_by?: string;
  },
): Promise<string> {
  const [row] = await tx
    .insertInto('rota_swap')
    .values({
      owner_id: organisationId,
      id: newId(now),
      stand_id: place.standId,
      on_date: place.on,
      asked_by: who.personId,
      created_at: now,
      ...rest,
    })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'stand_id', 'on_date']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .execute();
  if (row === undefined) throw new Refused(t('Somebody was asked for this day already.'));
  return row.id;
}

/** "Can you take my Thursday gate?", asked of one colleague or of all. */
export const askSwap = action('/rotas/duties/:stand/:day/ask', {
  purpose: 'administration',
  access: members('staff'),
  page: dutyPage,
  input: z.object({ asked: optionalId(), words: optionalLine(200) }),
  async run(change, { asked, words }) {
    const { place, colleagues } = await openPlace(change);
    if (place.usualId !== change.who.personId)
      throw new NotAllowed(
        t('{name} asks this by themselves.', { name: place.usual }),
        t('Ask them in person.'),
      );
    const colleague = colleagues.find(({ personId }) => personId === asked);
    if (asked !== null && (colleague === undefined || asked === place.usualId))
      throw new Refused({ asked: t('Choose a colleague from the list, or ask all.') });
    const swapId = await insertSwap(change, place, { asked_id: asked, words });
    await change.record({ kind: 'rota-swap.asked', itemId: swapId, body: { place }, tell: true });
    return see(
      rotasPath,
      colleague === undefined
        ? t('All colleagues are asked: {duty}.', { duty: dutyInWords(place) })
        : t('{name} is asked: {duty}.', { name: colleague.name, duty: dutyInWords(place) }),
      swapHref(swapId, 'end'),
    );
  },
});

/** A maker puts somebody else there for one day, where it was agreed in person or somebody is ill. Both see it. */
export const putForDay = action('/rotas/duties/:stand/:day/put', {
  purpose: 'administration',
  access: roles(...rotaMakers),
  page: dutyPage,
  input: z.object({ person: id('Choose who.') }),
  async run(change, { person }) {
    const { now, who } = change;
    const { place, colleagues } = await openPlace(change);
    const colleague = colleagues.find(({ personId }) => personId === person);
    if (colleague === undefined || person === place.usualId)
      throw new Refused({ person: t('Choose another colleague from the list.') });
    if (await standsThereToo(change.tx, change.organisationId, place, person))
      throw new Refused({ person: t('{name} stands there already.', { name: colleague.name }) });
    const swapId = await insertSwap(change, place, {
      asked_id: person,
      words: '',
      taken_by: person,
      taken_at: now,
      agreed_at: now,
      agreed_by: who.personId,
    });
    await change.record({ kind: 'rota-swap.put', itemId: swapId, body: { place, person }, tell: true });
    return see(
      rotasPath,
      t('{name} takes it: {duty}.', { name: colleague.name, duty: dutyInWords(place) }),
      swapHref(swapId, 'end'),
    );
  },
});
