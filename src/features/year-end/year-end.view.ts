import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { table } from '#ui/table.ts';
import { classFates, type YearEnd, yearEndHref } from './year-end.ts';
import { drawnChoice, fateValue, goOptions, wasName } from './fate-choice.ts';
import { mustSettle, type Plan, type Problem } from './plan-year-end.ts';
import type { Since } from './since-prepared.ts';
import type { DecidedClass } from './work-out.ts';
import { stateWords } from './year-ends.page.ts';

type State = ReturnType<Visit['formAt']>;

interface Data {
  yearEnd: YearEnd;
  draft: { classes: readonly DecidedClass[]; plan: Plan; digest: string; unplaced: number } | null;
  /** What came to pass since it was prepared; null where nothing did. */
  since: (Since & { digest: string }) | null;
  along: State;
  choices: State;
  prepare: State;
}

export const yearEndView = (data: Data): Html => {
  const { yearEnd, draft } = data;
  return html`<p>
      ${t('The old year ends on {last}, the new one begins on {first}.', { last: formatDate(yearEnd.lastOn), first: formatDate(yearEnd.firstOn) })}
    </p>
    ${draft === null ? standing(yearEnd, data) : draftOf(yearEnd, draft, data)}`;
};

const standing = (yearEnd: YearEnd, data: Data): Html =>
  html`<p>${stateWords(yearEnd)}.</p>
    ${
      yearEnd.endedAt !== null
        ? form({ action: yearEndHref(yearEnd.id, 'pick-up'), button: t('Take it up again'), quiet: true })
        : yearEnd.begunAt === null
          ? html`<p>
                ${t('Until the first day nothing of it shows but in the lists of next year’s classes. On the day pupils are a year further, and classes that end leave the list.')}
              </p>
              ${data.since === null ? Object.values(data.along.errors ?? {}).map((says) => notice('caution', says)) : sincePart(data.since, data.along)}
              ${programmesPart(yearEnd)}
              ${form({ action: yearEndHref(yearEnd.id, 'take-back'), button: t('Take everything back'), quiet: true })}
              ${quietActions([
                { label: t('Classes, forms and departments'), href: '/people/units' },
                { label: t('Timetable'), href: '/school/timetable' },
              ])}`
          : html`<p>
              ${t('Whoever is in the wrong class now is put right under People.')}
              <a href="/people/units">${t('Classes, forms and departments')}</a>
            </p>`
    }`;

/** Who came by an import or by hand meanwhile is not forgotten, and not moved without being looked at. */
const sincePart = ({ plan, names, digest }: NonNullable<Data['since']>, state: State): Html =>
  html`<h2>${t('Since it was prepared')}</h2>
    <p>
      ${
        names.length > 0
          ? t('These came, changed class or got a year group since, and are not carried along: {names}.', {
              names: someOf(names),
            })
          : t('Classes were added or changed since, and are not carried along.')
      }
    </p>
    ${
      plan.problems.some(mustSettle)
        ? html`<ul class="items dense">
              ${plan.problems.filter(mustSettle).map((problem) => html`<li>${problemWords(problem)}</li>`)}
            </ul>
            <p>${t('Take everything back, decide and prepare it again: your other choices are kept.')}</p>`
        : html`<ul class="items dense">
              <li>
                ${tn(plan.beginning.length, '{n} pupil goes to another class', '{n} pupils go to another class')}
              </li>
              <li>
                ${tn(plan.labels.length, '{n} pupil is a year further', '{n} pupils are a year further')}
              </li>
              <li>
                ${tn(plan.leaving.length, '{n} pupil leaves the school', '{n} pupils leave the school')}
              </li>
            </ul>
            ${form({ ...state, button: t('Carry them along'), hidden: { digest } })}`
    }`;

function draftOf(yearEnd: YearEnd, draft: NonNullable<Data['draft']>, data: Data): Html {
  const { plan } = draft;
  const open = plan.problems.filter(mustSettle);
  return html`${draft.classes.length === 0 && html`<p>${t('There are no classes yet, so there is nothing to move.')}</p>`}
    ${
      open.length > 0 &&
      html`<h2>${t('To decide first')}</h2>
        <ul class="items dense">
          ${open.map((problem) => html`<li>${problemWords(problem)}</li>`)}
        </ul>`
    }
    <h2>${t('What becomes of each class')}</h2>
    ${classesForm(yearEnd, draft.classes, data.choices)}
    <h2>${t('What it comes to')}</h2>
    ${comesTo(draft)} ${prepareForm(yearEnd, draft, data.prepare, open.length > 0)} ${programmesPart(yearEnd)}
    ${form({ action: yearEndHref(yearEnd.id, 'let-go'), button: t('Let go of this draft'), quiet: true })}`;
}

const programmesPart = (yearEnd: YearEnd): Html =>
  html`<h2>${t('Programmes')}</h2>
    <p>
      ${t('A programme that should run again can be copied as a draft of those who lead it.')}
      <a href="${yearEndHref(yearEnd.id, 'programmes')}">${t('Choose programmes that go on')}</a>
    </p>`;

