import { comparable } from '#platform/i18n/comparable.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import type { Known, KnownPerson, KnownThing } from './known.queries.ts';

/** Finds what a list or a form names; a sentence where it cannot, with what is near. */
export interface Finder {
  person(text: string): KnownPerson | string;
  unit(text: string): KnownThing | string;
  room(text: string): KnownThing | undefined;
  noRoom(text: string): string;
}

export function finderOf({ staff, units, rooms }: Known): Finder {
  // A list has the same slip in every row of a class.
  const said = new Map<string, string>();
  const nearOnce = (says: string, text: string, all: readonly { name: string }[]): string => {
    const words = said.get(says) ?? nearWords(says, text, all);
    said.set(says, words);
    return words;
  };
  const byCode = new Map(staff.flatMap((each) => (each.code ? [[comparable(each.code), each]] : [])));
  const byEmail = new Map(staff.flatMap((each) => each.emails.map((email) => [email.toLowerCase(), each])));
  const byName = Map.groupBy(staff, ({ name }) => nameKey(name));
  const unitsByName = new Map(units.map((each) => [comparable(each.name), each]));
  const roomsByName = new Map(rooms.map((each) => [comparable(each.name), each]));
  return {
    person(text) {
      const known = byCode.get(comparable(text)) ?? byEmail.get(text.trim().toLowerCase());
      if (known) return known;
      const namesakes = byName.get(nameKey(text)) ?? [];
      if (namesakes.length === 1) return namesakes[0]!;
      return namesakes.length > 1
        ? t('Several colleagues are called “{name}”. Give the staff code or the e-mail address.', {
            name: text,
          })
        : nearOnce(t('Nobody on the staff is “{name}”.', { name: text }), text, staff);
    },
    unit: (text) =>
      unitsByName.get(comparable(text)) ??
      nearOnce(t('There is no class “{name}”.', { name: text }), text, units),
    room: (text) => roomsByName.get(comparable(text)),
    noRoom: (text) => nearOnce(t('There is no room “{name}”.', { name: text }), text, rooms),
  };
}

/** Names are the same whichever of the two stands first: "Rees, Mali" and "Mali Rees". */
const nameKey = (name: string): string => comparable(name).split(' ').toSorted().join(' ');

function nearWords(says: string, text: string, all: readonly { name: string }[]): string {
  const near = nearest(
    text,
    all.map(({ name }) => name),
  );
  return near.length === 0 ? says : `${says} ${t('Near it: {names}.', { names: formatList(near) })}`;
}

/** At most three names that share half of their pairs of letters with a text, the nearest first. */
export function nearest(text: string, names: readonly string[]): string[] {
  const wanted = pairs(text);
  return names
    .map((name) => ({ name, share: shared(wanted, pairs(name)) }))
    .filter(({ share }) => share >= 0.5)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 3)
    .map(({ name }) => name);
}

const pairs = (text: string): Set<string> => {
  const letters = ` ${comparable(text).replaceAll(' ', '')} `;
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
};

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
