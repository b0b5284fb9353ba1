import { comparable } from '#platform/i18n/comparable.ts';
import type { UnitPart } from '#features/people/index.ts';
import { cast, classes, guests, otherStaff, yearLabelOf } from './cast.ts';
import { seedId } from './ids.ts';
import { familyNames, givenNames } from './names.ts';
import { Chance } from './random.ts';

export interface Person {
  id: string;
  name: string;
  kind: 'staff' | 'pupil' | 'family' | 'guest';
  jobTitle: string | null;
  yearLabel: string | null;
  roles: readonly string[];
  email: string | null;
  unit?: { name: string; part: UnitPart };
}

export const withoutTitle = (name: string): string => name.replace(/^Dr /, '');

const addressAt = (place: string, name: string): string =>
  `${comparable(withoutTitle(name)).replaceAll(' ', '.')}@${place}.example`;

/** Everybody, always the same: the cast, other staff, guests, pupils by class, a few families. */
export function invent(began: Date): Person[] {
  const chance = new Chance(20_261_122);
  const taken = new Set([...cast, ...guests].map((member) => member.name));
  const newName = (): string => {
    for (;;) {
      const name = `${chance.pick(givenNames)} ${chance.pick(familyNames)}`;
      if (!taken.has(name)) {
        taken.add(name);
        return name;
      }
    }
  };
  const person = (key: string, name: string, rest: Partial<Person> & Pick<Person, 'kind'>): Person => ({
    id: seedId(`person ${key}`, began),
    name,
    jobTitle: null,
    yearLabel: null,
    roles: [],
    email: null,
    ...rest,
  });
  const staff = [
    ...cast.map((member) =>
      person(member.key, member.name, {
        kind: 'staff',
        jobTitle: member.jobTitle,
        roles: member.roles,
        email: addressAt('sandhaven', member.name),
        ...(member.teaches ? { unit: { name: member.teaches, part: 'teacher' as const } } : {}),
      }),
    ),
    ...otherStaff.flatMap(({ jobTitle, role, count }) =>
      Array.from({ length: count }, (_, i) => {
        const name = newName();
        const unit =
          role === 'teaching-assistant'
            ? { unit: { name: classes[i % classes.length]!, part: 'assistant' as const } }
            : {};
        return person(`${jobTitle} ${i}`, name, {
          kind: 'staff',
          jobTitle,
          roles: role === 'teaching-assistant' ? [role] : [],
          email: addressAt('sandhaven', name),
          ...unit,
        });
      }),
    ),
  ];
  const outside = guests.map((member) =>
    person(member.key, member.name, {
      kind: 'guest',
      jobTitle: member.jobTitle,
      roles: member.roles,
      email: addressAt('elsewhere', member.name),
    }),
  );
  const pupils = Array.from({ length: 400 }, (_, i) => {
    const className = classes[i % classes.length]!;
    return person(`pupil ${i}`, newName(), {
      kind: 'pupil',
      yearLabel: yearLabelOf(className),
      unit: { name: className, part: 'pupil' },
    });
  });
  const families = Array.from({ length: 12 }, (_, i) => {
    const name = newName();
    return person(`family ${i}`, name, {
      kind: 'family',
      roles: ['parent-carer'],
      email: addressAt('home', name),
    });
  });
  return [...staff, ...outside, ...pupils, ...families];
}
