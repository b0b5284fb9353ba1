import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { roleTitle, type UnitPeople, yearWords } from '#features/people/index.ts';
import type { Audience, Whole } from './audience.ts';

/** What the units of an audience are called, by id. */
export type UnitNames = ReadonlyMap<string, string>;

/** For whom it is, in words: "All staff, and the pupils of Class 5P and Class 6R". */
export function audienceInWords(audience: Audience, names: UnitNames): string {
  const units = (people: UnitPeople) =>
    audience.units
      .filter((each) => each.people === people)
      .map(({ unitId }) => names.get(unitId) ?? t('a class or department'));
  const years = (people: UnitPeople) =>
    audience.years.filter((each) => each.people === people).map(({ label }) => yearWords(label));
  const named = (people: UnitPeople, words: (names: string) => string): string[] => {
    const all = [...years(people), ...units(people)];
    return all.length === 0 ? [] : [words(formatList(all))];
  };
  const parts = [
    ...audience.wholes.map((whole) => wholeInWords(whole)),
    ...(audience.roles.length > 0
      ? [t('staff with the role {roles}', { roles: formatList(audience.roles.map(roleTitle)) })]
      : []),
    ...named('staff', (all) => t('staff of {names}', { names: all })),
    ...named('pupil', (all) => t('pupils of {names}', { names: all })),
    ...named('family', (all) => t('families of {names}', { names: all })),
  ];
  return sentence(formatList(parts));
}

const wholeInWords = (whole: Whole): string =>
  ({ staff: t('all staff'), pupil: t('all pupils'), family: t('all families') })[whole];

const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Who can see a notice, as every page of it says. */
export function noticeAudience(audience: Audience, names: UnitNames, change?: string): AudienceNote {
  return {
    icon: audience.wholes.includes('staff') ? 'school' : 'people',
    words: audienceInWords(audience, names),
    why: t(
      'It was put up for them. Whoever wrote it and the head can open it too. Who opens it is not written down.',
    ),
    ...(change ? { change } : {}),
  };
}
