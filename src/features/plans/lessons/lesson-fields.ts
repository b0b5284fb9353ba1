import { line, optionalDay, optionalProse } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

const longestLesson = 50_000;

/** What the form of a lesson sends. */
export const lessonInput = {
  title: line('Give the lesson a title.', 160),
  on_date: optionalDay(),
  text: optionalProse(longestLesson),
};

export const lessonFields = (f: Fields): Html =>
  html`${f.text({ name: 'title', label: t('What it is about'), required: true, maxlength: 160 })}
  ${f.date({ name: 'on_date', label: t('Day'), hint: t('Leave it empty while you do not know.') })}
  ${f.textarea({
    name: 'text',
    label: t('The lesson'),
    hint: t('A line that begins with ## is a heading, with - a point of a list. Delete what you do not use.'),
    rows: 16,
    maxlength: longestLesson,
  })}`;
