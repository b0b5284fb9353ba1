import { z } from 'zod';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, members, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { dutyInWords, rotasPath, swapHref } from './rotas.ts';
import { makesRotas, rotaMakers } from './rotas.access.ts';
import { selectSwap, standsThereToo, type Swap } from './swap.queries.ts';
import { swapPage } from './swap.page.ts';

const common = {
  purpose: 'administration',
  access: members('staff'),
  page: swapPage,
  input: z.object({}),
} as const;

/** The swap of an address, held until the change is written, and to come. */
async function openSwap(change: Change): Promise<Swap> {
  const swap = await selectSwap(change.tx, change.who, change.params.swap!, true);
  if (swap.endedAt !== null)
    throw new Refused(t('It is not needed any more: {name} took it back.', { name: swap.usual }));
  if (swap.on < change.today) throw new Refused(t('This day is over.'));
  return swap;
}

const notYours = (): NotAllowed =>
  new NotAllowed(t('Whoever is asked answers this by themselves.'), t('Look at the rota.'));

const update = (
  { tx, organisationId }: Change,
  id: string,
  columns: {
    taken_by?: string | null;
    taken_at?: Date | null;
    agreed_at?: Date | null;
    agreed_by?: string | null;
    ended_at?: Date | null;
    ended_by?: string | null;
  },
): Promise<unknown> =>
  tx
    .updateTable('rota_swap')
    .set(columns)
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .execute();

/** One says yes. Of two at once the first has it, and the other hears so kindly. */
export const takeSwap = action('/rotas/swaps/:swap/take', {
  ...common,
  async run(change) {
    const swap = await openSwap(change);
    const me = change.who.personId;
    if (swap.usualId === me || (swap.askedId !== null && swap.askedId !== me)) throw notYours();
    if (swap.takenBy === me) throw new Refused(t('You take it already. Thank you.'));
    if (swap.takenBy !== null)
      throw new Refused(
        t('{name} was a moment quicker and takes it. Thank you all the same.', { name: swap.taker ?? '' }),
      );
    if (await standsThereToo(change.tx, change.organisationId, swap, me))
      throw new Refused(t('You stand there yourself then, so it takes somebody else. Thank you.'));
    await update(change, swap.id, {
      taken_by: me,
      taken_at: change.now,
      agreed_at: swap.needsLeave ? null : change.now,
    });
    await change.record({ kind: 'rota-swap.taken', itemId: swap.id, body: { on: swap.on }, tell: true });
    return see(
      rotasPath,
      swap.needsLeave
        ? t('Thank you. It holds once somebody who makes rotas agrees: {duty}.', { duty: dutyInWords(swap) })
        : t('Thank you. You take it: {duty}.', { duty: dutyInWords(swap) }),
      swapHref(swap.id, 'back'),
    );
  },
});

/** One cannot. Nothing is asked beyond that, and one may still take it. */
export const cannotSwap = action('/rotas/swaps/:swap/no', {
  ...common,
  async run(change) {
    const swap = await openSwap(change);
    const me = change.who.personId;
    if (swap.usualId === me || (swap.askedId !== null && swap.askedId !== me)) throw notYours();
    await change.tx
      .insertInto('rota_swap_no')
      .values({ owner_id: change.organisationId, swap_id: swap.id, person_id: me, said_at: change.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await change.record({ kind: 'rota-swap.cannot', itemId: swap.id, tell: true });
    return see(rotasPath, t('That is all right. {name} is told.', { name: swap.usual }));
  },
});

/** Whoever took it cannot after all: it is open again, and whose duty it is hears. */
export const giveBack = action('/rotas/swaps/:swap/back', {
  ...common,
  async run(change) {
    const swap = await openSwap(change);
    if (swap.takenBy !== change.who.personId) throw notYours();
    await update(change, swap.id, { taken_by: null, agreed_at: null, agreed_by: null });
    await change.record({ kind: 'rota-swap.given-back', itemId: swap.id, body: { on: swap.on }, tell: true });
    return see(
      rotasPath,
      t('{name} has it again and is told.', { name: swap.usual }),
      swapHref(swap.id, 'take'),
    );
  },
});

/** Where the rota says so, a swap holds once somebody who makes rotas has agreed. */
export const agreeSwap = action('/rotas/swaps/:swap/agree', {
  purpose: 'administration',
  access: roles(...rotaMakers),
  page: swapPage,
  input: z.object({}),
  async run(change) {
    const swap = await openSwap(change);
    if (swap.takenBy === null) throw new Refused(t('Nobody takes it yet.'));
    if (swap.agreed) throw new Refused(t('It holds already.'));
    if (swap.takenBy === change.who.personId)
      throw new Refused(t('You take it yourself: let somebody else agree.'));
    await update(change, swap.id, { agreed_at: change.now, agreed_by: change.who.personId });
    await change.record({ kind: 'rota-swap.agreed', itemId: swap.id, body: { on: swap.on }, tell: true });
    return see(
      rotasPath,
      t('{name} takes it: {duty}.', { name: swap.taker ?? '', duty: dutyInWords(swap) }),
      swapHref(swap.id, 'end'),
    );
  },
});

/** Whose duty it is takes back what was asked, or does it after all; those who make rotas may too. */
export const endSwap = action('/rotas/swaps/:swap/end', {
  ...common,
  async run(change) {
    const swap = await openSwap(change);
    if (swap.usualId !== change.who.personId && !makesRotas(change.who)) throw notYours();
    await update(change, swap.id, { ended_at: change.now, ended_by: change.who.personId });
    await change.record({ kind: 'rota-swap.ended', itemId: swap.id, body: { on: swap.on }, tell: true });
    return see(
      rotasPath,
      t('{name} is on duty: {duty}.', { name: swap.usual, duty: dutyInWords(swap) }),
      swapHref(swap.id, 'restore'),
    );
  },
});

/** It stands again as it was, where nothing else was asked meanwhile. */
export const restoreSwap = action('/rotas/swaps/:swap/restore', {
  ...common,
  async run(change) {
    const { tx, organisationId, who } = change;
    const swap = await selectSwap(tx, who, change.params.swap!, true);
    if (swap.usualId !== who.personId && !makesRotas(who)) throw notYours();
    if (swap.endedAt === null) throw new Refused(t('It stands already.'));
    if (swap.on < change.today) throw new Refused(t('This day is over.'));
    const other = await tx
      .selectFrom('rota_swap')
      .select('id')
      .where('owner_id', '=', organisationId)
      .where('stand_id', '=', swap.standId)
      .where('on_date', '=', swap.on)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (other !== undefined) throw new Refused(t('Somebody else was asked meanwhile.'));
    await update(change, swap.id, { ended_at: null, ended_by: null });
    await change.record({ kind: 'rota-swap.restored', itemId: swap.id, body: { on: swap.on }, tell: true });
    return see(rotasPath, t('It is asked again: {duty}.', { duty: dutyInWords(swap) }));
  },
});
