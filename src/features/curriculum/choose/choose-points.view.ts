import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { filters } from '#ui/list.ts';
import { mostPlannable, type PointChoice } from './point-choice.ts';

interface Choosing {
  choice: PointChoice;
  /** Where it stands, and where the form is sent to. */
  path: string;
  taken: readonly string[];
  cancel: string;
}

/** Points of the curriculum to tick, with what narrows them. Read what it sends with `chosenPoints`. */
export function choosePointsView({ choice, path, taken, cancel }: Choosing, visit: Visit): Html {
  const { statements, more, subjects, filter, of } = choice;
  const state = visit.formAt(path);
  return html`${filters(
    {
      action: path,
      values: { ...filter },
      narrowed: filter.words !== '' || filter.subject !== of.subject || filter.year !== of.yearKey,
      button: t('Find'),
    },
    (f) => [
      f.search({ name: 'words', label: t('Words') }),
      f.select({ name: 'subject', label: t('Subject'), all: t('All subjects'), options: subjects }),
      f.select({
        name: 'year',
        label: t('Year'),
        all: t('All years'),
        options: of.yearKey === '' ? [] : [{ value: of.yearKey, label: yearWords(of.yearKey) }],
      }),
    ],
  )}
  ${more && html`<p>${t('More than {n} fit. Look for words to see the others.', { n: mostPlannable })}</p>`}
  ${
    statements.length === 0
      ? empty({
          says:
            subjects.length === 0
              ? t('No curriculum is in use here yet. Whoever leads learning can bring one in.')
              : t('No point fits. Try fewer words, or all years.'),
          ...(subjects.length === 0 ? { todo: { label: t('Curriculum'), href: '/curriculum' } } : {}),
        })
      : form(
          {
            ...state,
            action: path,
            button: t('Save these points'),
            values: { point: taken, ...state.values },
            hidden: { offered: statements.map(({ id }) => id).join(' ') },
            cancel,
          },
          (f) =>
            f.checkboxes({
              name: 'point',
              label: tn(statements.length, '{n} point', '{n} points'),
              unmarked: true,
              options: statements.map(({ id, code, words, stages, under, framework }) => ({
                value: id,
                label: [code, words].filter(Boolean).join(' '),
                hint: stages.join(', ') || undefined,
                group: under || framework,
              })),
            }),
        )
  }`;
}
