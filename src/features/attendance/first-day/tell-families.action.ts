import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { ticks } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { todayPath } from '../attendance.ts';
import { office } from '../attendance.access.ts';
import { firstDayPage } from './first-day.page.ts';
import { selectFirstDay } from './first-day.queries.ts';

/**
 * Tells the families of pupils who are not accounted for, each once a day: a line on their Today, a letter, and a text
 * message where the school sends any. Who it is told of is looked up again here: a register may have been put right.
 */
export const tellFamilies = action(`${todayPath}/tell`, {
  purpose: 'administration',
  access: roles(...office),
  page: firstDayPage,
  input: z.object({ pupils: ticks(500) }),
  async run(change, { pupils: ticked }) {
    const { tx, organisationId: owner, now, today } = change;
    const { pupils, carers } = await selectFirstDay(tx, change.who, today);
    const wanted = pupils.filter(
      ({ id, standing }) =>
        standing === 'unknown' && ticked.includes(id) && carers.some(({ pupilId }) => pupilId === id),
    );
    if (wanted.length === 0)
      throw new Refused(t('Nobody is left to be told: it is known of these pupils where they are.'));
    const told = await tx
      .insertInto('absence_telling')
      .values(
        wanted.map(({ id }) => ({
          owner_id: owner,
          pupil_id: id,
          on_date: today,
          told_by: change.who.personId,
          told_at: now,
        })),
      )
      .onConflict((conflict) => conflict.columns(['owner_id', 'pupil_id', 'on_date']).doNothing())
      .returning('pupil_id')
      .execute();
    if (told.length === 0)
      throw new Refused(t('These families have been told today already. Nobody is told twice.'));
    for (const { pupil_id: pupilId } of told)
      await change.record({
        kind: 'absence.family-told',
        itemId: pupilId,
        body: { pupilId, on: today },
        tell: true,
      });
    return see(
      todayPath,
      tn(
        told.length,
        'The family of {n} pupil is told. Ring those who do not answer.',
        'The families of {n} pupils are told. Ring those who do not answer.',
      ),
    );
  },
});
