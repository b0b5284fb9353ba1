import { t } from '#platform/i18n/i18n.ts';
import type { Protocol } from '#features/evidence/index.ts';

export interface Listed {
  protocol: Protocol;
  /** Written by the school itself. */
  own: boolean;
}

export const lengths = ['short', 'term', 'long'] as const;
type Length = (typeof lengths)[number];

/** What stands in the address; '' where nothing was asked. `people` is how many would be in it. */
export interface Filter {
  words: string;
  length: Length | '';
  people: string;
}

const lengthNames: Record<Length, () => string> = {
  short: () => t('Up to six weeks'),
  term: () => t('About a term'),
  long: () => t('Two terms or more'),
};
export const lengthChoice = (length: Length): string => lengthNames[length]();

/** By teaching weeks, of which a term has about thirteen. */
const lengthOf = ({ weeks }: Pick<Protocol, 'weeks'>): Length =>
  weeks <= 6 ? 'short' : weeks <= 14 ? 'term' : 'long';

export const filterIn = (query: Readonly<Record<string, string | undefined>>): Filter => ({
  words: (query.words ?? '').trim().slice(0, 100),
  length: lengths.find((length) => length === query.length) ?? '',
  people: /^\d{1,3}$/.test(query.people?.trim() ?? '') ? query.people!.trim() : '',
});

/** Those that fit: every word somewhere in its title or account, its length, and as many people as it is for. */
export function fitting(all: readonly Listed[], { words, length, people }: Filter): Listed[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const n = people === '' ? null : Number(people);
  return all.filter(({ protocol }) => {
    const said = folded([protocol.title, protocol.plain, protocol.suits].join(' '));
    const { min, max } = protocol.groupSize;
    return (
      wanted.every((word) => said.includes(word)) &&
      (length === '' || lengthOf(protocol) === length) &&
      (n === null || (n >= min && n <= max))
    );
  });
}

/** Without accents and capitals, so that "enquete" finds "Enquête". */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
