import { theseRoles } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { planFields, staffOptions } from './plan-form.ts';
import { inductionLeads, planPolicy } from './plan.policy.ts';
import { selectPlan, selectStaff } from './plan.queries.ts';
import type { Plan } from './plan.ts';

export const newPlanAddress = '/induction/new';
const draftKey = 'induction-plan:new';

/** The plan whose words another begins with, when the address or the form names one that may be read. */
export async function planToCopy(visit: Visit, id: string): Promise<Plan | undefined> {
  if (!isId(id)) return undefined;
  const item = await visit.open(planPolicy, id);
  return selectPlan(visit.db, item.ownerId, item.id, visit.who);
}

/** Begins a plan for somebody who is new. `?from=` begins it with the words of another, without days and evidence. */
export const newPlanPage = page(newPlanAddress, {
  purpose: 'induction',
  access: roles(...inductionLeads),
  async load(visit) {
    const { values } = visit.formAt(newPlanAddress);
    return {
      staff: await selectStaff(visit.db, visit.organisationId, visit.today),
      from: await planToCopy(visit, String(values?.from ?? visit.query.from ?? '')),
      draft: await visit.draft(draftKey),
    };
  },
  view({ staff, from, draft }, visit) {
    const { values, errors } = visit.formAt(newPlanAddress);
    return {
      title: t('Begin an induction plan'),
      audience: theseRoles(
        inductionLeads,
        t('Once it is begun, the teacher sees everything in it, and you name who writes and reads besides.'),
      ),
      trail: [{ label: t('Induction'), href: '/induction' }],
      body: html`${
        from &&
        html`<p>
          ${t('It begins with the words of the plan of {name}: what the school, the mentor and the teacher do. Days and evidence are left behind.', { name: from.person })}
        </p>`
      }
      ${form(
        {
          action: newPlanAddress,
          button: t('Begin this plan'),
          values: { ...(from && { new_in: from.newIn, tutor: from.tutorId }), ...draft, ...values },
          errors,
          draft: draftKey,
          hidden: { from: from?.id },
          cancel: '/induction',
        },
        (f) => [
          f.select({
            name: 'person',
            label: t('Whose induction'),
            required: true,
            options: staffOptions(staff),
          }),
          planFields(f, staff),
        ],
      )}`,
    };
  },
});
