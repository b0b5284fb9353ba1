import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

/** A language as BCP 47 names it, in its usual writing; null for anything else. */
export function languageOf(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null;
  } catch {
    return null;
  }
}

/** The language of what was said. */
export const languageField = (f: Fields): Html =>
  f.text({
    name: 'language',
    label: t('Language'),
    hint: t('By its letters, such as en or cy.'),
    width: 'short',
    required: true,
  });

/** What the form takes: a file, or words that are typed. */
export const transcriptFields = (f: Fields): Html =>
  html`${f.file({
    name: 'file',
    label: t('A file'),
    hint: t('Captions (WebVTT or SRT), or a sheet saved as CSV.'),
    accept: '.vtt,.srt,.csv,.tsv,.txt,text/vtt,text/csv,text/plain',
    unmarked: true,
  })}
  ${f.textarea({
    name: 'text',
    label: t('Or type it, a line for each utterance'),
    hint: t('As 0:12 Teacher: What do you see? Without an end it lasts until the next begins.'),
    rows: 8,
    unmarked: true,
  })}
  ${languageField(f)}`;
