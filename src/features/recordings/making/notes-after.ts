import { choice } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Field } from '#ui/form-types.ts';

/** What becomes of the notes when the film is gone. */
export const notesAfterField = (): Field => ({
  name: 'notes_after',
  label: t('What becomes of the notes'),
  required: true,
  options: [
    {
      value: 'stay',
      label: t('They stay, without the film'),
      hint: t('You can go on reading what was written.'),
    },
    {
      value: 'go',
      label: t('They go too'),
      hint: t('Yours and the others’, with their answers and earlier versions.'),
    },
  ],
});

export const notesAfterInput = () => choice(['stay', 'go'], 'Choose what becomes of the notes.');
