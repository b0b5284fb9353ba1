import { languages } from '#platform/i18n/i18n.ts';
import type { Option } from '#ui/form.ts';

/** What a school chooses once: where it is, how it writes dates, in what it pays. */

/** Time zones of this machine; London first, since most schools that use this are there. */
export const timeZones = (): string[] => [
  'Europe/London',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'Europe/London'),
];

export const isTimeZone = (zone: string): boolean => timeZones().includes(zone);

/** The machine's own zone, where it has one of a place. */
export function guessedTimeZone(): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return own.includes('/') && !own.startsWith('Etc/') && isTimeZone(own) ? own : 'Europe/London';
}

export const isLanguage = (locale: string): boolean => languages().some(({ value }) => value === locale);

export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);

/** Currencies by name: pound, euro and dollar first. */
export function currencyOptions(): Option[] {
  const names = new Intl.DisplayNames('en-GB', { type: 'currency' });
  const usual = ['GBP', 'EUR', 'USD'];
  const others = Intl.supportedValuesOf('currency').filter((code) => !usual.includes(code));
  return [...usual, ...others].map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` }));
}

export const kindWords: Readonly<Record<string, string>> = {
  school: 'A school or college',
  trust: 'A trust or group of schools',
  'local-authority': 'A local authority',
  agency: 'An agency, university or other provider',
};
