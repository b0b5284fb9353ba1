import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { choice, day, line } from '#platform/http/input.ts';
import type { Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { howInWords, hows, longestDays } from './consent.ts';

/** Who said it, how, on which day and until when: the same fields wherever answers are written down. */
export const answerInput = {
  given_by: line('Write who said so.', 120),
  how: choice(hows),
  on: day(),
  until: day('Choose the last day it is given for.'),
};

export const answerFields = (
  f: Fields,
  { today, until, hint }: { today: string; until: string; hint: string },
): Html =>
  html`${f.text({ name: 'given_by', label: t('Who said so'), hint, required: true, maxlength: 120 })}
  ${f.select({ name: 'how', label: t('How'), required: true, initial: 'paper', options: hows.map((value) => ({ value, label: howInWords(value) })) })}
  ${f.date({ name: 'on', label: t('On'), required: true, initial: today, max: today })}
  ${f.date({ name: 'until', label: t('Given until'), hint: t('A consent is asked for again each school year. A refusal stands until there is another answer.'), required: true, initial: until })}`;

/** What is wrong between the days of an answer, by field; nothing where they can be so. */
export function wrongDays(
  { on, until }: { on?: string | undefined; until?: string | null | undefined },
  today: string,
): Wrong {
  const wrong: Wrong = {};
  if (on !== undefined && on > today) wrong.on = t('This day is still to come.');
  if (until == null) return wrong;
  if (until < today) wrong.until = t('This day is over already.');
  else if (on !== undefined && until > addDays(on, longestDays))
    wrong.until = t('A consent is given for one school year: choose a day within thirteen months.');
  return wrong;
}

/** Nothing, given or refused, as a form sends it of a pupil. */
export const maybeAnswer = z.enum(['given', 'refused']).optional().catch(undefined);
