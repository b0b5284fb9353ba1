import { line, optionalLine, optionalProse, prose } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form, type FormOptions } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { LibraryTechnique } from './technique.ts';

/** What the form sends. */
export const techniqueInput = {
  title: line('Give it a name.', 120),
  plain: prose('Say in a line what it is.', 1_000),
  steps: prose('Say what one does, a line for each step.', 4_000),
  why: prose(
    'Say why it might help. What you have seen yourself is a reason, when it is said as that.',
    4_000,
  ),
  against: optionalProse(4_000),
  not_for: optionalProse(2_000),
  phases: optionalLine(200),
  subjects: optionalLine(200),
};

interface SentTechnique {
  title: string;
  plain: string;
  steps: string;
  why: string;
  against: string;
  not_for: string;
  phases: string;
  subjects: string;
}

/** A technique as it is written, without what the program adds. */
export type WrittenTechnique = Omit<LibraryTechnique, 'id' | 'version'>;

const listed = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  ),
];

export const readTechnique = ({ not_for, phases, subjects, ...sent }: SentTechnique): WrittenTechnique => ({
  ...sent,
  notFor: not_for,
  phases: listed(phases),
  subjects: listed(subjects),
});

/** The fields of the form for what is stored. */
export const valuesOf = ({
  notFor,
  phases,
  subjects,
  ...written
}: WrittenTechnique): Record<string, string> => ({
  title: written.title,
  plain: written.plain,
  steps: written.steps,
  why: written.why,
  against: written.against,
  not_for: notFor,
  phases: phases.join(', '),
  subjects: subjects.join(', '),
});

/** Everything that was written, with its name: for versions and for two texts side by side. */
export const saidIn = (written: WrittenTechnique): { name: string; label: string; text: string }[] => {
  const labels: Record<string, string> = {
    title: t('Its name'),
    plain: t('What it is'),
    steps: t('What one does, step by step'),
    why: t('Why it might help'),
    against: t('What speaks against it'),
    not_for: t('Not for'),
    phases: t('For which phases'),
    subjects: t('For which subjects'),
  };
  return Object.entries(valuesOf(written)).map(([name, text]) => ({ name, label: labels[name]!, text }));
};

/** The form in which a technique is written. */
export const techniqueForm = (options: FormOptions): Html =>
  form(
    options,
    (f) => html`
      ${f.text({ name: 'title', label: t('Its name'), required: true })}
      ${f.textarea({ name: 'plain', label: t('What it is, in a line or two'), required: true, rows: 2 })}
      ${f.textarea({
        name: 'steps',
        label: t('What one does, step by step'),
        hint: t('A line for each step: what the teacher does, and what pupils do.'),
        required: true,
        rows: 5,
      })}
      ${f.textarea({
        name: 'why',
        label: t('Why it might help'),
        hint: t('And where you have that from: a study, a course, your own class.'),
        required: true,
      })}
      ${f.textarea({
        name: 'against',
        label: t('What speaks against it, or is not known'),
        hint: t('Whoever tries it should know that too.'),
      })}
      ${f.textarea({ name: 'not_for', label: t('When it is not the right thing'), rows: 2 })}
      ${f.text({
        name: 'phases',
        label: t('For which phases'),
        hint: t('With commas between them. Leave it empty for all.'),
      })}
      ${f.text({
        name: 'subjects',
        label: t('For which subjects'),
        hint: t('With commas between them. Leave it empty for all.'),
      })}
    `,
  );
