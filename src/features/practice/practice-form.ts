import { line, optionalLine, optionalProse } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form, type FormOptions, type Option } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { WrittenPractice } from './practice.ts';

/** What the form sends. */
export const practiceInput = {
  words: line('Say in a line what you practise.', 300),
  technique: optionalLine(100),
  where_used: optionalLine(200),
  model: optionalProse(4_000),
  replaces: optionalLine(300),
};

interface SentPractice {
  words: string;
  technique: string;
  where_used: string;
  model: string;
  replaces: string;
}

export const readPractice = ({ where_used, technique, ...sent }: SentPractice): WrittenPractice => ({
  ...sent,
  technique: technique || null,
  whereUsed: where_used,
});

/** The fields of the form for what is stored. */
export const valuesOf = (written: WrittenPractice): Record<string, string> => ({
  words: written.words,
  technique: written.technique ?? '',
  where_used: written.whereUsed,
  model: written.model,
  replaces: written.replaces,
});

/** Everything that was written, with its name: for versions and for two texts side by side. */
export const saidIn = (written: WrittenPractice): { name: string; label: string; text: string }[] => [
  { name: 'words', label: t('What I practise'), text: written.words },
  { name: 'where_used', label: t('Where I use it'), text: written.whereUsed },
  { name: 'model', label: t('What good looks like'), text: written.model },
  { name: 'replaces', label: t('The old habit whose place it takes'), text: written.replaces },
];

interface Choices {
  techniques: readonly Option[];
  /** Habits whose place the chosen technique often takes. */
  habits: readonly string[];
}

/** The form in which a practice is stated and revised. */
export const practiceForm = (options: FormOptions, { techniques, habits }: Choices): Html =>
  form(
    options,
    (f) => html`
      ${f.text({
        name: 'words',
        label: t('What I practise'),
        hint: t('One small thing one could see you do, such as “I wait three seconds after a question”.'),
        required: true,
      })}
      ${f.select({
        name: 'technique',
        label: t('The technique it belongs to'),
        options: [{ value: '', label: t('None: in my own words') }, ...techniques],
      })}
      ${f.text({
        name: 'where_used',
        label: t('Where I use it'),
        hint: t('Which class, which lesson, which moment.'),
      })}
      ${f.textarea({
        name: 'model',
        label: t('What good looks like'),
        hint: t(
          'What you do and what pupils do when it goes well, as you picture it now. You can revise it as often as your picture changes.',
        ),
        rows: 4,
      })}
      ${f.text({
        name: 'replaces',
        label: t('The old habit whose place it takes'),
        hint: [
          t(
            'Leave it empty if it takes none’s. Old habits tend to come back, so you are asked about it later on too.',
          ),
          habits.length > 0 &&
            t('Often it is this: {habits}.', { habits: habits.map((each) => t(each)).join('; ') }),
        ]
          .filter(Boolean)
          .join(' '),
      })}
    `,
  );
