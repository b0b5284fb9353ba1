import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { ticked, version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { carryOut } from './carry-out.ts';
import { digestOf, mustSettle } from './plan-year-end.ts';
import { lockDraft } from './save-classes.action.ts';
import { workOut } from './work-out.ts';
import { yearEndHref, yearEndsPath } from './year-end.ts';
import { yearEndPage } from './year-end.page.ts';

/** Carries out what was looked at, dated for its days; nothing where it would come to something else by now. */
export const prepare = action(`${yearEndsPath}/:yearEnd/prepare`, {
  purpose: 'administration',
  access: roles(...administrators),
  page: yearEndPage,
  input: z.object({ version: version(), digest: z.string(), timetable: ticked() }),
  async run(change, input) {
    const yearEnd = await lockDraft(change, input.version);
    if (yearEnd.firstOn <= change.today)
      throw new Refused(t('Its first day has come. Let go of it and begin with days to come.'));
    const { plan } = await workOut(change.tx, change.organisationId, yearEnd);
    if (plan.problems.some(mustSettle))
      throw new Refused(t('Some classes are not decided yet. They stand first in the list.'));
    if (digestOf(plan) !== input.digest)
      throw new Refused(t('Somebody came, went or changed class meanwhile. Look at it once more.'));
    await carryOut(change, yearEnd, plan, input.timetable);
    await change.record({
      kind: 'year-end.prepared',
      itemId: yearEnd.id,
      body: { moved: plan.beginning.length, leaving: plan.leaving.length, classes: plan.ended.length },
    });
    return see(
      yearEndHref(yearEnd.id),
      t('{name} is prepared. Everything takes place on {day}.', {
        name: yearEnd.name,
        day: formatDate(yearEnd.firstOn),
      }),
      yearEndHref(yearEnd.id, 'take-back'),
    );
  },
});
