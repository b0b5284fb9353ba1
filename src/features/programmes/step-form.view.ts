import type { FormState } from '#platform/http/form-state.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { catalogue, StepKind, StepLead, StepMode, Strand } from '#features/evidence/index.ts';
import type { StepText } from './step.input.ts';
import { kindWords, leadChoice, modeWords, strandWords } from '#features/protocols/index.ts';
import { covers, coverWords } from './words.ts';

interface StepForm {
  state: { action: string; values?: FormState['values']; errors?: FormState['errors'] };
  /** What the form shows when nothing was sent yet. */
  step: Partial<StepText>;
  /** What the person was writing here and left unsent, and the key under which it is kept. */
  draft: FormState['values'] | null | undefined;
  draftKey: string;
  button: string;
  cancel: string;
  version?: number | undefined;
}

/** One step of the plan: what it is, when, who leads, how long, and whether it falls in the school day. */
export const stepForm = ({ state, step, draft, draftKey, button, cancel, version }: StepForm): Html =>
  form(
    { ...state, values: state.values ?? draft ?? step, button, draft: draftKey, cancel, hidden: { version } },
    (f) => html`
      ${f.text({ name: 'title', label: t('Title'), required: true, maxlength: 120 })}
      ${f.select({
        name: 'kind',
        label: t('What kind of step is it?'),
        required: true,
        options: StepKind.options.map((kind) => ({ value: kind, label: kindWords(kind) })),
      })}
      ${f.textarea({ name: 'prompt', label: t('What are people asked to do?'), rows: 3 })}
      ${f.group(t('When and where'), [
        f.date({ name: 'on_date', label: t('Date'), required: true }),
        f.time({ name: 'starts_at', label: t('From') }),
        f.text({ name: 'place', label: t('Place') }),
      ])}
      ${f.group(t('Time it asks of one teacher'), [
        f.number({ name: 'minutes', label: t('Minutes'), required: true, min: 0, max: 2400, step: 1 }),
        f.checkbox({ name: 'in_school_day', label: t('It falls in the school day') }),
        f.select({
          name: 'cover',
          label: t('Are lessons covered?'),
          options: [
            { value: '', label: t('Not said yet') },
            ...covers.map((cover) => ({ value: cover, label: coverWords(cover) })),
          ],
        }),
        f.checkbox({ name: 'required', label: t('Everybody who takes part does it') }),
      ])}
      ${f.radios({
        name: 'strand',
        label: t('On which strand does it stand?'),
        required: true,
        options: Strand.options.map((strand) => ({ value: strand, label: strandWords(strand) })),
      })}
      ${f.radios({
        name: 'lead',
        label: t('Who leads it?'),
        required: true,
        options: StepLead.options.map((lead) => ({ value: lead, label: leadChoice(lead) })),
      })}
      ${f.radios({
        name: 'mode',
        label: t('How do people meet?'),
        required: true,
        options: StepMode.options.map((mode) => ({ value: mode, label: modeWords(mode) })),
      })}
      ${f.number({
        name: 'cycle',
        label: t('Cycle'),
        required: true,
        min: 1,
        max: 9,
        step: 1,
        hint: t('2 when goals are refined and tried again.'),
      })}
      ${f.select({
        name: 'form',
        label: t('Which form or agenda do people use?'),
        hint: t('A meeting with the agenda opens with reports and looks at evidence from classes.'),
        options: [{ value: '', label: t('None') }, ...formOptions()],
      })}
      ${f.number({
        name: 'days',
        label: t('On how many days can the specialist be asked?'),
        hint: t('For a specialist on call only.'),
        min: 1,
        max: 400,
        step: 1,
      })}
    `,
  );

const formOptions = () =>
  [...catalogue().agendas, ...catalogue().forms].map(({ id, title }) => ({ value: id, label: title }));
