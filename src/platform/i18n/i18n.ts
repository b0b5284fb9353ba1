/**
 * The words of the interface, and numbers and dates as the reader writes them.
 *
 * English text is its own key: `t('Sign the agreement')`. Another language is a catalogue
 * from English text to its translation; what a catalogue lacks appears in English.
 * Drawing a page is synchronous, so the reader's language and time zone are set for its
 * duration by `speaking()` and need not be handed from view to view.
 */

export interface Tongue {
  /** BCP 47, such as 'en-GB'. */
  locale: string;
  /** IANA time zone of the organisation, such as 'Europe/London'. */
  zone: string;
}

export type Messages = Record<string, string>;

const catalogues = new Map<string, Messages>();
const english: Tongue = { locale: 'en-GB', zone: 'Europe/London' };
let tongue: Tongue = english;

/** Adds a language: `locale` such as 'cy', and what it says for each English text. */
export function addCatalogue(locale: string, messages: Messages): void {
  catalogues.set(locale, { ...catalogues.get(locale), ...messages });
}

/** Runs `draw` (which must not wait for anything) in a language and a time zone. */
export function speaking<T>(next: Tongue, draw: () => T): T {
  const before = tongue;
  tongue = next;
  catalogue = catalogueOf(next.locale);
  try {
    return draw();
  } finally {
    tongue = before;
    catalogue = catalogueOf(before.locale);
  }
}

/** What the language being spoken says for each English text; looked up once a page, not once a sentence. */
let catalogue: Messages | undefined;
const catalogueOf = (locale: string): Messages | undefined =>
  catalogues.size === 0 ? undefined : (catalogues.get(locale) ?? catalogues.get(language(locale)));

export const currentLocale = (): string => tongue.locale;

export type Fillings = Record<string, string | number>;

/** A sentence of the interface; `{name}` is filled from `fillings`. Not escaped: the template does that. */
export function t(text: string, fillings?: Fillings): string {
  return fill(catalogue?.[text] ?? text, fillings);
}

/**
 * A sentence that counts: `tn(answers, '{n} answer', '{n} answers')`.
 * Other languages list their plural forms under the English plural, divided by ' | ',
 * in the order of `Intl.PluralRules` (zero, one, two, few, many, other; those they have).
 */
export function tn(count: number, one: string, many: string, fillings?: Fillings): string {
  const filled = { n: formatNumber(count), ...fillings };
  const forms = catalogue?.[many]?.split(' | ');
  if (!forms) return fill(count === 1 ? one : many, filled);
  const categories = pluralRules(tongue.locale).resolvedOptions().pluralCategories;
  const form = forms[categories.indexOf(pluralRules(tongue.locale).select(count))] ?? forms.at(-1)!;
  return fill(form, filled);
}

const fill = (text: string, fillings?: Fillings): string =>
  fillings ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(fillings[name] ?? whole)) : text;

const language = (locale: string): string => locale.split('-')[0]!;

const rightToLeft = new Set(['ar', 'fa', 'he', 'ps', 'ur', 'ckb', 'dv', 'yi']);
export const direction = (locale: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language(locale)) ? 'rtl' : 'ltr';

export type DateStyle = 'long' | 'short' | 'weekday' | 'month';

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
};

/** A calendar day ('2026-09-03') or a moment, in words. A day has no time zone and never shifts. */
export function formatDate(value: string | Date, style: DateStyle = 'long'): string {
  if (typeof value !== 'string') return dates(style, tongue.zone).format(value);
  const key = `${tongue.locale} ${style} ${value}`;
  let words = days.get(key);
  if (words === undefined) {
    words = dates(style, 'UTC').format(new Date(`${value.slice(0, 10)}T00:00:00Z`));
    if (days.size >= 5000) days.clear();
    days.set(key, words);
  }
  return words;
}

/** Days in words: pages name the same few hundred days over and over. */
const days = new Map<string, string>();

/** The time of day in the organisation's zone: 14:02. */
export const formatTime = (value: Date): string =>
  cached(
    `time ${tongue.locale} ${tongue.zone}`,
    () =>
      new Intl.DateTimeFormat(tongue.locale, { hour: '2-digit', minute: '2-digit', timeZone: tongue.zone }),
  ).format(value);

export const formatMoment = (value: Date): string => `${formatDate(value)}, ${formatTime(value)}`;

export const formatNumber = (value: number, digits?: number): string =>
  cached(
    `number ${tongue.locale} ${digits}`,
    () =>
      new Intl.NumberFormat(
        tongue.locale,
        digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits },
      ),
  ).format(value);

/** An amount of money: `currency` is an ISO 4217 code such as 'GBP'. */
export const formatMoney = (amount: number, currency: string): string =>
  cached(
    `money ${tongue.locale} ${currency}`,
    () =>
      new Intl.NumberFormat(tongue.locale, {
        style: 'currency',
        currency,
        maximumFractionDigits: 2,
        trailingZeroDisplay: 'stripIfInteger',
      }),
  ).format(amount);

/** Names or things in a row: "Ann, Bea and Carl". */
export const formatList = (things: readonly string[]): string =>
  cached(`list ${tongue.locale}`, () => new Intl.ListFormat(tongue.locale, { type: 'conjunction' })).format(
    things,
  );

/** Minutes as people say them: "1 h 30 min". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (!hours) return t('{m} min', { m: formatNumber(rest) });
  return rest
    ? t('{h} h {m} min', { h: formatNumber(hours), m: formatNumber(rest) })
    : t('{h} h', { h: formatNumber(hours) });
}

const dates = (style: DateStyle, zone: string) =>
  cached(
    `date ${tongue.locale} ${style} ${zone}`,
    () => new Intl.DateTimeFormat(tongue.locale, { ...dateStyles[style], timeZone: zone }),
  );
const pluralRules = (locale: string) => cached(`plural ${locale}`, () => new Intl.PluralRules(locale));

const made = new Map<string, unknown>();
function cached<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

/** The languages there are catalogues for, each named in itself. English needs none. */
export const languages = (): { value: string; label: string }[] =>
  ['en-GB', ...catalogues.keys()].map((locale) => ({
    value: locale,
    label: new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale,
  }));
