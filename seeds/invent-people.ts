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
  unit?: { name: string; part: string };
}

export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .replace(/ı/g, 'i')
    .toLowerCase();

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
  const address = (name: string): string =>
    `${plain(name)
      .replace(/^dr /, '')
      .replace(/[^a-z]+/g, '.')}@sandhaven.example`;
  const staff = [
    ...cast.map((member) =>
      person(member.key, member.name, {
        kind: 'staff',
        jobTitle: member.jobTitle,
        roles: member.roles,
        email: address(member.name),
        ...(member.teaches ? { unit: { name: member.teaches, part: 'teacher' } } : {}),
      }),
    ),
    ...otherStaff.flatMap(({ jobTitle, role, count }) =>
      Array.from({ length: count }, (_, i) => {
        const name = newName();
        const unit =
          role === 'teaching-assistant'
            ? { unit: { name: classes[i % classes.length]!, part: 'assistant' } }
            : {};
        return person(`${jobTitle} ${i}`, name, {
          kind: 'staff',
          jobTitle,
          roles: role === 'teaching-assistant' ? [role] : [],
          email: address(name),
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
      email: `${plain(member.name)
        .replace(/^dr /, '')
        .replace(/[^a-z]+/g, '.')}@elsewhere.example`,
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
      email: `${plain(name).replace(/[^a-z]+/g, '.')}@home.example`,
    });
  });
  return [...staff, ...outside, ...pupils, ...families];
}
