import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { type OpenedPlan, openPlan, type Principle, principleOf } from './open-plan.ts';
import {
  evidenceOf,
  type Evidence,
  lineOf,
  notMentoring,
  type Part,
  parts,
  partTitle,
  type Plan,
  planAudience,
  planHref,
  planTitle,
} from './plan.ts';
import { planPolicy } from './plan.policy.ts';
import { aboutPrinciple, evidenceLine } from './plan.view.ts';

/** One principle of a plan: prompts, who does what, and what shows it. */
export const principlePage = page('/induction/:plan/principles/:principle', {
  purpose: 'induction',
  access: planPolicy,
  async load(visit) {
    const principle = principleOf(visit);
    return { ...(await openPlan(visit)), principle };
  },
  view(data, visit) {
    const { item, plan, principle, mayWrite } = data;
    const forAll = plan.forAll.find((each) => each.principle === principle.id)?.words;
    return {
      title: principle.title,
      audience: planAudience(item, plan, visit.who),
      trail: [
        { label: t('Induction'), href: '/induction' },
        { label: planTitle(plan), href: planHref(plan) },
      ],
      body: html`${aboutPrinciple(principle)}
        <h2>${t('Who does what')}</h2>
        ${definitionList([
          {
            term: t('What the school does for everybody new'),
            says: forAll && html`<span class="as-written">${forAll}</span>`,
          },
        ])}
        ${parts.map((part) => (mayWrite ? lineForm(visit, data, part) : lineShown(plan, principle, part)))}
        ${evidenceSection(visit, data)}`,
    };
  },
});

const lineShown = (plan: Plan, { id }: Principle, part: Part): Html => {
  const line = lineOf(plan, id, part);
  return html`<h3>${partTitle(part)}</h3>
    <p class="as-written">${line?.words || t('Nothing is written yet.')}</p>
    ${line?.by && html`<p class="meta">${t('By {day}', { day: formatDate(line.by) })}</p>`}`;
};

function lineForm(
  visit: Visit,
  { plan, principle }: OpenedPlan & { principle: Principle },
  part: Part,
): Html {
  const action = planHref(plan, `principles/${principle.id}/${part}`);
  const { values, errors } = visit.formAt(action);
  const line = lineOf(plan, principle.id, part);
  return form(
    {
      action,
      button: t('Save'),
      describe: t('Save: {part}', { part: partTitle(part) }),
      values: {
        words: line?.words,
        by_on: line?.by,
        ...plan.drafts[`${principle.id}:${part}`],
        ...values,
      },
      errors,
      draft: `induction-plan:${plan.id}:${principle.id}:${part}`,
      hidden: { version: line?.version ?? 0 },
    },
    (f) => html`
      ${f.textarea({ name: 'words', label: partTitle(part), rows: 3, unmarked: true })}
      ${f.date({ name: 'by_on', label: t('By when') })}
    `,
  );
}

function evidenceSection(visit: Visit, opened: OpenedPlan & { principle: Principle }): Html {
  const { plan, principle, mayWrite } = opened;
  const evidence = evidenceOf(plan, principle.id);
  const action = planHref(plan, `principles/${principle.id}/evidence`);
  const { values, errors } = visit.formAt(action);
  return html`<h2>${t('Evidence')}</h2>
    ${countedList({
      says: tn(evidence.length, '{n} piece of evidence', '{n} pieces of evidence'),
      items: evidence.map((each) => evidenceEntry(plan, each, mayWrite)),
      empty: t('Nothing stands here yet that shows it.'),
      withEnd: mayWrite,
    })}
    ${
      mayWrite &&
      html`<h3>${t('Add evidence')}</h3>
        <p>${notMentoring()}</p>
        ${form(
          { action, button: t('Add this'), values: { on_date: visit.today, ...values }, errors },
          (f) => html`
            ${f.textarea({ name: 'words', label: t('What shows it'), required: true, rows: 2 })}
            ${f.url({ name: 'link', label: t('A link to it') })}
            ${f.date({ name: 'on_date', label: t('When it was'), required: true })}
          `,
        )}`
    }`;
}

const evidenceEntry = (plan: Plan, each: Evidence, mayWrite: boolean): Value =>
  mayWrite
    ? html`<span>${evidenceLine(each)}</span> ${form({
          action: planHref(plan, `evidence/${each.id}/end`),
          button: t('Take it out'),
          describe: t('Take it out: {words}', { words: each.words.slice(0, 60) }),
          quiet: true,
        })}`
    : evidenceLine(each);
