import type { z } from 'zod';
import { line, optionalDay, optionalLine, optionalProse, prose } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { longestText } from '#ui/text/parse-text.ts';
import { writeText } from '#ui/write-text.ts';
import type { Resource } from './resource.ts';

/** What the form of a resource sends. */
export const resourceInput = {
  title: line('Give it a title.', 160),
  summary: optionalProse(600),
  subject: optionalLine(80),
  year: optionalLine(20),
  text: prose('Write something on the page.', longestText),
  review_on: optionalDay(),
};

export type ResourceFields = z.output<z.ZodObject<typeof resourceInput>>;

/** A stored one as its form shows it. */
export const fieldsOf = ({ title, summary, subject, yearLabel, text, reviewOn }: Resource) => ({
  title,
  summary,
  subject,
  year: yearLabel ?? '',
  text,
  review_on: reviewOn ?? '',
});

/** `text` is where a text is seen and where its files are added. */
export const resourceFields = (f: Fields, text: Parameters<typeof writeText>[1]): Html =>
  html`${f.text({ name: 'title', label: t('Title'), required: true, maxlength: 160 })}
  ${f.text({ name: 'subject', label: t('Subject'), maxlength: 80 })}
  ${f.text({ name: 'year', label: t('Year'), hint: t('As the school says it: 4, or Year 4.'), maxlength: 20, width: 'short' })}
  ${f.textarea({ name: 'summary', label: t('What it is for'), hint: t('A sentence or two: colleagues read it in the list.'), rows: 2, maxlength: 600 })}
  ${writeText(
    f.textarea({
      name: 'text',
      label: t('The page'),
      hint: t(
        'Plain words will do. A line that begins with # is a heading, with - a point of a list; *stars* stress; $x^2$ is mathematics; [a link](https://…).',
      ),
      required: true,
      rows: 18,
      maxlength: longestText,
    }),
    text,
  )}
  ${f.date({ name: 'review_on', label: t('Look again on'), hint: t('From that day on it waits for you on Today.') })}`;
