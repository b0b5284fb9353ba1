import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form, type Fields, type FormOptions } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { catalogue, StepKind, StepLead, StepMode, Strand, Writing } from '#features/evidence/index.ts';
import type { Draft } from './draft.ts';
import { writingWords } from './protocol-words.ts';
import { mostSections } from './step-input.ts';
import { stepsOf } from './work-of.ts';
import { kindWords, leadChoice, modeWords, strandWords } from './words.ts';

interface StepForm extends FormOptions {
  draftOf: Draft;
  /** The step's own id, when it is there already. */
  own?: string | undefined;
}

/** One step of a protocol: what is asked, when, for how long, of whom, and what is written at it. */
export const stepForm = ({ draftOf, own, ...options }: StepForm): Html =>
  form(options, (f) => [
    f.text({ name: 'title', label: t('Title'), required: true, maxlength: 120 }),
    f.select({
      name: 'kind',
      label: t('What kind of step is it?'),
      required: true,
      options: StepKind.options.map((kind) => ({ value: kind, label: kindWords(kind) })),
    }),
    f.textarea({ name: 'prompt', label: t('What are people asked to do?'), required: true, rows: 3 }),
    f.select({
      name: 'stage',
      label: t('In which stage?'),
      required: true,
      options: draftOf.stages.map(({ id, title }) => ({ value: id, label: title })),
    }),
    when(f),
    f.radios({
      name: 'strand',
      label: t('On which strand does it stand?'),
      required: true,
      options: Strand.options.map((strand) => ({ value: strand, label: strandWords(strand) })),
    }),
    f.radios({
      name: 'lead',
      label: t('Who leads it?'),
      required: true,
      options: StepLead.options.map((lead) => ({ value: lead, label: leadChoice(lead) })),
    }),
    f.radios({
      name: 'mode',
      label: t('How do people meet?'),
      required: true,
      options: StepMode.options.map((mode) => ({ value: mode, label: modeWords(mode) })),
    }),
    f.select({
      name: 'ingredient',
      label: t('Which ingredient does it carry?'),
      hint: t('Taking out a step that carries one is never silent.'),
      options: [
        { value: '', label: t('None') },
        ...draftOf.ingredients.map(({ id, title }) => ({ value: id, label: title })),
      ],
    }),
    f.select({
      name: 'form',
      label: t('Which form or agenda do people use?'),
      options: [{ value: '', label: t('None') }, ...formOptions()],
    }),
    written(f, draftOf, options.values ?? {}),
    more(f, draftOf, own),
  ]);

const when = (f: Fields): Html =>
  f.group(t('When, and for how long'), [
    f.number({
      name: 'week',
      label: t('Teaching week'),
      required: true,
      min: 1,
      max: 200,
      step: 1,
      hint: t('1 is the first. Holidays are not counted.'),
    }),
    f.number({
      name: 'minutes',
      label: t('Minutes for one person, each time'),
      required: true,
      min: 0,
      max: 2400,
      step: 1,
    }),
    f.checkbox({ name: 'in_school_day', label: t('It falls in the school day') }),
    f.checkbox({ name: 'required', label: t('Everybody whom it is for does it') }),
    f.number({ name: 'times', label: t('How many times, if more than once'), min: 2, max: 60, step: 1 }),
    f.number({ name: 'every', label: t('Every how many weeks'), min: 1, max: 52, step: 1 }),
  ]);

/** Parts to write: those there are, and room for two more. Without a title and words a part is left out. */
function written(f: Fields, draft: Draft, values: Readonly<Record<string, unknown>>): Html {
  const filled = Array.from({ length: mostSections }, (_, n) => n).filter(
    (n) => values[`section_title_${n}`] || values[`section_prompt_${n}`],
  );
  const shown = Math.min((filled.at(-1) ?? -1) + 3, mostSections);
  return details(
    t('What people write at it'),
    [
      f.select({
        name: 'writing',
        label: t('How do they write?'),
        options: [
          { value: '', label: t('Nothing is written') },
          ...Writing.options.map((writing) => ({ value: writing, label: writingWords(writing) })),
        ],
      }),
      draft.questions &&
        f.checkbox({ name: 'asks_questions', label: t('The questions of every stage are answered here') }),
      Array.from({ length: shown }, (_, n) =>
        f.group(t('Part {n}', { n: n + 1 }), [
          html`<input
            type="hidden"
            name="section_id_${n}"
            value="${String(values[`section_id_${n}`] ?? '')}"
          />`,
          f.text({ name: `section_title_${n}`, label: t('Title'), maxlength: 120 }),
          f.textarea({ name: `section_prompt_${n}`, label: t('What to write there'), rows: 2 }),
        ]),
      ),
    ],
    filled.length > 0 || Boolean(values.writing),
  );
}

/** What few steps need. */
const more = (f: Fields, draft: Draft, own: string | undefined): Value =>
  details(t('Who it is for, and more'), [
    f.checkboxes({
      name: 'for',
      label: t('Who is it for?'),
      hint: t('Everybody, when none is ticked.'),
      options: draft.roles.map(({ id, title }) => ({ value: id, label: title })),
    }),
    f.checkboxes({
      name: 'after',
      label: t('Which steps must come first?'),
      options: stepsOf(draft)
        .filter(({ id }) => id !== own)
        .map(({ id, title }) => ({ value: id, label: title })),
    }),
    f.select({
      name: 'first',
      label: t('Who looks first at what was recorded?'),
      options: [
        { value: '', label: t('Nobody in particular') },
        ...draft.roles.map(({ id, title }) => ({ value: id, label: title })),
      ],
    }),
    f.number({ name: 'promises', label: t('How many promises at most'), min: 1, max: 20, step: 1 }),
    f.number({
      name: 'days',
      label: t('On how many days the specialist can be asked'),
      hint: t('For a specialist on call only.'),
      min: 1,
      max: 400,
      step: 1,
    }),
    f.number({
      name: 'lasts_min',
      label: t('Fewest minutes the source asks for'),
      min: 1,
      max: 2400,
      step: 1,
    }),
    f.number({ name: 'lasts_max', label: t('Most minutes the source asks for'), min: 1, max: 2400, step: 1 }),
  ]);

const formOptions = () =>
  [...catalogue().agendas, ...catalogue().forms].map(({ id, title }) => ({ value: id, label: title }));
