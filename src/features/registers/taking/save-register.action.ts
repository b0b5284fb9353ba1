import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalLine, optionalNumber, version } from '#platform/http/input.ts';
import { keptAnswer, queuedInput } from '#platform/http/queued.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { registerHref, type RegisterPlace } from '../addresses.ts';
import { codesIn, codeWritten, isHere, presentCode } from '../codes/code.ts';
import { type KeptCode, keepCodes } from '../codes/codes.queries.ts';
import { holdRegister } from './hold-register.ts';
import { asItStands, keepField, markField, minutesField, noteField, otherField } from './mark-fields.ts';
import { registerPage } from './register.page.ts';
import { type OpenRegister, openRegister, placeOf } from './register.queries.ts';
import { type HeldRegister, saveMarks, type WantedMark } from './save-marks.ts';
import { throwWhereDifferent } from './stale-register.ts';

/**
 * Saves a register: the first time it is taken, after that what differs is a correction. Sent again by a device that
 * did not hear the answer, it is answered as the first time. Throws `Stale` with both where it was saved meanwhile.
 */
export const saveRegister = action('/registers/:date/:unit/:slot/save', {
  purpose: 'administration',
  access: members('staff'),
  page: registerPage,
  input: z.looseObject({
    ...queuedInput,
    version: version(),
    reason: optionalLine(200),
    after: optionalLine(1000),
  }),
  async run(change, { id, queued, version: shown, reason, after, ...sent }) {
    const place = placeOf(change.params);
    const register = await openRegister(change.tx, change.who, place, change.today);
    // What a device sends again was saved already, whatever day it is by now.
    if (register.id !== null && (await wasSaved(change, register.id, id)))
      return cameAgain(change, place, register.id, id, queued);
    mustBeOpen(register, reason);
    const codes = await keepCodes(change);
    const wanted = readMarks(register, codesIn(codes, register.session) as KeptCode[], sent);
    const held = await holdRegister(change, register);
    if (await wasSaved(change, held.id, id)) return cameAgain(change, place, held.id, id, queued);
    // Whoever marked the same as is there already need not compare anything.
    if (held.version !== shown && !(await wasOwnBefore(change, held, after)))
      await throwWhereDifferent(change, held, {
        wanted,
        shown,
        session: register.session,
        codes,
        queued,
      });
    const first = held.takenAt === null;
    const changed = await saveMarks(change, held, wanted, {
      reason,
      saveId: id,
      did: first ? 'took' : 'corrected',
    });
    await change.record({
      kind: first ? 'register.taken' : 'register.corrected',
      body: { register: held.id, marks: changed },
      // Nobody hears of a correction yet.
      tell: first,
    });
    if (queued) return keptAnswer(id);
    return see(
      registerHref(place),
      saidOf(wanted, codes, first ? null : changed),
      changed > 0 ? registerHref(place, `undo/${id}`) : undefined,
    );
  },
});

async function cameAgain(
  change: Change,
  place: RegisterPlace,
  register: string,
  id: string,
  queued: boolean,
) {
  await change.record({ kind: 'register.came-again', body: { register } });
  return queued ? keptAnswer(id) : see(registerHref(place), t('The register is saved.'));
}

function mustBeOpen({ writing, pupils }: OpenRegister, reason: string): void {
  if (pupils.length === 0) throw new Refused(t('No pupil is in this class on this day.'));
  if (writing === 'not-yet') throw new Refused(t('This register opens on its day.'));
  if (writing === 'closed') throw new Refused(t('It can only be changed by those who keep registers now.'));
  if (writing === 'with-reason' && reason === '')
    throw new Refused({ reason: t('Write in a few words why.') });
}

const minutesSent = optionalNumber(1, 600);
const noteSent = optionalLine(200);

