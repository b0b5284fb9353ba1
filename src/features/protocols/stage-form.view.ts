import { t } from '#platform/i18n/i18n.ts';
import { form, type FormOptions } from '#ui/form.ts';
import type { Html } from '#ui/html.ts';

/** The words of a stage, and whether another cycle comes through it again. */
export const stageForm = (options: FormOptions): Html =>
  form(options, (f) => [
    f.text({ name: 'title', label: t('Title'), required: true, maxlength: 120 }),
    f.textarea({ name: 'plain', label: t('What happens in it, in a sentence'), required: true, rows: 2 }),
    f.number({
      name: 'cycle',
      label: t('Cycle'),
      required: true,
      min: 1,
      max: 9,
      step: 1,
      hint: t('2 when the same way is gone a second time within the protocol.'),
    }),
    f.checkbox({ name: 'again', label: t('A group that goes on to another cycle comes through it again') }),
  ]);
