import { t } from '#platform/i18n/i18n.ts';
import { questions, scaleOptions } from './questions-form.ts';

/** A place on the scale as the answers are called; between two of them when it is half-way. */
export function placeInWords(place: number): string {
  const scale = scaleOptions(questions().find(({ options }) => options)!).map(({ label }) => label);
  const below = scale[Math.floor(place)] ?? '';
  return Number.isInteger(place)
    ? t('“{answer}”', { answer: below })
    : t('between “{low}” and “{high}”', { low: below, high: scale[Math.ceil(place)] ?? '' });
}
