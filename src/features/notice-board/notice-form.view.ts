import { t } from '#platform/i18n/i18n.ts';
import { roleTitle, yearWords } from '#features/people/index.ts';
import { details } from '#ui/details.ts';
import { type Fields, form, type FormOptions, type Option } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import type { Choices, UnitChoice } from './choices.queries.ts';
import { lastDayFor } from './posted-notice.ts';

interface NoticeForm extends Pick<
  FormOptions,
  'action' | 'button' | 'values' | 'errors' | 'draft' | 'hidden' | 'also' | 'cancel' | 'prefix'
> {
  choices: Choices;
  today: string;
  /** Fields that only a change has. */
  more?: (f: Fields) => Value;
}

/** The form for a notice: what it says, for whom, how long. */
export function noticeForm({ choices, today, more, ...options }: NoticeForm): Html {
  const reachesPupils = choices.may.everybody || choices.may.classes.size > 0;
  return form(
    options,
    (f) => html`
      ${f.text({ name: 'title', label: t('What it is about'), required: true, maxlength: 120 })}
      ${f.textarea({ name: 'text', label: t('What you want to say'), required: true, rows: 6 })}
      ${
        reachesPupils &&
        f.radios({
          name: 'sort',
          label: t('Where it is said'),
          initial: 'notice',
          required: true,
          options: [
            { value: 'notice', label: t('On the board'), hint: t('Each of them reads it for themselves.') },
            {
              value: 'bulletin',
              label: t('In the bulletin'),
              hint: t('Tutors read it out to pupils. Pupils see it too, and so do all staff.'),
            },
          ],
        })
      }
      ${forWhom(f, choices, options)}
      ${f.date({ name: 'from_on', label: t('First day'), required: true, min: today })}
      ${f.date({
        name: 'until_on',
        label: t('Last day'),
        hint: t('After it the notice stands among the earlier ones, where its readers still find it.'),
        required: true,
        min: today,
        max: lastDayFor(today),
      })}
      ${f.checkbox({
        name: 'must_read',
        label: t('Everybody is asked to say that they have read it'),
        hint: t(
          'It waits for staff on Today until they say so. You see who of the staff has, and of pupils and families how many. For few things: what is asked of everybody always is read by nobody.',
        ),
      })}
      ${more?.(f)}
    `,
  );
}

function forWhom(
  f: Fields,
  { may, units, years, roles }: Choices,
  { values = {}, errors = {} }: Pick<FormOptions, 'values' | 'errors'>,
): Html {
  const teams = units.filter(({ kind }) => kind === 'department' || kind === 'team');
  const classes = units.filter(({ kind }) => kind === 'class' || kind === 'form');
  const chosen = (...names: string[]) =>
    names.some(
      (name) => (values[name] !== undefined && String(values[name]) !== '') || errors[name] !== undefined,
    );
  return f.group(
    t('For whom'),
    html`${f.checkboxes({
      name: 'to',
      label: t('Everybody'),
      unmarked: true,
      options: [
        { value: 'staff', label: t('All staff') },
        ...(may.everybody || wasFor(values, 'pupil') ? [{ value: 'pupil', label: t('All pupils') }] : []),
        ...(may.everybody || wasFor(values, 'family') ? [{ value: 'family', label: t('All families') }] : []),
      ],
    })}
    ${
      teams.length + roles.length > 0 &&
      details(
        t('Some of the staff'),
        html`${
          teams.length > 0 &&
          f.checkboxes({
            name: 'teams',
            label: t('Staff of these departments and teams'),
            unmarked: true,
            options: teams.map(({ id, name }) => ({ value: id, label: name })),
          })
        }
        ${
          roles.length > 0 &&
          f.checkboxes({
            name: 'roles',
            label: t('Staff with these roles'),
            unmarked: true,
            options: roles
              .map((role) => ({ value: role, label: roleTitle(role) }))
              .toSorted((a, b) => a.label.localeCompare(b.label)),
          })
        }`,
        chosen('teams', 'roles'),
      )
    }
    ${
      classes.length + years.length > 0 &&
      details(
        t('Some classes or years'),
        someClasses(f, may, classes, years, values),
        chosen('classes', 'years', 'people'),
      )
    }`,
  );
}

const someClasses = (
  f: Fields,
  may: Choices['may'],
  classes: readonly UnitChoice[],
  years: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Html => {
  const toPupils =
    may.everybody || may.classes.size > 0 || wasFor(values, 'pupil') || wasFor(values, 'family');
  return html`${
    !may.everybody &&
    html`<p>
      ${t('You write to pupils and families of the classes you teach, and to the staff of any class.')}
    </p>`
  }
  ${f.checkboxes({
    name: 'people',
    label: t('Who of them'),
    unmarked: true,
    options: [
      ...(toPupils
        ? [
            { value: 'pupil', label: t('Pupils') },
            { value: 'family', label: t('Families') },
          ]
        : []),
      { value: 'staff', label: t('Staff'), hint: t('Those who teach or assist in these classes.') },
    ],
  })}
  ${
    may.everybody &&
    years.length > 0 &&
    f.checkboxes({
      name: 'years',
      label: t('Years'),
      unmarked: true,
      options: years.map((label) => ({ value: label, label: yearWords(label) })),
    })
  }
  ${
    classes.length > 0 &&
    f.checkboxes({ name: 'classes', label: t('Classes'), unmarked: true, options: classOptions(classes) })
  }`;
};

/** One's own classes first. */
const classOptions = (classes: readonly UnitChoice[]): Option[] => {
  const own = classes.some(({ taught }) => taught);
  return classes
    .toSorted((a, b) => Number(b.taught) - Number(a.taught))
    .map(({ id, name, taught }) => ({
      value: id,
      label: name,
      ...(own && { group: taught ? t('Classes you teach') : t('Other classes') }),
    }));
};

const wasFor = ({ to, people }: Readonly<Record<string, unknown>>, kind: string): boolean =>
  [to, people].flat().includes(kind);
