import { sql } from 'kysely';
import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { id, optionalDay } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { clashInWords } from './clashes.ts';
import { horizon, selectSlot, selectWholeRota } from './rota.queries.ts';
import { rotaPage } from './rota.page.ts';
import { rotaHref, slotInWords, standHref } from './rotas.ts';
import { rotaMakers } from './rotas.access.ts';

const common = { purpose: 'administration', access: roles(...rotaMakers) } as const;

/**
 * Puts people where they stand from a day on; the ids of those who did not stand there already. Two who put the same
 * person there at once write one row.
 */
export async function insertStands(
  { tx, organisationId, who, now }: Change,
  stands: readonly { slotId: string; personId: string; fromOn: string }[],
  batchId: string | null,
): Promise<string[]> {
  if (stands.length === 0) return [];
  const rows = await tx
    .insertInto('rota_stand')
    .values(
      stands.map(({ slotId, personId, fromOn }) => ({
        owner_id: organisationId,
        id: newId(now),
        slot_id: slotId,
        person_id: personId,
        from_on: fromOn,
        batch_id: batchId,
        set_by: who.personId,
        set_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['owner_id', 'slot_id', 'person_id'])
        .where('ended_at', 'is', null)
        .where('until_on', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Puts somebody on a rota by hand. What stands against it is said and refuses nothing: they may have agreed in the corridor. */
export const putSomebody = action('/rotas/:rota/stands', {
  ...common,
  page: rotaPage,
  input: z.object({ slot: id('Choose when.'), person: id('Choose who.'), from_on: optionalDay() }),
  async run(change, sent) {
    const { tx, who, today } = change;
    const { rota, slots, colleagues, ...known } = await selectWholeRota(tx, who, {
      id: change.params.rota!,
      today,
      until: addDays(today, horizon),
    });
    const slot = slots.find((each) => each.id === sent.slot);
    const colleague = colleagues.find(({ personId }) => personId === sent.person);
    if (slot === undefined || rota.endedAt !== null)
      throw new Refused({ slot: t('This time is not on the rota any more.') });
    if (colleague === undefined) throw new Refused({ person: t('Nobody of this name works here now.') });
    const fromOn = sent.from_on ?? today;
    if (fromOn < today) throw new Refused({ from_on: t('Choose today or a day to come.') });
    const [standId] = await insertStands(
      change,
      [{ slotId: slot.id, personId: colleague.personId, fromOn }],
      null,
    );
    if (standId === undefined)
      throw new Refused({ person: t('{name} stands there already.', { name: colleague.name }) });
    await change.record({
      kind: 'rota.put',
      itemId: standId,
      body: { rotaId: rota.id, slotId: slot.id, personId: colleague.personId, fromOn },
    });
    const clash = clashInWords(colleague.personId, slot, known);
    const said = t('{name}: {when}.', { name: colleague.name, when: slotInWords(slot) });
    return see(
      rotaHref(rota.id),
      clash === '' ? said : t('{said} Take care: {name} {clash}.', { said, name: colleague.name, clash }),
      standHref(standId, 'end'),
    );
  },
});

interface StandRow {
  id: string;
  slotId: string;
  personId: string;
  name: string;
  fromOn: string;
  untilOn: string | null;
  gone: boolean;
}

async function selectStand(db: Db, owner: string, standId: string): Promise<StandRow> {
  const { rows } = isId(standId)
    ? await sql<StandRow>`select t.id, t.slot_id as "slotId", t.person_id as "personId", p.name,
        t.from_on as "fromOn", t.until_on as "untilOn", t.ended_at is not null as gone
        from rota_stand t join person p on p.id = t.person_id
        where t.owner_id = ${owner} and t.id = ${standId} for update of t`.execute(db)
    : { rows: [] };
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

const update = (
  { tx, organisationId }: Change,
  standId: string,
  columns: { until_on?: string | null; ended_at?: Date | null },
): Promise<unknown> =>
  tx
    .updateTable('rota_stand')
    .set(columns)
    .where('owner_id', '=', organisationId)
    .where('id', '=', standId)
    .execute();

/** Takes somebody off from today on. That they stood there before stays known. */
export const takeOff = action('/rotas/stands/:stand/end', {
  ...common,
  input: z.object({}),
  async run(change) {
    const stand = await selectStand(change.tx, change.organisationId, change.params.stand!);
    const slot = await selectSlot(change.tx, change.organisationId, stand.slotId);
    if (stand.gone || stand.untilOn !== null) throw new Refused(t('It was taken back meanwhile.'));
    await update(
      change,
      stand.id,
      stand.fromOn >= change.today ? { ended_at: change.now } : { until_on: addDays(change.today, -1) },
    );
    await change.record({ kind: 'rota.taken-off', itemId: stand.id, body: { stand }, tell: true });
    return see(
      rotaHref(slot.rotaId),
      t('{name} is off: {when}.', { name: stand.name, when: slotInWords(slot) }),
      standHref(stand.id, 'restore'),
    );
  },
});

export const restoreStand = action('/rotas/stands/:stand/restore', {
  ...common,
  input: z.object({}),
  async run(change) {
    const stand = await selectStand(change.tx, change.organisationId, change.params.stand!);
    const slot = await selectSlot(change.tx, change.organisationId, stand.slotId);
    const { rows } = await sql`select 1 from rota_stand t where t.owner_id = ${change.organisationId}
      and t.slot_id = ${stand.slotId} and t.person_id = ${stand.personId} and t.ended_at is null
      and t.until_on is null`.execute(change.tx);
    if (rows.length > 0) throw new Refused(t('{name} stands there already.', { name: stand.name }));
    await update(change, stand.id, { until_on: null, ended_at: null });
    await change.record({ kind: 'rota.put-back', itemId: stand.id, tell: true });
    return see(
      rotaHref(slot.rotaId),
      t('{name} stands there again: {when}.', { name: stand.name, when: slotInWords(slot) }),
    );
  },
});

/** Takes back what was filled at one go. */
export const undoFill = action('/rotas/batches/:batch/undo', {
  ...common,
  input: z.object({}),
  async run(change) {
    const { tx, organisationId, now, params } = change;
    if (!isId(params.batch!)) throw new NotFound();
    const rows = await tx
      .updateTable('rota_stand')
      .set({ ended_at: now })
      .where('owner_id', '=', organisationId)
      .where('batch_id', '=', params.batch!)
      .where('ended_at', 'is', null)
      .returning(['id', 'slot_id'])
      .execute();
    if (rows.length === 0) throw new NotFound();
    await change.record({
      kind: 'rota.fill-undone',
      body: { batchId: params.batch, ids: rows.map((row) => row.id) },
      tell: true,
    });
    const { rotaId } = await selectSlot(tx, organisationId, rows[0]!.slot_id);
    return see(rotaHref(rotaId), tn(rows.length, 'One place is open again.', '{n} places are open again.'));
  },
});
