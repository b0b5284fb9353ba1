import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { catalogue, sourceLine } from '#features/evidence/index.ts';
import { type LinkAction, printButton, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import type { OpenedPlan, Principle } from './open-plan.ts';
import {
  evidenceOf,
  type Evidence,
  lineOf,
  notMentoring,
  parts,
  partTitle,
  type Plan,
  planHref,
} from './plan.ts';

export const planView = (opened: OpenedPlan): Html => {
  const { plan, mayLead, mayWrite } = opened;
  return html`${plan.closedAt && closed(plan, mayLead)} ${notice('info', notMentoring())}
  ${definitionList([
    { term: t('New in'), says: plan.newIn },
    { term: t('Induction tutor'), says: plan.tutor },
    {
      term: t('Reviews'),
      says: plan.reviews
        .filter(({ endedAt }) => endedAt === null)
        .map(({ on, heldAt, next }) =>
          heldAt
            ? t('{day}, held. {next}', { day: formatDate(on), next })
            : t('{day}', { day: formatDate(on) }),
        ),
    },
  ])}
  ${catalogue().induction.principles.map((principle, at) => section(plan, principle, at + 1, mayWrite))}
  ${printButton()} ${quietActions(ways(opened))}
  ${mayLead && !plan.closedAt && form({ action: planHref(plan, 'end'), button: t('Close this plan'), quiet: true })}`;
};

/** One principle: who does what by when, and what shows it. */
function section(plan: Plan, principle: Principle, number: number, mayWrite: boolean): Html {
  const evidence = evidenceOf(plan, principle.id);
  const href = planHref(plan, `principles/${principle.id}`);
  return html`<section>
    <h2>${t('{n}. {title}', { n: number, title: principle.title })}</h2>
    <p>${principle.plain}</p>
    ${definitionList([
      {
        term: t('What the school does for everybody new'),
        says: asWritten(plan.forAll.find((each) => each.principle === principle.id)?.words ?? ''),
      },
      ...parts.map((part) => {
        const line = lineOf(plan, principle.id, part);
        return {
          term: partTitle(part),
          says: line?.words && [
            asWritten(line.words),
            line.by && t('By {day}', { day: formatDate(line.by) }),
          ],
        };
      }),
      { term: t('Evidence'), says: evidence.map((each) => evidenceLine(each)) },
    ])}
    <p>
      <a href="${href}"
        >${
          mayWrite
            ? t('Write about principle {n}', { n: number })
            : t('More about principle {n}', { n: number })
        }</a
      >
    </p>
  </section>`;
}

const asWritten = (text: string): Value => text && html`<span class="as-written">${text}</span>`;

/** One piece of evidence on a line; a link leads out of Staffroom. */
export const evidenceLine = ({ words, link, on, addedBy }: Evidence): Html =>
  html`<span class="as-written">${words}</span>
    ${link && html`<a href="${link}" rel="noreferrer">${link}</a>`}
    <span class="meta">${t('{day}, {name}', { day: formatDate(on), name: addedBy })}</span>`;

const ways = ({ plan, mayLead }: OpenedPlan): LinkAction[] => [
  { label: t('Reviews'), href: planHref(plan, 'reviews'), icon: 'calendar' },
  ...(mayLead
    ? [
        { label: t('Who writes and who reads'), href: planHref(plan, 'people'), icon: 'people' as const },
        { label: t('Change its days and tutor'), href: planHref(plan, 'edit'), icon: 'edit' as const },
        {
          label: t('Begin the next teacher’s plan with these words'),
          href: `/induction/new?from=${plan.id}`,
          icon: 'add' as const,
        },
      ]
    : []),
];

const closed = (plan: Plan, mayLead: boolean): Html =>
  notice(
    'info',
    html`${t('This plan is closed: it is read as before, and nobody writes in it.')}
    ${mayLead && form({ action: planHref(plan, 'bring-back'), button: t('Open it again'), quiet: true })}`,
  );

/** What the twelve principles rest on, for the page of one of them. */
export const aboutPrinciple = (principle: Principle): Html =>
  html`<p>${principle.plain}</p>
    <p>${principle.prompt}</p>
    ${countedList({
      says: tn(principle.evidencePrompts.length, 'What could show it', 'What could show it, {n} ideas'),
      items: [...principle.evidencePrompts],
      empty: t('There is no suggestion here of what could show it.'),
      dense: true,
    })}
    ${sourceLine(principle.source)}`;
