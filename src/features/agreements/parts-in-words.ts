import { formatDate } from '#platform/i18n/i18n.ts';
import type { Answer, Answers } from './answers.ts';
import { type FormPart, shownParts } from './form-parts.ts';
import { inOneLine } from './join-words.ts';

/** A part of an agreement as plain text: what was chosen, a line each, then what was written. */
export interface PartInWords {
  id: string;
  label: string;
  text: string;
}

/** Every part that is asked, in the order of its form; its text is '' where nothing was answered. */
export const partsInWords = (form: readonly FormPart[], answers: Answers): PartInWords[] =>
  shownParts(form).map((part) => ({
    id: part.id,
    label: part.heading,
    text: inWords(part, answers[part.id]),
  }));

function inWords(part: FormPart, answer: Answer | undefined): string {
  if (!answer) return '';
  const { focus, chosen = [], dates = [], preparations = [], reviewOn, words } = answer;
  return [
    ...(focus ? [...focus.priorities.map(({ title }) => title), focus.own] : []),
    ...(focus ? [focus.pupils, focus.looksLike, focus.wouldKnow] : []),
    ...part.options.filter(({ id }) => chosen.includes(id)).map(({ label }) => label),
    ...dates.map(({ on, place }) => inOneLine([formatDate(on), place])),
    ...preparations.map(({ title }) => title),
    reviewOn ? formatDate(reviewOn) : '',
    words,
  ]
    .filter(Boolean)
    .join('\n');
}
