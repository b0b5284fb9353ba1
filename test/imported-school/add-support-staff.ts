import { idFrom } from '#platform/db/ids.ts';
import { familyNames, givenNames } from '#seeds/names.ts';
import { Chance } from '#seeds/random.ts';
import { addRows, type Bundle, type Row, rowsOf } from './bundle.ts';

/** How many pupils a homeroom holds at most. */
const classSize = 30;

/**
 * Gives each school of a bundle what its generator leaves out: homerooms of at most thirty pupils of one year, each with
 * a teacher of its own and every other one with an assistant, and an office of two. Teachers are added where the
 * generator made fewer than there are homerooms: nobody registers two classes at once.
 */
export function addSupportStaff(bundle: Bundle): Bundle {
  const chance = new Chance(43);
  const users: Row[] = [];
  const classes: Row[] = [];
  const places: Row[] = [];
  const schools = rowsOf(bundle, 'orgs.csv').filter(({ type }) => type === 'school');
  for (const { sourcedId: school } of schools) {
    const here = rowsOf(bundle, 'users.csv').filter(({ orgSourcedIds }) => orgSourcedIds === school);
    const teachers = here.filter(({ role }) => role === 'teacher');
    const adult = (role: string, what: string): string => {
      const id = idFrom(`${what} of ${school}`);
      users.push({
        sourcedId: id,
        status: 'active',
        enabledUser: 'true',
        orgSourcedIds: school!,
        role,
        username: `${role}${users.length}`,
        givenName: chance.pick(givenNames),
        familyName: chance.pick(familyNames),
        email: `${role}${users.length}@school.example`,
      });
      return id;
    };
    const place = (unit: string, person: string, role: string) =>
      places.push({
        sourcedId: idFrom(`${person} in ${unit}`),
        status: 'active',
        classSourcedId: unit,
        schoolSourcedId: school!,
        userSourcedId: person,
        role,
        beginDate: '2026-08-01',
        endDate: '2027-07-31',
      });
    for (const n of [1, 2]) adult('siteAdministrator', `office ${n}`);
    homeroomsOf(here).forEach(({ title, grade, pupils }, nth) => {
      const unit = idFrom(`homeroom ${title} of ${school}`);
      classes.push({
        sourcedId: unit,
        status: 'active',
        title,
        grades: grade,
        courseSourcedId: rowsOf(bundle, 'courses.csv')[0]!.sourcedId!,
        classType: 'homeroom',
        location: `Room ${nth + 1}`,
        schoolSourcedId: school!,
        termSourcedIds: rowsOf(bundle, 'classes.csv')[0]!.termSourcedIds!,
      });
      for (const pupil of pupils) place(unit, pupil, 'student');
      place(unit, teachers[nth]?.sourcedId ?? adult('teacher', `teacher of ${title}`), 'teacher');
      if (nth % 2 === 0) place(unit, adult('aide', `assistant of ${title}`), 'aide');
    });
  }
  return addRows(
    addRows(addRows(bundle, 'users.csv', users), 'classes.csv', classes),
    'enrollments.csv',
    places,
  );
}

/** The pupils of each year in groups as even as can be: 63 are three of 21. */
function homeroomsOf(people: readonly Row[]): { title: string; grade: string; pupils: string[] }[] {
  const years = Map.groupBy(
    people.filter(({ role }) => role === 'student'),
    ({ grades }) => grades ?? '',
  );
  return [...years]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([grade, pupils]) => {
      const rooms = Math.ceil(pupils.length / classSize);
      return Array.from({ length: rooms }, (_, room) => ({
        title: `${grade}${String.fromCharCode(65 + room)}`,
        grade,
        pupils: pupils.filter((_each, at) => at % rooms === room).map(({ sourcedId }) => sourcedId!),
      }));
    });
}
