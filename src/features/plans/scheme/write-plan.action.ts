import { z } from 'zod';
import { composed } from '#platform/access/composed.ts';
import { Refused } from '#platform/errors.ts';
import { line } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { planHref, plansPath } from '../addresses.ts';
import { templateChoices } from '../templates/choices.ts';
import { templatesList } from '../templates/template.queries.ts';
import { newPlanPage } from './new-plan.page.ts';
import { planFrom, planInput } from './plan-input.ts';
import { insertPlan } from './plan.queries.ts';

const ask = composed((who) => ({ templates: templatesList(who.organisationId) }));

/** Begins a scheme of work under the headings of a template. Whoever begins it teaches by it. */
export const writePlan = action(plansPath, {
  purpose: 'administration',
  access: members('staff'),
  page: newPlanPage,
  input: z.object({ ...planInput, template: line('Choose the headings.', 80) }),
  async run(change, { template, ...sent }) {
    const { tx, organisationId: ownerId, who, now } = change;
    const fields = planFrom(sent);
    const choices = templateChoices((await ask(tx, who, {})).templates);
    const chosen = choices.find(({ value }) => value === template);
    if (!chosen) throw new Refused({ template: t('Choose one from the list.') });
    const by = { ownerId, authorId: who.personId, teacherIds: [who.personId] };
    const id = await insertPlan(tx, by, fields, chosen, now);
    await change.record({ kind: 'plan.written', itemId: id, body: { title: fields.title } });
    return see(
      planHref(id),
      t('It is begun. Write what you need, and leave what you do not.'),
      planHref(id, 'end'),
    );
  },
});
