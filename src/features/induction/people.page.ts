import { principals } from '#platform/access/items.ts';
import type { Item } from '#platform/access/who.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { openPlan } from './open-plan.ts';
import { type Plan, planAudience, planHref, planTitle } from './plan.ts';
import { staffOptions } from './plan-form.ts';
import { planPolicy } from './plan.policy.ts';
import { selectStaff } from './plan.queries.ts';

/** Somebody who was named besides the teacher and the tutor. */
export interface NamedPerson {
  personId: string;
  name: string;
  mayWrite: boolean;
}

export const namedIn = (item: Item, { tutorId }: Plan): NamedPerson[] =>
  item.audience
    .filter(({ principal }) => principal.startsWith('person:') && principal !== principals.person(tutorId))
    .map(({ principal, ability, name }) => ({
      personId: principal.slice('person:'.length),
      name: name ?? t('one other person'),
      mayWrite: ability === 'edit',
    }));

/** Who writes in a plan and who reads it, besides those who lead induction. */
export const peoplePage = page('/induction/:plan/people', {
  purpose: 'induction',
  access: planPolicy,
  async load(visit) {
    const opened = await openPlan(visit, 'lead');
    return { ...opened, staff: await selectStaff(visit.db, visit.organisationId, visit.today) };
  },
  view({ item, plan, staff }, visit) {
    const action = planHref(plan, 'people');
    const { values, errors } = visit.formAt(action);
    const named = namedIn(item, plan);
    const taken = [plan.personId, plan.tutorId, ...named.map(({ personId }) => personId)];
    return {
      title: t('Who writes and who reads'),
      audience: planAudience(item, plan, visit.who),
      trail: [
        { label: t('Induction'), href: '/induction' },
        { label: planTitle(plan), href: planHref(plan) },
      ],
      body: html`<p>
          ${t('{teacher} and {tutor}, the induction tutor, always write in it. Those who lead induction read it. Name others here, such as the mentor or the head of a department.', { teacher: plan.person, tutor: plan.tutor })}
        </p>
        ${countedList({
          says: tn(named.length, '{n} other person', '{n} other people'),
          items: named.map((each) => entry(plan, each)),
          empty: t('Nobody else is named.'),
          withEnd: true,
        })}
        <h2>${t('Name somebody')}</h2>
        ${form(
          { action, button: t('Name them'), values: { may: 'read', ...values }, errors },
          (f) => html`
            ${f.select({
              name: 'person',
              label: t('Who'),
              required: true,
              options: staffOptions(staff.filter(({ personId }) => !taken.includes(personId))),
            })}
            ${f.radios({
              name: 'may',
              label: t('What they may do'),
              required: true,
              options: [
                { value: 'read', label: t('Read it') },
                { value: 'write', label: t('Read it and write in it') },
              ],
            })}
          `,
        )}`,
    };
  },
});

const entry = (plan: Plan, { personId, name, mayWrite }: NamedPerson): Html =>
  html`<span><bdi>${name}</bdi>, ${mayWrite ? t('reads and writes') : t('reads')}</span> ${form({
      action: planHref(plan, `people/${personId}/remove`),
      button: t('Remove'),
      describe: t('Remove {name}', { name }),
      quiet: true,
    })}`;
