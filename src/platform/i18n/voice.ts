import { remembered } from '../remembered.ts';

export type DateStyle = 'long' | 'short' | 'weekday' | 'month' | 'day-on-axis' | 'month-on-axis';
/** The styles there are, with the one that a page does not ask for by name. */
type AnyStyle = DateStyle | 'weekday-and-year';

const dateStyles: Record<AnyStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  'weekday-and-year': { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  // Along a drawing, where the year is seen from what stands around it.
  'day-on-axis': { day: 'numeric', month: 'short' },
  'month-on-axis': { month: 'short' },
};

const minuteMs = 60_000;
/** Clocks of the world differ by whole quarters of an hour, so that one lies within one day everywhere. */
const quarterMs = 15 * minuteMs;

/**
 * How one language in one time zone writes dates, times, numbers and lists. `Intl` takes one or two
 * microseconds for each, and a page of fifty rows names the same few days and numbers over and over.
 */
class Voice {
  readonly locale: string;
  readonly #zone: string;
  readonly #clock: Intl.DateTimeFormat;
  readonly #percents: Intl.NumberFormat;
  readonly plurals: Intl.PluralRules;
  readonly list: Intl.ListFormat;

  constructor(locale: string, zone: string) {
    this.locale = locale;
    this.#zone = zone;
    this.#clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
    this.#percents = new Intl.NumberFormat(locale, { style: 'percent' });
    this.plurals = new Intl.PluralRules(locale);
    this.list = new Intl.ListFormat(locale, { type: 'conjunction' });
  }

  /** A day of the calendar, '2026-09-03', which has no time zone. */
  day(date: string, style: AnyStyle): string {
    return this.#days(style)(date);
  }

  /** The day of a moment, in the zone. */
  dayOf(moment: Date, style: AnyStyle): string {
    return this.#moments(style)(Math.floor(moment.getTime() / quarterMs));
  }

  readonly #days = remembered((style: AnyStyle) => {
    const format = new Intl.DateTimeFormat(this.locale, { ...dateStyles[style], timeZone: 'UTC' });
    return remembered((date: string) => format.format(new Date(`${date}T00:00:00Z`)));
  });

  readonly #moments = remembered((style: AnyStyle) => {
    const format = new Intl.DateTimeFormat(this.locale, { ...dateStyles[style], timeZone: this.#zone });
    return remembered((quarter: number) => format.format(quarter * quarterMs));
  });

  time(moment: Date): string {
    return this.#minutes(Math.floor(moment.getTime() / minuteMs));
  }

  readonly #minutes = remembered((minute: number) => this.#clock.format(minute * minuteMs));

  number(value: number, digits: number | undefined): string {
    return this.#numbers(digits ?? 'any')(value);
  }

  readonly #numbers = remembered((digits: number | 'any') => {
    const format = new Intl.NumberFormat(
      this.locale,
      digits === 'any' ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits },
    );
    return remembered((value: number) => format.format(value));
  });

  percent(share: number): string {
    return this.#percents.format(share);
  }

  money(amount: number, currency: string): string {
    return this.#moneys(currency).format(amount);
  }

  readonly #moneys = remembered(
    (currency: string) =>
      new Intl.NumberFormat(this.locale, {
        style: 'currency',
        currency,
        maximumFractionDigits: 2,
        trailingZeroDisplay: 'stripIfInteger',
      }),
  );
}

const inLocale = remembered((locale: string) => remembered((zone: string) => new Voice(locale, zone)));

export type { Voice };

/** The voice of a language (BCP 47, 'en-GB') in a time zone (IANA, 'Europe/London'). */
export const voiceOf = (locale: string, zone: string): Voice => inLocale(locale)(zone);
