import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { planPolicy } from '../planner.policy.ts';
import { adviceOn, frameworkOf } from './concepts.view.ts';
import { openPlan, relationshipOf } from './open-plan.ts';
import { type Cell, cells, noCells, planHref } from './plan.ts';
import { cellTitle, formValues, type Question, questionsOf, tickName, wordsName } from './plan-choices.ts';

const partDraft = (year: number, relationship: string): string => `mentoring-plan:${year}:${relationship}`;

/** Writing what the year's plan says of one kind of relationship, beside what the framework says of it. */
export const writePartPage = page('/school/mentoring-planner/:year/:relationship', {
  purpose: 'administration',
  access: planPolicy,
  async load(visit) {
    const relationship = relationshipOf(visit);
    const opened = await openPlan(visit, 'write');
    const action = planHref(opened.year.year, relationship.id);
    const draft = await visit.draft(partDraft(opened.year.year, relationship.id));
    return { relationship, opened, draft, state: visit.formAt(action) };
  },
  view({ relationship, opened, draft, state }, visit) {
    const { year } = opened;
    const part = opened.part(relationship.id);
    const questions = questionsOf(relationship, year);
    return {
      title: t('{relationship}, {year}', { relationship: t(relationship.title), year: year.name }),
      audience: audienceNote(opened.item, planPolicy, visit.who),
      trail: [
        { label: t('School'), href: '/school' },
        { label: t('Mentoring and coaching planner'), href: planHref(year.year) },
      ],
      body: html`<p>${t(relationship.plain)}</p>
        ${details(t('What the framework says of it'), frameworkOf(relationship), !part)}
        ${form(
          {
            ...state,
            values: state.values ?? draft ?? formValues(part?.cells ?? noCells),
            button: t('Save this part of the plan'),
            hidden: { version: part?.version ?? 0 },
            draft: partDraft(year.year, relationship.id),
            cancel: planHref(year.year),
          },
          (f) => cells.map((cell) => cellFields(f, cell, questions)),
        )}
        ${
          part &&
          html`<h2>${t('Beside the core concepts')}</h2>
            <p>${t('Held against what is saved. It is advice, and it is not counted.')}</p>
            ${adviceOn(relationship, part.cells, 3)}
            <p>
              <a href="${planHref(year.year, `${relationship.id}/history`)}">${t('Earlier versions')}</a>
            </p>`
        }`,
    };
  },
});

const cellFields = (f: Fields, cell: Cell, questions: readonly Question[]): Html =>
  html`<h2>${cellTitle[cell]()}</h2>
    ${questions
      .filter((question) => question.cell === cell)
      .map(({ asks, choices }) =>
        f.group(
          asks,
          html`<div class="many-ticks">
            ${choices.map((choice) =>
              f.checkbox({
                name: tickName(cell, choice),
                label: choice.label,
                hint: choice.hint,
                unmarked: true,
              }),
            )}
          </div>`,
        ),
      )}
    ${f.textarea({ name: wordsName(cell), label: t('In your own words'), rows: 3 })}`;
