import type { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { line, optionalProse, prose } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { slug } from '#ui/attributes.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { TemplatePart } from '../plan.ts';
import type { TemplateFields } from './template.queries.ts';

/** What the form of a template sends: a heading a line, its hint behind a bar. */
export const templateInput = {
  title: line('Give it a title.', 120),
  headings: prose('Write at least one heading.', 6000),
  lesson: optionalProse(4000),
};

const mostHeadings = 20;

/** A template as its form sent it. Throws `Refused` for headings that cannot be told apart. */
export function templateFrom(
  { title, headings, lesson }: z.output<z.ZodObject<typeof templateInput>>,
  before: readonly TemplatePart[] = [],
): TemplateFields {
  const lines = headings.split('\n').filter((each) => each.trim() !== '');
  if (lines.length > mostHeadings)
    throw new Refused({
      headings: t('Write {n} headings at most: a plan is read, too.', { n: mostHeadings }),
    });
  const parts = lines.map((each, index): TemplatePart => {
    const [heading = '', ...hint] = each.split('|').map((piece) => piece.trim());
    // A heading that stays keeps its key, so that plans copied from one another go on meeting.
    const kept = before.find((part) => part.title === heading);
    return {
      key: kept?.key ?? (slug(heading) || `part-${index + 1}`),
      title: heading.slice(0, 120),
      hint: hint.join(' ').slice(0, 300),
    };
  });
  if (new Set(parts.map(({ key }) => key)).size !== parts.length)
    throw new Refused({ headings: t('Two headings are alike.') });
  return { title, parts, lessonText: lesson };
}

/** A stored one as its form shows it. */
export const templateValues = ({ title, parts, lessonText }: TemplateFields) => ({
  title,
  headings: parts.map((part) => (part.hint === '' ? part.title : `${part.title} | ${part.hint}`)).join('\n'),
  lesson: lessonText,
});

export const templateFields = (f: Fields): Html =>
  html`${f.text({ name: 'title', label: t('What it is called'), required: true, maxlength: 120 })}
  ${f.textarea({
    name: 'headings',
    label: t('Headings'),
    hint: t('One on each line. Behind a | you can say what belongs there.'),
    required: true,
    rows: 10,
    maxlength: 6000,
  })}
  ${f.textarea({
    name: 'lesson',
    label: t('What stands in a new lesson'),
    hint: t('Headings begin with ##. Leave it empty where each teacher writes as they like.'),
    rows: 8,
    maxlength: 4000,
  })}`;
