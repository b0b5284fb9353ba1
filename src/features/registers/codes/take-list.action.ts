import { z } from 'zod';
import { NotFound, Refused } from '#platform/errors.ts';
import { line } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
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

/** Brings back the codes that were put away when a list was taken, and takes that list away. */
export const undoTakeList = action(`${codesPath}/list/:moment/undo`, {
  purpose: 'administration',
  access: roles(...registerKeepers),
  input: z.object({}),
  async run(change) {
    const { tx, organisationId, now, params } = change;
    const moment = new Date(Number(params['moment']));
    if (Number.isNaN(moment.getTime())) throw new NotFound();
    const before = await tx
      .selectFrom('attendance_code')
      .select('id')
      .where('owner_id', '=', organisationId)
      .where('ended_at', '=', moment)
      .execute();
    if (before.length === 0) throw new NotFound();
    await tx
      .updateTable('attendance_code')
      .set({ ended_at: now })
      .where('owner_id', '=', organisationId)
      .where('ended_at', 'is', null)
      .execute();
    await tx
      .updateTable('attendance_code')
      .set({ ended_at: null })
      .where('owner_id', '=', organisationId)
      .where(
        'id',
        'in',
        before.map(({ id }) => id),
      )
      .execute();
    await change.record({ kind: 'attendance-code.list-undone', body: { codes: before.length } });
    return see(codesPath, t('Your codes are back as they were.'));
  },
});
