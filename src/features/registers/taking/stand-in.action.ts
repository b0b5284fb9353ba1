import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { id } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { registerHref } from '../addresses.ts';
import { keepsRegisters } from '../registers.access.ts';
import { type OpenRegister, openRegister, placeOf } from './register.queries.ts';
import { standInPage } from './stand-in.page.ts';

const base = '/registers/:date/:unit/:slot/stand-in';

/** Names a member of staff who takes the registers of the class on this day. */
export const nameStandIn = action(base, {
  purpose: 'administration',
  access: members('staff'),
  page: standInPage,
  input: z.object({ person: id(t('Choose somebody.')) }),
  async run(change, { person }) {
    const register = await openForNaming(change);
    const colleague = await change.tx
      .selectFrom('member as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select('p.name')
      .where('m.owner_id', '=', change.organisationId)
      .where('m.person_id', '=', person)
      .where('m.kind', '=', 'staff')
      .where(current('m', register.on))
      .executeTakeFirst();
    if (!colleague) throw new Refused({ person: t('Choose somebody who works here on that day.') });
    const made = newId(change.now);
    const inserted = await change.tx
      .insertInto('register_stand_in')
      .values({
        owner_id: change.organisationId,
        id: made,
        on_date: register.on,
        unit_id: register.unitId,
        person_id: person,
        named_by: change.who.personId,
        created_at: change.now,
        ended_at: null,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['owner_id', 'person_id', 'on_date', 'unit_id'])
          .where('ended_at', 'is', null)
          .doNothing(),
      )
      .returning('id')
      .executeTakeFirst();
    if (!inserted) throw new Refused({ person: t('{name} is named already.', { name: colleague.name }) });
    await change.record({
      kind: 'register.stand-in-named',
      body: { personId: person, unitId: register.unitId, on: register.on },
    });
    return see(
      registerHref(register, 'stand-in'),
      t('{name} can take the registers of {unit} on this day.', {
        name: colleague.name,
        unit: register.unit,
      }),
      registerHref(register, `stand-in/${made}/end`),
    );
  },
});

export const endStandIn = action(`${base}/:standIn/end`, {
  purpose: 'administration',
  access: members('staff'),
  input: z.object({}),
  run: (change) => setEnded(change, true),
});

export const restoreStandIn = action(`${base}/:standIn/restore`, {
  purpose: 'administration',
  access: members('staff'),
  input: z.object({}),
  run: (change) => setEnded(change, false),
});

async function setEnded(change: Change, ends: boolean) {
  const register = await openForNaming(change);
  const standIn = change.params['standIn']!;
  if (!isId(standIn)) throw new NotFound();
  const row = await change.tx
    .selectFrom('register_stand_in')
    .select(['person_id', 'ended_at'])
    .where('owner_id', '=', change.organisationId)
    .where('id', '=', standIn)
    .where('on_date', '=', register.on)
    .where('unit_id', '=', register.unitId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  if ((row.ended_at !== null) === ends) throw new Refused(t('That is done already.'));
  if (!ends && (await isNamed(change, register, row.person_id)))
    throw new Refused(t('They are named again already.'));
  await change.tx
    .updateTable('register_stand_in')
    .set({ ended_at: ends ? change.now : null })
    .where('owner_id', '=', change.organisationId)
    .where('id', '=', standIn)
    .execute();
  await change.record({
    kind: ends ? 'register.stand-in-ended' : 'register.stand-in-restored',
    body: { standIn },
  });
  // Whoever takes themselves out cannot come back to this page.
  const back = row.person_id === change.who.personId ? '/registers' : registerHref(register, 'stand-in');
  return ends
    ? see(
        back,
        t('They no longer stand in.'),
        back === '/registers' ? undefined : registerHref(register, `stand-in/${standIn}/restore`),
      )
    : see(back, t('They stand in again.'));
}

const openForNaming = async (change: Change): Promise<OpenRegister> => {
  const register = await openRegister(change.tx, change.who, placeOf(change.params), change.today);
  if (register.writing === 'closed')
    throw new Refused(t('It can only be changed by those who keep registers now.'));
  if (!keepsRegisters(change.who) && !(await teaches(change, register)))
    throw new NotAllowed(
      t('Somebody who stands in cannot hand the register on.'),
      t('Ask those who teach the class, or the office.'),
    );
  return register;
};

/** Whether the class is one's own on that day, by membership or by the timetable. */
async function teaches(
  { tx, organisationId: owner, who }: Change,
  { on, unitId }: OpenRegister,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from membership m where m.owner_id = ${owner} and m.unit_id = ${unitId} and m.person_id = ${who.personId}
      and m.part in ('teacher', 'assistant') and ${current('m', on)}
    union all
    select 1 from timetabled_lesson l
      join timetabled_teacher n on n.owner_id = ${owner} and n.lesson_id = l.id and n.person_id = ${who.personId}
    where l.owner_id = ${owner} and l.unit_id = ${unitId} and l.ended_at is null limit 1`.execute(tx);
  return rows.length > 0;
}

async function isNamed(
  { tx, organisationId }: Change,
  { on, unitId }: OpenRegister,
  personId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('register_stand_in')
    .select('id')
    .where('owner_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('on_date', '=', on)
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
