import { sql } from 'kysely';
import { z } from 'zod';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Who } from '#platform/access/who.ts';
import type { Change } from '#platform/http/context.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { registerHref } from '../addresses.ts';
import { keepsRegisters } from '../registers.access.ts';
import { holdRegister } from './hold-register.ts';
import { type OpenRegister, openRegister, placeOf } from './register.queries.ts';
import { saveMarks, selectMarks, type WantedMark } from './save-marks.ts';

/** Takes back what was saved last, as a change of its own: what it was stands in the history. */
export const undoSave = action('/registers/:date/:unit/:slot/undo/:save', {
  purpose: 'administration',
  access: members('staff'),
  input: z.object({}),
  async run(change) {
    const place = placeOf(change.params);
    const register = await openRegister(change.tx, change.who, place, change.today);
    mustBeOpen(register, change.who);
    const held = await holdRegister(change, register);
    const save = await selectSave(change, held.id);
    if (save.version !== held.version)
      throw new Refused(t('The register was saved again since. Change it there.'));
    const wasTaken = save.did === 'took';
    const marks = wasTaken
      ? none(await selectMarks(change.tx, change.organisationId, held.id))
      : await selectBefore(change, held);
    await saveMarks(change, held, marks, {
      reason: t('Taken back at once'),
      saveId: newId(change.now),
      did: wasTaken ? 'gave-back' : save.did === 'gave-back' ? 'took' : 'corrected',
    });
    await change.record({
      kind: 'register.undone',
      body: { register: held.id, version: save.version },
    });
    return see(
      registerHref(place),
      wasTaken ? t('The register is given back: it counts as not taken.') : t('It is as it was before.'),
    );
  },
});

/** Gives a register back that was taken by mistake: its marks go into the history, and it counts as not taken. */
export const giveBack = action('/registers/:date/:unit/:slot/give-back', {
  purpose: 'administration',
  access: members('staff'),
  input: z.object({ version: z.coerce.number().int() }),
  async run(change, { version }) {
    const place = placeOf(change.params);
    const register = await openRegister(change.tx, change.who, place, change.today);
    mustBeOpen(register, change.who);
    const held = await holdRegister(change, register);
    if (held.takenAt === null) throw new Refused(t('This register has not been taken.'));
    if (held.version !== version)
      throw new Refused(t('The register was saved again since. Look at it first.'));
    const saveId = newId(change.now);
    await saveMarks(change, held, none(await selectMarks(change.tx, change.organisationId, held.id)), {
      reason: t('Given back'),
      saveId,
      did: 'gave-back',
    });
    await change.record({ kind: 'register.given-back', body: { register: held.id } });
    return see(
      registerHref(place),
      t('The register is given back: it counts as not taken.'),
      registerHref(place, `undo/${saveId}`),
    );
  },
});

/** Whole registers are taken back on their day; afterwards by those who keep registers. */
function mustBeOpen({ writing }: OpenRegister, who: Who): void {
  if (writing !== 'open' && !(writing === 'with-reason' && keepsRegisters(who)))
    throw new Refused(t('It can only be changed by those who keep registers now.'));
}

const none = (marks: readonly WantedMark[]): WantedMark[] =>
  marks.map(({ pupilId }) => ({ pupilId, codeId: null, minutes: null, note: '' }));

async function selectSave({ tx, organisationId, params }: Change, registerId: string) {
  const saveId = params['save']!;
  if (!isId(saveId)) throw new NotFound();
  const save = await tx
    .selectFrom('register_save')
    .select(['version', 'did'])
    .where('owner_id', '=', organisationId)
    .where('register_id', '=', registerId)
    .where('save_id', '=', saveId)
    .executeTakeFirst();
  if (!save) throw new NotFound();
  return save;
}

/** What the marks were that the version of the register changed. */
async function selectBefore(
  { tx, organisationId }: Change,
  { id, version }: { id: string; version: number },
): Promise<WantedMark[]> {
  const { rows } = await sql<WantedMark>`select h.pupil_id as "pupilId", h.was_code_id as "codeId",
      h.was_minutes as minutes, h.was_note as note
    from register_mark_change h
    where h.owner_id = ${organisationId} and h.register_id = ${id} and h.version = ${version}`.execute(tx);
  return rows;
}
