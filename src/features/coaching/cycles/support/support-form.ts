import { line, optionalDay, optionalLine, prose } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Support } from './support.ts';

/** What the form of a suggestion sends. */
export const supportInput = {
  what: prose('Write what may help.', 1_000),
  who: line('Write who gives it, or who knows of it.', 200),
  link: optionalLine(500).refine(
    (text) => text === '' || /^https?:\/\/[^\s]+$/.test(text),
    'Begin the address with https://, or leave it empty.',
  ),
  by_on: optionalDay(),
};

export const supportFields = (f: Fields): Html =>
  html`${f.textarea({
    name: 'what',
    label: t('What may help'),
    hint: t('Somebody to watch, something to read, a course, a network, time, another person to talk to.'),
    required: true,
    rows: 2,
  })}
  ${f.text({ name: 'who', label: t('Who gives it or knows of it'), required: true })}
  ${f.url({ name: 'link', label: t('Where to read more'), hint: t('An address that begins with https://') })}
  ${f.date({ name: 'by_on', label: t('By when') })}`;

/** What it says, for showing two texts side by side. */
export const saidIn = ({ what, who, link }: Support): { name: string; label: string; text: string }[] => [
  { name: 'what', label: t('What may help'), text: what },
  { name: 'who', label: t('Who gives it or knows of it'), text: who },
  { name: 'link', label: t('Where to read more'), text: link },
];
