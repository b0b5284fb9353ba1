import { AsyncLocalStorage } from 'node:async_hooks';
import { dateIn, today } from '../calendar/dates.ts';
import { remembered } from '../remembered.ts';
import { type DateStyle, type Voice, voiceOf } from './voice.ts';

/**
 * The words of the interface, and numbers and dates as the reader writes them.
 *
 * English text is its own key: `t('Sign the agreement')`. Another language is a catalogue
 * from English text to its translation; what a catalogue lacks appears in English.
 * The reader's language and time zone are set for a whole request by `speakingThroughout()`, and for
 * drawing a page, which is synchronous and says the most, by the quicker `speaking()`; they need not be
 * handed from view to view.
 */

export interface Tongue {
  /** BCP 47, such as 'en-GB'. */
  locale: string;
  /** IANA time zone of the organisation, such as 'Europe/London'. */
  zone: string;
  /** The moment it is now: a weekday of another year is named with its year. Without it none is. */
  now?: Date;
}

type Messages = Record<string, string>;

const catalogues = new Map<string, Messages>();

/** Adds a language: `locale` such as 'cy', and what it says for each English text. */
export function addCatalogue(locale: string, messages: Messages): void {
  catalogues.set(locale, { ...catalogues.get(locale), ...messages });
}

/** A tongue with what it takes to speak it: looked up once a page, not once a sentence. */
interface Speech {
  voice: Voice;
  catalogue: Messages | undefined;
  zone: string;
  year: string | undefined;
}

const speechOf = ({ locale, zone, now }: Tongue): Speech => ({
  voice: voiceOf(locale, zone),
  catalogue: catalogues.get(locale) ?? catalogues.get(language(locale)),
  zone,
  year: now && yearOf(today(now, zone)),
});

const throughout = new AsyncLocalStorage<Speech>();
let drawing: Speech | undefined;
let english: Speech | undefined;
const speech = (): Speech =>
  drawing ?? throughout.getStore() ?? (english ??= speechOf({ locale: 'en-GB', zone: 'Europe/London' }));

/** Runs `draw` (which must not wait for anything) in a language and a time zone. */
export function speaking<T>(tongue: Tongue, draw: () => T): T {
  const before = drawing;
  drawing = speechOf(tongue);
  try {
    return draw();
  } finally {
    drawing = before;
  }
}

/** The same for work that waits, such as a change that says afterwards what was done. */
export const speakingThroughout = <T>(tongue: Tongue, work: () => Promise<T>): Promise<T> =>
  throughout.run(speechOf(tongue), work);

export const currentLocale = (): string => speech().voice.locale;

type Fillings = Record<string, string | number>;

/** A sentence of the interface; `{name}` is filled from `fillings`. Not escaped: the template does that. */
export function t(text: string, fillings?: Fillings): string {
  return fill(speech().catalogue?.[text] ?? text, fillings);
}

/**
 * A sentence that counts: `tn(answers, '{n} answer', '{n} answers')`.
 * Other languages list their plural forms under the English plural, divided by ' | ',
 * in the order of `Intl.PluralRules` (zero, one, two, few, many, other; those they have).
 */
export function tn(count: number, one: string, many: string, fillings?: Fillings): string {
  const filled = { n: formatNumber(count), ...fillings };
  const { catalogue, voice } = speech();
  const forms = catalogue?.[many]?.split(' | ');
  if (!forms) return fill(count === 1 ? one : many, filled);
  const categories = voice.plurals.resolvedOptions().pluralCategories;
  return fill(forms[categories.indexOf(voice.plurals.select(count))] ?? forms.at(-1)!, filled);
}

function fill(text: string, fillings?: Fillings): string {
  if (!fillings) return text;
  // Words and names in turn: 'Due {day}.' is 'Due ', 'day', '.'.
  const parts = partsOf(text);
  let filled = parts[0]!;
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at]!;
    filled += (fillings[name] ?? `{${name}}`) + parts[at + 1]!;
  }
  return filled;
}

/** The sentences of the interface are a few thousand, cut once each. */
const partsOf = remembered((text: string) => text.split(/\{(\w+)\}/));

const language = (locale: string): string => locale.split('-')[0]!;

const rightToLeft = new Set(['ar', 'fa', 'he', 'ps', 'ur', 'ckb', 'dv', 'yi']);
export const direction = (locale: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language(locale)) ? 'rtl' : 'ltr';

/**
 * A calendar day ('2026-09-03') or a moment, in words. A day has no time zone and never shifts. A weekday of
 * another year than the one it is has its year behind it.
 */
export function formatDate(value: string | Date, as: DateStyle = 'long'): string {
  const style = as === 'weekday' && isOfAnotherYear(value) ? 'weekday-and-year' : as;
  const { voice } = speech();
  return typeof value === 'string' ? voice.day(value.slice(0, 10), style) : voice.dayOf(value, style);
}

function isOfAnotherYear(value: string | Date): boolean {
  const { year, zone } = speech();
  if (year === undefined) return false;
  return yearOf(typeof value === 'string' ? value : dateIn(value, zone)) !== year;
}

const yearOf = (day: string): string => day.slice(0, 4);

/** The time of day in the organisation's zone: 14:02. */
export const formatTime = (value: Date): string => speech().voice.time(value);

export const formatMoment = (value: Date): string => `${formatDate(value)}, ${formatTime(value)}`;

/** A number as the reader writes it; `digits` after the point, always so many when given. */
export const formatNumber = (value: number, digits?: number): string => speech().voice.number(value, digits);

/** A share of one in whole hundredths: 0.25 is '25%'. */
export const formatPercent = (share: number): string => speech().voice.percent(share);

/** An amount of money: `currency` is an ISO 4217 code such as 'GBP'. */
export const formatMoney = (amount: number, currency: string): string =>
  speech().voice.money(amount, currency);

/** Names or things in a row: "Ann, Bea and Carl". */
export const formatList = (things: readonly string[]): string => speech().voice.list.format(things);

/** Minutes as people say them: "1 h 30 min". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (!hours) return t('{m} min', { m: formatNumber(rest) });
  return rest
    ? t('{h} h {m} min', { h: formatNumber(hours), m: formatNumber(rest) })
    : t('{h} h', { h: formatNumber(hours) });
}

/** The languages there are catalogues for, each named in itself. English needs none. */
export const languages = (): { value: string; label: string }[] =>
  ['en-GB', ...catalogues.keys()].map((locale) => ({
    value: locale,
    label: new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale,
  }));
