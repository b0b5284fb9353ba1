import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, optionalDay } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { heldVisitor } from './open-visitor.ts';
import { visitorPage } from './visitor.page.ts';
import { checkRoles } from './visitors.access.ts';
import { checks, visitorHref } from './visitors.ts';

/** Whether a check of their record was seen, and until when it holds: for the other weeks of a weekly visit too. */
export const saveCheck = action(visitorHref(':visitor', 'check'), {
  purpose: 'administration',
  access: roles(...checkRoles),
  page: visitorPage,
  input: z.object({
    seen: choice(checks, 'Choose one.'),
    until_on: optionalDay(),
    /** The mark of the check that the page showed, 0 where it showed none. */
    mark: z.coerce.number().int().min(0).default(0),
  }),
  async run(change, { seen, until_on: until, mark }) {
    const visitor = await heldVisitor(change);
    if (visitor.endedAt !== null) throw new Refused(t('This visit was called off.'));
    if (visitor.name === '') throw new Refused(t('The school keeps its names no longer.'));
    if ((visitor.check?.mark ?? 0) !== mark)
      throw new Refused(t('Somebody wrote down a check meanwhile. Look at it again.'));
    const untilOn = seen === 'seen' ? until : null;
    if (untilOn !== null && untilOn < change.today)
      throw new Refused({ until_on: t('This day is over. A check that ran out was not seen.') });
    const { tx, organisationId: owner, who, now } = change;
    const set = { seen, until_on: untilOn, said_by: who.personId, said_at: now };
    await tx
      .insertInto('visitor_check')
      .values({ owner_id: owner, visitor_id: visitor.id, ...set })
      .onConflict((conflict) => conflict.columns(['owner_id', 'visitor_id']).doUpdateSet(set))
      .execute();
    await change.record({
      kind: 'visitor.checked',
      itemId: visitor.id,
      body: { seen, until: untilOn, before: visitor.check },
    });
    return see(visitorHref(visitor.id), t('It is saved.'));
  },
});
