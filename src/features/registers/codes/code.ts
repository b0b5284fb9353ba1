import {
  catalogue,
  byIdOrNone,
  type AttendanceCategory,
  type AttendanceList,
  type NationalCode,
} from '#features/evidence/index.ts';
import { t } from '#platform/i18n/i18n.ts';

/** The half of a school day that the law counts. */
export type Session = 'am' | 'pm';

/** A row of attendance_code, as far as pages need it. */
export interface StoredCode {
  id: string;
  symbol: string;
  name: string;
  /** The list of the catalogue it is mapped to, and the symbol in that. */
  list: string;
  national: string;
  category: AttendanceCategory;
  usual: boolean;
}

/** A code as it stands on a register. `id` is null until the school's first register is saved. */
export interface Code extends Omit<StoredCode, 'id'> {
  id: string | null;
  /** What its target says. */
  short: string;
  role: NationalCode['role'] | undefined;
  session: Session | undefined;
  /** It asks how late. */
  minutes: boolean;
}

export const lists = (): readonly AttendanceList[] => catalogue().attendanceLists;
export const listOf = (id: string): AttendanceList | undefined => byIdOrNone(lists(), id);

/** The list that schools of a locale have unless they choose another. */
export const usualList = (locale: string): AttendanceList =>
  lists().find(({ locales }) => locales.includes(locale)) ?? listOf('plain')!;

/** The codes of each list by their symbols: a register asks for every code of the school. */
const bySymbol = new Map<string, ReadonlyMap<string, NationalCode>>();

function nationalCode({ list, national }: Pick<StoredCode, 'list' | 'national'>): NationalCode | undefined {
  let codes = bySymbol.get(list);
  if (!codes) {
    codes = new Map(listOf(list)?.codes.map((code) => [code.symbol, code]));
    bySymbol.set(list, codes);
  }
  return codes.get(national);
}

/** A stored code with what the catalogue says of what it is mapped to. */
export function codeOf(stored: Omit<StoredCode, 'id'> & { id: string | null }): Code {
  const national = nationalCode(stored);
  const asGiven = national !== undefined && stored.name === t(national.title);
  return {
    ...stored,
    short: (asGiven && national.short && t(national.short)) || stored.name,
    role: national?.role,
    session: national?.session,
    minutes: national?.minutes ?? false,
  };
}

/** The codes of a list as a school has them that never changed any, in the list's order. */
export const codesOfList = ({ id, codes }: AttendanceList): Code[] =>
  codes.map(({ symbol, title, category, usual }) =>
    codeOf({ id: null, symbol, name: t(title), list: id, national: symbol, category, usual: usual ?? false }),
  );

/** The school's codes: its own, or those of its country's list where it has none yet. */
export const codesFor = (stored: readonly StoredCode[], locale: string): Code[] =>
  stored.length > 0 ? stored.map(codeOf) : codesOfList(usualList(locale));

/** Those that fit a register: the code of the other half of the day is left out. */
export const codesIn = (codes: readonly Code[], session: Session | null): Code[] =>
  codes.filter((code) => code.session === undefined || code.session === (session ?? 'am'));

/** The code that stands by itself: "here". */
export const presentCode = (codes: readonly Code[], session: Session | null): Code | undefined => {
  const here = codesIn(codes, session);
  return (
    here.find(({ role }) => role === 'present') ??
    here.find(({ category, role }) => category === 'present' && role !== 'late')
  );
};

/** The code written by a symbol as somebody types it: small letters will do. */
export const codeWritten = (codes: readonly Code[], symbol: string): Code | undefined =>
  codes.find((code) => code.symbol === symbol) ??
  codes.find((code) => code.symbol.toUpperCase() === symbol.toUpperCase());

/** Whether somebody with this mark was there in body. */
export const isHere = ({ category }: Pick<Code, 'category'>): boolean => category === 'present';

export const categoryInWords = (category: AttendanceCategory): string =>
  ({
    present: () => t('Present'),
    approved: () => t('Approved educational activity'),
    authorised: () => t('Authorised absence'),
    unauthorised: () => t('Unauthorised absence'),
    unable: () => t('Unable to attend'),
    'not-possible': () => t('Not a possible session'),
  })[category]();
