import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectRota, selectSlot } from './rota.queries.ts';
import { rotaPage } from './rota.page.ts';
import { selectHalves } from './halves.ts';
import { slotInput, slotsOf, wrongTimes } from './rota-input.ts';
import { rotaHref, slotHref, slotInWords } from './rotas.ts';
import { rotaMakers } from './rotas.access.ts';

const common = { purpose: 'administration', access: roles(...rotaMakers) } as const;

/** Writes times of a rota down; their ids. */
export async function insertSlots(
  { tx, organisationId, now }: Change,
  rotaId: string,
  slots: ReturnType<typeof slotsOf>,
): Promise<string[]> {
  const rows = slots.map((slot) => ({
    owner_id: organisationId,
    id: newId(now),
    rota_id: rotaId,
    created_at: now,
    ...slot,
  }));
  await tx.insertInto('rota_slot').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Adds times at which somebody is needed. */
export const addSlots = action('/rotas/:rota/times', {
  ...common,
  page: rotaPage,
  input: z.object(slotInput),
  alsoWrong: ({ today }, readable) => wrongTimes(readable, today),
  async run(change, sent) {
    const rota = await selectRota(change.tx, change.organisationId, change.params.rota!, true);
    if (rota.endedAt !== null) throw new Refused(t('This rota was ended meanwhile.'));
    const ids = await insertSlots(
      change,
      rota.id,
      slotsOf(sent, change.today, await selectHalves(change.tx, change.who, { today: change.today })),
    );
    await change.record({ kind: 'rota.times-added', itemId: rota.id, body: { ids } });
    return see(
      rotaHref(rota.id),
      t('Added. Now say who stands there.'),
      ids.length === 1 ? slotHref(ids[0]!, 'end') : undefined,
    );
  },
});

const setEnded = ({ tx, organisationId }: Change, id: string, ended_at: Date | null): Promise<unknown> =>
  tx
    .updateTable('rota_slot')
    .set({ ended_at })
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .execute();

/** Nobody is needed then any more. Who stood there until today stays known. */
export const endSlot = action('/rotas/slots/:slot/end', {
  ...common,
  input: z.object({}),
  async run(change) {
    const slot = await selectSlot(change.tx, change.organisationId, change.params.slot!);
    await setEnded(change, slot.id, change.now);
    await change.record({ kind: 'rota.time-ended', itemId: slot.rotaId, body: { slot }, tell: true });
    return see(
      rotaHref(slot.rotaId),
      t('{when}: nobody is needed any more.', { when: slotInWords(slot) }),
      slotHref(slot.id, 'restore'),
    );
  },
});

export const restoreSlot = action('/rotas/slots/:slot/restore', {
  ...common,
  input: z.object({}),
  async run(change) {
    const slot = await selectSlot(change.tx, change.organisationId, change.params.slot!);
    await setEnded(change, slot.id, null);
    await change.record({ kind: 'rota.time-restored', itemId: slot.rotaId, body: { slot }, tell: true });
    return see(rotaHref(slot.rotaId), t('It is on the rota again.'));
  },
});
