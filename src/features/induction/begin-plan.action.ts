import { z } from 'zod';
import { insertItem, principals } from '#platform/access/items.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import { id, optionalId } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { newPlanAddress, newPlanPage, planToCopy } from './new-plan.page.ts';
import { planHref } from './plan.ts';
import { planInput, wrongPlan } from './plan-form.ts';
import { inductionLeads, planPolicy } from './plan.policy.ts';
import { selectLines, selectStaff, writeLine } from './plan.queries.ts';

/** Begins a plan for one teacher, whose item it is; with the words of another plan where one was named. */
export const beginPlan = action(newPlanAddress, {
  purpose: 'induction',
  access: roles(...inductionLeads),
  page: newPlanPage,
  input: z.object({ person: id('Choose whose induction it is.'), ...planInput, from: optionalId() }),
  async alsoWrong(visit, sent) {
    return wrongPlan(sent, sent.person, await selectStaff(visit.db, visit.organisationId, visit.today));
  },
  async run(change, { person, tutor, from, ...about }) {
    const { tx, who, now, today, organisationId: ownerId } = change;
    const staff = await selectStaff(tx, ownerId, today);
    const teacher = staff.find(({ personId }) => personId === person);
    const wrong = {
      ...wrongPlan({ tutor, ...about }, person, staff),
      ...(!teacher && { person: t('Choose somebody from the list.') }),
    };
    if (!teacher || Object.keys(wrong).length > 0) throw new Refused(wrong);
    const copied = from === null ? undefined : await planToCopy(change, from);
    const planId = await insertItem(
      tx,
      {
        ownerId,
        policy: planPolicy,
        authorId: person,
        grants: [{ principal: principals.person(tutor), ability: 'edit' }],
      },
      now,
    );
    await tx
      .insertInto('induction_plan')
      .values({
        owner_id: ownerId,
        id: planId,
        person_id: person,
        tutor_id: tutor,
        ...about,
        made_by: who.personId,
        made_at: now,
        version: 1,
      })
      .execute();
    const plan = { ownerId, id: planId };
    await keepText(tx, plan, 1, { tutor, ...about }, who.personId, now);
    for (const line of copied ? await selectLines(tx, ownerId, copied.id) : [])
      await writeLine(
        tx,
        plan,
        { ...line, id: undefined, by: null, shown: 0 },
        { personId: who.personId, at: now },
      );
    await change.record({
      kind: 'induction.begun',
      itemId: planId,
      body: { personId: person, tutorId: tutor, copiedFrom: copied?.id ?? null },
      tell: true,
    });
    return see(
      planHref(plan),
      t('The plan is begun. {name} finds it on Today.', { name: teacher.name }),
      planHref(plan, 'end'),
    );
  },
});
