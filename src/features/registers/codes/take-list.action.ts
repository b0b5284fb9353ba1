import { z } from 'zod';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { line } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { codesPath } from '../addresses.ts';
import { registerKeepers } from '../registers.access.ts';
import { codesOfList, listOf } from './code.ts';
import { codesPage } from './codes.page.ts';
import { insertCodes, keepCodes } from './codes.queries.ts';

/** Takes the codes of another list: those in use are put away, all at one moment, by which it can be taken back. */
export const takeList = action(`${codesPath}/list`, {
  purpose: 'administration',
  access: roles(...registerKeepers),
  page: codesPage,
  input: z.object({ list: line('Choose a list.', 100) }),
  async run(change, input) {
    const { tx, organisationId, now } = change;
    const list = listOf(input.list);
    if (!list) throw new Refused({ list: t('Choose a list.') });
    await keepCodes(change);
    await tx
      .updateTable('attendance_code')
      .set({ ended_at: now })
      .where('owner_id', '=', organisationId)
      .where('ended_at', 'is', null)
      .execute();
    await insertCodes(tx, organisationId, codesOfList(list), now);
    await change.record({ kind: 'attendance-code.list-taken', body: { list: list.id } });
    return see(
      codesPath,
      t('The list is taken: {title}.', { title: t(list.title) }),
      `${codesPath}/list/${now.getTime()}/undo`,
    );
  },
});

/**
 * Brings back the codes that were put away when a list was taken, and puts that list away. What somebody changed or added
 * since stays as it is, also where an old code has the same letters.
 */
export const undoTakeList = action(`${codesPath}/list/:moment/undo`, {
  purpose: 'administration',
  access: roles(...registerKeepers),
  input: z.object({}),
  async run(change) {
    const { tx, organisationId, now, params } = change;
    const moment = new Date(Number(params['moment']));
    if (Number.isNaN(moment.getTime())) throw new NotFound();
    const codes = await tx
      .selectFrom('attendance_code')
      .select(['id', 'symbol', 'version', 'created_at as createdAt', 'ended_at as endedAt'])
      .where('owner_id', '=', organisationId)
      .where((row) => row.or([row('ended_at', '=', moment), row('ended_at', 'is', null)]))
      .forUpdate()
      .execute();
    const before = codes.filter(({ endedAt }) => endedAt !== null);
    if (before.length === 0) throw new NotFound();
    const inUse = codes.filter(({ endedAt }) => endedAt === null);
    const ofList = inUse.filter(({ createdAt }) => createdAt.getTime() === moment.getTime());
    if (ofList.length === 0) throw new Refused(t('Another list was taken since. Take that one back first.'));
    const untouched = ofList.filter(({ version }) => version === 1);
    const stay = inUse.filter((code) => !untouched.includes(code));
    const letters = new Set(stay.map(({ symbol }) => symbol.toUpperCase()));
    await setEnded(change, untouched, now);
    await setEnded(
      change,
      before.filter(({ symbol }) => !letters.has(symbol.toUpperCase())),
      null,
    );
    await change.record({ kind: 'attendance-code.list-undone', body: { codes: before.length } });
    return see(
      codesPath,
      stay.length === 0
        ? t('Your codes are back as they were.')
        : t('Your codes are back. What was changed or added since stays: {codes}.', {
            codes: formatList(stay.map(({ symbol }) => symbol)),
          }),
    );
  },
});

async function setEnded(
  { tx, organisationId }: Change,
  codes: readonly { id: string }[],
  endedAt: Date | null,
): Promise<void> {
  if (codes.length === 0) return;
  await tx
    .updateTable('attendance_code')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', organisationId)
    .where(
      'id',
      'in',
      codes.map(({ id }) => id),
    )
    .execute();
}
