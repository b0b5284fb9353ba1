import { z } from 'zod';
import { formatNumber, t } from '../i18n/i18n.ts';
import { isCalendarDate } from '../calendar/dates.ts';
import { isTime } from '../calendar/local-time.ts';

/**
 * What forms send, in the shapes they send it: everything is text, an empty field is '',
 * an unticked box is absent, several ticks of one name are a list.
 */

/**
 * Characters that turn the direction of what stands around them (U+202A to 202E, U+2066 to 2069). A name that holds
 * one turns the line of the page it stands in, and can be made to look like another's.
 */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** On one line, whatever was typed or pasted. */
const oneLine = (text: string): string => text.replace(turning, '').trim().replace(/\s+/g, ' ');
/** Lines as they were written, with one sort of line break. */
const severalLines = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Sentences with a number are made when they are needed, in the language of whoever asks. */
const tooLong = (n: number) => ({
  error: ({ input }: { input?: unknown }) => tooLongBy(n, String(input)),
});

/** What is said of a text that may have `n` characters at most and has more. */
export const tooLongBy = (n: number, { length }: string): string =>
  t('This is too long: {n} characters at most, and it has {length}.', {
    n: formatNumber(n),
    length: formatNumber(length),
  });

const text = (tidied: (text: string) => string, max: number, missing?: string) =>
  (missing === undefined ? z.string().default('') : z.string({ error: missing })).transform(tidied).pipe(
    z
      .string()
      .min(missing === undefined ? 0 : 1, missing)
      .max(max, tooLong(max)),
  );

/** A line of text that must be there. */
export const line = (missing = 'Write something here.', max = 200) => text(oneLine, max, missing);
/** A line of text that may be left empty, then ''. */
export const optionalLine = (max = 200) => text(oneLine, max);
/** Several lines that must be there. */
export const prose = (missing = 'Write something here.', max = 20_000) => text(severalLines, max, missing);
/** Several lines that may be left empty, then ''. */
export const optionalProse = (max = 20_000) => text(severalLines, max);

/** A calendar day, as the browser's date field sends it: '2026-09-03'. */
export const day = (missing = 'Choose a date.') =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .refine(isCalendarDate, 'We could not read this date. Write it as 2026-09-03.');

/** A day or nothing. */
export const optionalDay = () =>
  z
    .string()
    .default('')
    .transform((text) => text.trim() || null)
    .refine(
      (text) => text === null || isCalendarDate(text),
      'We could not read this date. Write it as 2026-09-03.',
    );

/** A time of day, '15:30', or nothing. */
export const optionalTime = () =>
  z
    .string()
    .default('')
    .transform((text) => text.trim() || null)
    .refine((text) => text === null || isTime(text), 'Write the time as 15:30.');

const asNumber = (text: string): number => Number(text.trim().replace(',', '.'));

/** A whole number between two others. */
export const wholeNumber = (min: number, max: number, missing = 'Write a number.') =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .transform(asNumber)
    .refine((n) => Number.isInteger(n) && n >= min && n <= max, {
      error: () => t('Write a whole number from {min} to {max}.', { min, max }),
    });

/** A number between two others, or nothing. */
export const optionalNumber = (min: number, max: number) =>
  z
    .string()
    .default('')
    .transform((text) => (text.trim() === '' ? null : asNumber(text)))
    .refine((n) => n === null || (Number.isFinite(n) && n >= min && n <= max), {
      error: () => t('Write a number from {min} to {max}, or leave it empty.', { min, max }),
    });

/** One of several. */
export const choice = <const T extends readonly string[]>(options: T, missing = 'Choose one.') =>
  z.enum(options, { error: missing });

/** Any of several ticks, as a list; none gives []. */
export const ticks = (max = 500) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]))
    .pipe(z.array(z.string()).max(max, { error: () => t('Choose at most {n}.', { n: max }) }));

/** A single box that is ticked or not. */
export const ticked = () =>
  z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== '');

/** The version of a text that the person was shown. */
export const version = () => z.coerce.number().int().min(0);

export const id = (missing = 'Choose one.') => z.uuid({ error: missing });
export const optionalId = () =>
  z
    .string()
    .default('')
    .transform((text) => text.trim() || null)
    .pipe(z.uuid('Choose one from the list.').nullable());

/** An e-mail address, lower case. */
export const email = (missing = 'Write an e-mail address.') =>
  z
    .string({ error: missing })
    .trim()
    .toLowerCase()
    .min(1, missing)
    .pipe(z.email('This does not look like an e-mail address.').max(254, 'This address is too long.'));

export const optionalEmail = () =>
  z
    .string()
    .default('')
    .transform((text) => text.trim().toLowerCase() || null)
    .pipe(
      z.email('This does not look like an e-mail address.').max(254, 'This address is too long.').nullable(),
    );
