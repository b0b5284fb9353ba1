import { formatDate, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html, type Value } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { table } from '#ui/table.ts';
import { stepDesignHref } from './addresses.ts';
import type { Design, DesignStep, TermSpan } from './design.ts';
import { leadWords, modeWords, strandWords } from '#features/protocols/index.ts';
import { coverWords } from './words.ts';

/** The steps by term, each a link to where it is moved, changed or taken out; and those taken out. */
export const designSteps = (design: Design): Html => html`
  <h2 id="steps">${t('Steps')}</h2>
  ${
    design.steps.length === 0
      ? empty({
          says: t('There is no step yet. Add the first: what will people meet, try or talk about?'),
        })
      : html`<div class="by-term">
          ${byTerm(design).map(({ name, steps }) => stepTable(design, name, steps))}
        </div>`
  }
  ${removedSteps(design)}
`;

interface TermSteps {
  name: string;
  steps: readonly DesignStep[];
}

/** Steps under the term they fall in, in order of date; those in no term the school has entered say so. */
function byTerm({ steps, terms }: Design): TermSteps[] {
  const termOf = (step: DesignStep): TermSpan | undefined =>
    terms.find((term) => step.on_date >= term.startsOn && step.on_date <= term.endsOn);
  const groups: TermSteps[] = [];
  for (const step of steps) {
    const name = termOf(step)?.name ?? t('Outside the terms that are entered');
    const last = groups.at(-1);
    if (last?.name === name) groups[groups.length - 1] = { name, steps: [...last.steps, step] };
    else groups.push({ name, steps: [step] });
  }
  return groups;
}

const stepTable = ({ programme }: Design, name: string, steps: readonly DesignStep[]): Html =>
  table({
    caption: t('{term}: {steps}', { term: name, steps: tn(steps.length, 'one step', '{n} steps') }),
    columns: [
      { label: t('Step') },
      { label: t('What and how'), wide: true },
      { label: t('Date') },
      { label: t('Time'), numeric: true },
    ],
    rows: steps.map((step): Value[] => [
      html`<a href="${stepDesignHref(programme, step)}">${step.title}</a>`,
      html`${whatAndHow(step)}${!step.required && html` ${label(t('Optional'))}`}`,
      formatDate(step.on_date, 'short'),
      formatMinutes(step.minutes),
    ]),
    empty: '',
  });

/** "Peer support, led by the teachers. In the school day, in person. Cover arranged." */
const whatAndHow = (step: DesignStep): string =>
  [
    t('{strand}, led by {lead}.', { strand: strandWords(step.strand), lead: leadWords(step.lead) }),
    step.in_school_day
      ? t('In the school day; {mode}. {cover}.', {
          mode: modeWords(step.mode).toLowerCase(),
          cover: coverWords(step.cover),
        })
      : t('Outside the school day; {mode}.', { mode: modeWords(step.mode).toLowerCase() }),
  ].join(' ');

function removedSteps({ programme, removed }: Design): Html {
  if (removed.length === 0) return nothing;
  return details(
    tn(removed.length, 'One step was taken out', '{n} steps were taken out'),
    html`<ul class="items dense">
      ${removed.map(
        (step) =>
          html`<li>
            ${step.title}
            ${form({
              action: `${stepDesignHref(programme, step)}/restore`,
              button: t('Put it back'),
              describe: t('Put it back: {title}', { title: step.title }),
              quiet: true,
            })}
          </li>`,
      )}
    </ul>`,
  );
}