/** What was sent of each pupil on the register. Throws `Refused` naming each field that cannot be read. */
function readMarks(
  register: OpenRegister,
  codes: readonly KeptCode[],
  sent: Record<string, unknown>,
): WantedMark[] {
  const wrong: Record<string, string> = {};
  const text = (name: string): string => (typeof sent[name] === 'string' ? sent[name].trim() : '');
  const here = presentCode(codes, register.session);
  const wanted = register.pupils.flatMap(
    ({ pupilId, name, minutes: minutesBefore, symbol: was, codeId: kept }): WantedMark[] => {
      const symbol = text(otherField(pupilId)) || text(markField(pupilId));
      // Somebody who came into the class after the page was drawn is marked the next time.
      if (symbol === '' || text(keepField(pupilId)) === asItStands) return [];
      const code = codeWritten(codes, symbol);
      const minutes = minutesSent.safeParse(
        sent[minutesField(pupilId)] ?? (minutesBefore === null ? '' : String(minutesBefore)),
      );
      const note = noteSent.safeParse(sent[noteField(pupilId)] ?? '');
      if (!code)
        wrong[text(otherField(pupilId)) ? otherField(pupilId) : markField(pupilId)] = t(
          '{name}: the school has no code “{symbol}”.',
          { name, symbol },
        );
      if (!minutes.success)
        wrong[minutesField(pupilId)] = t('{name}: write the minutes as a whole number from {min} to {max}.', {
          name,
          min: 1,
          max: 600,
        });
      if (!note.success)
        wrong[noteField(pupilId)] = t('{name}: this is too long, {n} characters at most.', { name, n: 200 });
      if (!code || !minutes.success || !note.success) return [];
      return [
        {
          pupilId,
          // A letter that stands for something else by now keeps its meaning where it was not touched.
          codeId: symbol === was && kept !== null ? kept : code.id,
          minutes: code.minutes && minutes.data !== null ? Math.round(minutes.data) : null,
          note: note.data,
        },
      ];
    },
  );
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  const allStand =
    register.takenAt !== null && register.pupils.every((of) => text(keepField(of.pupilId)) !== '');
  if (wanted.length === 0 && !allStand)
    throw new Refused(
      here ? t('Nobody was marked. Open the page again.') : t('The school has no code for “present”.'),
    );
  return wanted;
}

/** Whether this very form was saved before, by this person. */
async function wasSaved(
  { tx, organisationId, who }: Change,
  registerId: string,
  saveId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('register_save')
    .select(['register_id', 'saved_by'])
    .where('owner_id', '=', organisationId)
    .where('save_id', '=', saveId)
    .executeTakeFirst();
  if (row && (row.register_id !== registerId || row.saved_by !== who.personId))
    throw new Refused(t('This was not taken. Open the page again and send it once more.'));
  return row !== undefined;
}

/** Whether what stands was saved last by the same page, which names what it sent before. */
async function wasOwnBefore(
  { tx, organisationId, who }: Change,
  held: HeldRegister,
  after: string,
): Promise<boolean> {
  const own = after.split(' ').filter(isId);
  if (own.length === 0) return false;
  const row = await tx
    .selectFrom('register_save')
    .select('save_id')
    .where('owner_id', '=', organisationId)
    .where('register_id', '=', held.id)
    .where('version', '=', held.version)
    .where('saved_by', '=', who.personId)
    .where('save_id', 'in', own)
    .executeTakeFirst();
  return row !== undefined;
}

function saidOf(wanted: readonly WantedMark[], codes: readonly KeptCode[], changed: number | null): string {
  if (changed === 0) return t('Nothing in it was changed.');
  if (changed !== null)
    return tn(
      changed,
      'The register is saved: one mark was changed.',
      'The register is saved: {n} marks were changed.',
    );
  const here = new Set(codes.filter(isHere).map(({ id }) => id));
  return t('The register is saved: {n} of {all} here.', {
    n: wanted.filter(({ codeId }) => here.has(codeId!)).length,
    all: wanted.length,
  });
}
