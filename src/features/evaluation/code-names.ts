import { Refused } from '#platform/errors.ts';
import { t, tn } from '#platform/i18n/i18n.ts';

/** Names that belong to nobody, for teachers who would rather not think of their own. */
const ready = [
  'Amber',
  'Birch',
  'Cobalt',
  'Dune',
  'Elder',
  'Fern',
  'Garnet',
  'Heron',
  'Indigo',
  'Jade',
  'Kestrel',
  'Larch',
  'Maple',
  'Nutmeg',
  'Otter',
  'Poppy',
  'Quartz',
  'Robin',
  'Sorrel',
  'Teal',
  'Umber',
  'Violet',
  'Willow',
  'Yarrow',
  'Ash',
  'Beech',
  'Coral',
  'Dove',
  'Ember',
  'Flint',
  'Gorse',
  'Hazel',
  'Iris',
  'Juniper',
  'Lark',
  'Moss',
  'Nettle',
  'Onyx',
  'Pebble',
  'Reed',
  'Saffron',
  'Thistle',
  'Swift',
  'Wren',
  'Acorn',
  'Bramble',
  'Clover',
  'Drake',
  'Finch',
  'Gull',
  'Heath',
  'Ivy',
  'Lichen',
  'Marl',
  'Oak',
  'Pine',
  'Rowan',
  'Slate',
  'Tern',
  'Vetch',
];

/** As many ready names as asked for, none that is `taken`. */
export function makeCodeNames(count: number, taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const free = ready.filter((name) => !used.has(name.toLowerCase()));
  for (let number = 1; free.length < count; number++) {
    if (!used.has(`pupil ${number}`)) free.push(`Pupil ${number}`);
  }
  return free.slice(0, count);
}

/**
 * Code names as they were typed or pasted, one a line. Throws `Refused` (field `codes`) for names that come
 * twice, are too long, or look like initials, which tell who it is.
 */
export function readCodeNames(text: string, taken: readonly string[]): string[] {
  const names = text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
  const seen = new Set(taken.map((name) => name.toLowerCase()));
  for (const name of names) {
    if (name.length > 40)
      throw new Refused({
        codes: t('“{name}” is too long: 40 characters at most, and it has {length}.', {
          name,
          length: name.length,
        }),
      });
    if (seen.has(name.toLowerCase()))
      throw new Refused({ codes: t('“{name}” stands there twice.', { name }) });
    seen.add(name.toLowerCase());
  }
  const initials = names.filter(looksLikeInitials);
  if (initials.length > 0)
    throw new Refused({
      codes: tn(
        initials.length,
        '“{names}” looks like initials, which say who it is. Choose another code name.',
        '{names} look like initials, which say who it is. Choose other code names.',
        { names: initials.join(', ') },
      ),
    });
  if (names.length > 200) throw new Refused({ codes: t('At most 200 pupils in a group.') });
  return names;
}

/** "AB", "A.B.", "A B": two or three capitals and nothing else. */
const looksLikeInitials = (name: string): boolean => /^(?:\p{Lu}[.\s]*){2,3}$/u.test(name);