const classesForm = (yearEnd: YearEnd, classes: readonly DecidedClass[], state: State): Html =>
  html`<p>
      ${t('Teachers stay with their class unless you change that under People. What is not chosen yet is a suggestion from names and years.')}
    </p>
    ${form(
      {
        ...state,
        button: t('Keep these choices'),
        hidden: {
          version: yearEnd.version,
          ...Object.fromEntries(
            classes.map(({ id, fate, toUnitId }) => [wasName(`class-${id}`), fateValue(fate, toUnitId)]),
          ),
        },
      },
      (f) =>
        table({
          caption: t('Classes and forms'),
          captionHidden: true,
          columns: [
            { label: t('Class') },
            { label: t('Pupils'), numeric: true },
            { label: t('What becomes of it'), wide: true },
            { label: t('Single pupils') },
          ],
          rows: classes.map((each): Value[] => [
            html`${each.name}${each.yearLabel !== null && html`<br /><span class="meta">${yearWords(each.yearLabel)}</span>`}`,
            each.pupils,
            f.select({
              name: `class-${each.id}`,
              label: t('What becomes of {name}', { name: each.name }),
              labelHidden: true,
              unmarked: true,
              value: drawnChoice(state.values, `class-${each.id}`, fateValue(each.fate, each.toUnitId)),
              options: [
                { value: '', label: t('Not decided yet') },
                ...classFates
                  .filter((fate) => fate !== 'go')
                  .map((fate) => ({ value: fate, label: fateWords[fate]() })),
                ...goOptions(classes, each.id),
              ],
            }),
            each.pupils > 0 &&
              html`<a href="${yearEndHref(yearEnd.id, 'classes', each.id)}"
                >${each.apart > 0 ? tn(each.apart, '{n} chosen', '{n} chosen') : t('Choose singly')}<span
                  class="hidden"
                >
                  ${each.name}</span
                ></a
              >`,
          ]),
          empty: t('There are no classes yet.'),
        }),
    )}`;

const fateWords = {
  stay: () => t('Stays as it is'),
  leave: () => t('Its pupils leave the school'),
  end: () => t('It ends, and is made anew'),
} as const;

function comesTo({ plan, unplaced }: NonNullable<Data['draft']>): Html {
  const names = plan.leaving.map(({ name }) => name);
  // Somebody may go to a form and to a class.
  const movers = new Set(plan.beginning.map(({ personId }) => personId)).size;
  return html`<ul class="items dense">
      <li>${tn(movers, '{n} pupil goes to another class', '{n} pupils go to another class')}</li>
      <li>${tn(plan.labels.length, '{n} pupil is a year further', '{n} pupils are a year further')}</li>
      <li>${tn(plan.leaving.length, '{n} pupil leaves the school', '{n} pupils leave the school')}</li>
      <li>${tn(plan.ending.length, '{n} place in a class ends', '{n} places in classes end')}</li>
      ${
        plan.ended.length > 0 &&
        html`<li>
          ${tn(plan.ended.length, '{n} class is taken off the list', '{n} classes are taken off the list')}
        </li>`
      }
    </ul>
    ${
      names.length > 0 &&
      html`<details>
        <summary>${t('Who leaves')}</summary>
        <ul class="items dense">
          ${names.map((name) => html`<li dir="auto">${name}</li>`)}
        </ul>
      </details>`
    }
    ${[
      ...plan.problems.filter((problem) => !mustSettle(problem)).map(problemWords),
      ...(unplaced > 0
        ? [
            tn(
              unplaced,
              '{n} pupil is in no class. Nothing becomes of them by itself.',
              '{n} pupils are in no class. Nothing becomes of them by itself.',
            ),
          ]
        : []),
    ].map((words) => html`<p>${words}</p>`)}`;
}

/** So many names are said; the others are counted. */
const mostNames = 6;

function problemWords(problem: Problem): string {
  switch (problem.kind) {
    case 'undecided':
      return t('{name}: what becomes of it?', { name: problem.name });
    case 'goes-nowhere':
      return t('{name}: the class it goes to ends. Choose another.', { name: problem.name });
    case 'pupils-nowhere':
      return t('Chosen singly, they would be in a class that ends: {names}. Choose again for them.', {
        names: someOf(problem.names),
      });
    case 'two-classes':
      return t('In two classes at once next year: {names}.', { names: someOf(problem.names) });
    case 'unknown-year':
      return t('Their year group stays as it is, because the next one cannot be told: {names}.', {
        names: someOf(problem.names),
      });
  }
}

const someOf = (names: readonly string[]): string =>
  names.length <= mostNames
    ? formatList(names)
    : t('{names} and {n} more', { names: names.slice(0, mostNames).join(', '), n: names.length - mostNames });

const prepareForm = (
  yearEnd: YearEnd,
  { digest }: NonNullable<Data['draft']>,
  state: State,
  isOpen: boolean,
): Html | false =>
  !isOpen &&
  form(
    {
      ...state,
      button: t('Prepare the new year'),
      hidden: { version: yearEnd.version, digest },
    },
    (f) =>
      f.checkbox({
        name: 'timetable',
        label: t('Copy the timetable as a draft for the new year'),
        hint: t('Without the lessons of classes that end. Nobody sees it until it is published.'),
        unmarked: true,
      }),
  );
