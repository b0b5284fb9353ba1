import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { type Fields, form, type FormOptions, type Option } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { catalogue } from '#features/evidence/index.ts';
import { uploadFields } from '#features/files/index.ts';
import type { Surroundings } from './sharing.queries.ts';
import { helpOf, type Part, parts, questionOf } from './try-out-form.ts';

const required: ReadonlySet<Part> = new Set(['tried', 'why', 'pupils-responded']);

/** The form in which a try-out is written; `below` stands before the button. */
export function writeForm(
  options: Pick<FormOptions, 'action' | 'button' | 'values' | 'errors' | 'draft' | 'hidden' | 'cancel'> & {
    surroundings: Surroundings;
    today: string;
    files: boolean;
    /** It is one of a small experiment: the fields for that are shown at once. */
    experiment?: boolean;
  },
  below: (f: Fields) => Value = () => null,
): Html {
  const { surroundings, today, files, experiment = false, ...rest } = options;
  const { values = {}, errors = {} } = rest;
  const opened =
    experiment ||
    ['technique', 'minutes', 'held_constant', 'changed', 'idea', 'remind'].some(
      (name) => values[name] || errors[name],
    );
  return form(
    { ...rest, multipart: files },
    (f) => html`
      ${f.date({ name: 'on_date', label: t('On which day?'), required: true, max: today })}
      ${f.text({
        name: 'pupils',
        label: t('With which pupils?'),
        hint: t('A class or a group. Leave names out.'),
        required: true,
      })}
      ${parts.map((part) =>
        f.textarea({
          name: part,
          label: questionOf(part),
          hint: helpOf(part),
          required: required.has(part),
          rows: 3,
        }),
      )}
      ${
        surroundings.programmes.length > 0 &&
        f.select({
          name: 'programme',
          label: t('Part of a programme'),
          options: [
            { value: '', label: t('No, on its own') },
            ...surroundings.programmes.map(({ id, name }) => ({ value: id, label: name })),
          ],
        })
      }
      ${
        surroundings.practices.length > 0 &&
        f.select({
          name: 'practice',
          label: t('Part of what I practise'),
          hint: t('It is then met again with that practice.'),
          options: [
            { value: '', label: t('No, on its own') },
            ...surroundings.practices.map(({ id, words }) => ({ value: id, label: words })),
          ],
        })
      }
      ${files && uploadFields(f, { ownMaterial: true })}
      ${details(t('More, where it helps'), more(f, surroundings), opened)} ${below(f)}
    `,
  );
}

const more = (f: Fields, surroundings: Surroundings): Html => html`
  ${f.select({ name: 'idea', label: t('Where the idea comes from'), options: ideas(surroundings) })}
  ${f.text({
    name: 'technique',
    label: t('What you call it'),
    hint: t('A name by which to meet it again, such as “talk partners, answers on boards”.'),
  })}
  ${f.number({ name: 'minutes', label: t('How long it took, in minutes'), min: 1, max: 600 })}
  ${f.group(
    t('A small experiment'),
    [
      f.textarea({ name: 'held_constant', label: t('The routine you kept the same'), rows: 2 }),
      f.textarea({ name: 'changed', label: t('The one thing you changed'), rows: 2 }),
    ],
    t('One thing changed and the rest kept the same makes it easier to say what pupils responded to.'),
  )}
`;

/** Sessions that have been, and what the evidence library holds. */
function ideas({ steps }: Surroundings): Option[] {
  const { mechanisms, developmentForms, programmes } = catalogue();
  return [
    { value: '', label: t('My own, or somebody told me') },
    ...steps.map(({ id, title, programme }) => ({ value: `step:${id}`, label: title, group: programme })),
    ...[...mechanisms, ...developmentForms, ...programmes].map(({ id, title }) => ({
      value: `evidence:${id}`,
      label: t(title),
      group: t('From the evidence library'),
    })),
  ];
}
