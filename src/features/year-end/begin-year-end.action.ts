import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { day, line } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { yearEndHref, yearEndsPath } from './year-end.ts';
import { selectYearEnds } from './year-end.queries.ts';
import { yearEndsPage } from './year-ends.page.ts';

/** Begins to prepare the next school year. Nothing of the school changes by it. */
export const beginYearEnd = action(yearEndsPath, {
  purpose: 'administration',
  access: roles(...administrators),
  page: yearEndsPage,
  input: z.object({
    name: line('Say what the new year is called.', 40),
    last_on: day('Choose the last day of the old year.'),
    first_on: day('Choose the first day of the new year.'),
  }),
  async run(change, { name, last_on: lastOn, first_on: firstOn }) {
    const { tx, organisationId, now, who, today } = change;
    if (firstOn <= lastOn)
      throw new Refused({ first_on: t('The new year begins before the old one is over.') });
    if (firstOn <= today)
      throw new Refused({
        first_on: t('This day has come already. What follows is dated from that day on.'),
      });
    const open = (await selectYearEnds(tx, organisationId)).some(
      ({ begunAt, endedAt }) => begunAt === null && endedAt === null,
    );
    if (open) throw new Refused(t('One is being prepared already. Go on with it, or let go of it.'));
    const id = newId(now);
    await tx
      .insertInto('year_end')
      .values({
        owner_id: organisationId,
        id,
        name,
        last_on: lastOn,
        first_on: firstOn,
        version: 1,
        made_by: who.personId,
        created_at: now,
      })
      .execute();
    await change.record({ kind: 'year-end.begun', itemId: id, body: { name, lastOn, firstOn } });
    return see(
      yearEndHref(id),
      t('Nothing has changed yet. Look at what becomes of each class.'),
      yearEndHref(id, 'let-go'),
    );
  },
});
