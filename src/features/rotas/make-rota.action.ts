import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectHalves } from './halves.ts';
import { newRotaPage } from './new-rota.page.ts';
import { rotaInput, slotInput, slotsOf, wrongTimes } from './rota-input.ts';
import { newRotaPath, rotaHref } from './rotas.ts';
import { rotaMakers } from './rotas.access.ts';
import { insertSlots } from './slots.action.ts';

/** Begins a rota with its first times; nobody stands there yet. */
export const makeRota = action(newRotaPath, {
  purpose: 'administration',
  access: roles(...rotaMakers),
  page: newRotaPage,
  input: z.object({ ...rotaInput, ...slotInput }),
  alsoWrong: ({ today }, readable) => wrongTimes(readable, today),
  async run(change, sent) {
    const slots = slotsOf(
      sent,
      change.today,
      await selectHalves(change.tx, change.who, { today: change.today }),
    );
    const id = newId(change.now);
    await change.tx
      .insertInto('rota')
      .values({
        owner_id: change.organisationId,
        id,
        name: sent.name,
        place: sent.place,
        keeps_busy: sent.keeps_busy,
        swap_needs_leave: sent.swap_needs_leave,
        version: 1,
        made_by: change.who.personId,
        created_at: change.now,
      })
      .execute();
    await insertSlots(change, id, slots);
    await change.record({ kind: 'rota.made', itemId: id, body: { name: sent.name, slots } });
    return see(rotaHref(id), t('The rota is begun. Now say who stands when.'), rotaHref(id, 'end'));
  },
});
