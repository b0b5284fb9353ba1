import { z } from 'zod';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { choice, line, optionalId } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { attendancePath, todayPath } from '../attendance.ts';
import { office } from '../attendance.access.ts';
import { firstDayPage } from './first-day.page.ts';
import { selectFirstDay } from './first-day.queries.ts';

/** Writes down what the office tried for a pupil of the morning's list, and what came of it. */
export const writeTry = action(`${todayPath}/:pupil/tried`, {
  purpose: 'administration',
  access: roles(...office),
  page: firstDayPage,
  input: z.object({
    how: choice(['call', 'visit', 'other']),
    adult: optionalId(),
    outcome: line('Write in a few words what came of it.', 200),
  }),
  async run(change, { how, adult, outcome }) {
    const { tx, organisationId: owner, now, today } = change;
    const { pupils, carers } = await selectFirstDay(tx, change.who, today);
    const pupil = pupils.find(({ id }) => id === change.params.pupil);
    if (!pupil) throw new NotFound('This pupil is not on the list of this morning any more.');
    if (adult !== null && !carers.some(({ pupilId, adultId }) => pupilId === pupil.id && adultId === adult))
      throw new Refused({ adult: t('Choose one from the list.') });
    const id = newId(now);
    await tx
      .insertInto('absence_try')
      .values({
        owner_id: owner,
        id,
        pupil_id: pupil.id,
        on_date: today,
        adult_id: adult,
        how,
        outcome,
        tried_by: change.who.personId,
        tried_at: now,
      })
      .execute();
    await change.record({ kind: 'absence.tried', itemId: pupil.id, body: { tryId: id, how } });
    return see(
      todayPath,
      t('Written down for {name}.', { name: pupil.name }),
      `${attendancePath}/tries/${id}/undo`,
    );
  },
});

/** It was a slip: it is taken out. What went out by itself stays. */
export const undoTry = action(`${attendancePath}/tries/:try/undo`, {
  purpose: 'administration',
  access: roles(...office),
  input: z.object({}),
  async run(change) {
    const id = change.params.try!;
    if (!isId(id)) throw new NotFound();
    const ended = await change.tx
      .updateTable('absence_try')
      .set({ ended_at: change.now })
      .where('owner_id', '=', change.organisationId)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .where('how', 'not in', ['mail', 'text'])
      .returning('pupil_id')
      .executeTakeFirst();
    if (!ended) throw new NotFound();
    await change.record({ kind: 'absence.try-undone', itemId: ended.pupil_id, body: { tryId: id } });
    return see(todayPath, t('Taken out.'));
  },
});
