import { idFrom } from '#platform/db/ids.ts';
import { familyNames, givenNames } from '#seeds/names.ts';
import { Chance } from '#seeds/random.ts';
import { addRows, type Bundle, type Row, rowsOf, withRows } from './bundle.ts';

/** What differs in the snapshot of the next term, by people's ids. */
export interface NextTerm {
  bundle: Bundle;
  joined: readonly string[];
  left: readonly string[];
  /** Pupils who are in another homeroom. */
  moved: readonly string[];
  renamed: { id: string; from: string; to: string };
}

/**
 * The same bundle a term later: four pupils joined, three left, five moved to another homeroom of their year, and a
 * teacher has another family name. The same bundle gives the same snapshot.
 */
export function nextTerm(bundle: Bundle): NextTerm {
  const chance = new Chance(47);
  const pupils = chance.shuffled(rowsOf(bundle, 'users.csv').filter(({ role }) => role === 'student'));
  const left = pupils.slice(0, 3).map(({ sourcedId }) => sourcedId!);
  const homerooms = rowsOf(bundle, 'classes.csv').filter(({ classType }) => classType === 'homeroom');
  const moves = movesOf(bundle, pupils.slice(3), homerooms);
  const joiners = Array.from({ length: 4 }, (_, n) => joiner(pupils[10 + n]!, n, chance));
  const teacher = rowsOf(bundle, 'users.csv').find(({ role }) => role === 'teacher')!;
  const users = rowsOf(bundle, 'users.csv')
    .filter(({ sourcedId }) => !left.includes(sourcedId!))
    .map((row) => (row === teacher ? { ...row, familyName: `${row.familyName}-Llewelyn` } : row));
  const places = rowsOf(bundle, 'enrollments.csv')
    .filter(({ userSourcedId }) => !left.includes(userSourcedId!))
    .map((row) => ({
      ...row,
      classSourcedId: moves.get(`${row.userSourcedId} ${row.classSourcedId}`) ?? row.classSourcedId!,
    }));
  const demographics = rowsOf(bundle, 'demographics.csv').filter(
    ({ sourcedId }) => !left.includes(sourcedId!),
  );
  const kept = withRows(withRows(bundle, 'users.csv', users), 'demographics.csv', demographics);
  return {
    bundle: addRows(
      addRows(withRows(kept, 'enrollments.csv', places), 'users.csv', joiners),
      'enrollments.csv',
      joiners.flatMap((row) => placeOf(row, homerooms)),
    ),
    joined: joiners.map(({ sourcedId }) => sourcedId!),
    left,
    moved: [...moves.keys()].map((key) => key.split(' ')[0]!),
    renamed: {
      id: teacher.sourcedId!,
      from: `${teacher.givenName} ${teacher.familyName}`,
      to: `${teacher.givenName} ${teacher.familyName}-Llewelyn`,
    },
  };
}

/** For five pupils the homeroom they are in → another of the same year and school, by 'pupil homeroom'. */
function movesOf(bundle: Bundle, pupils: readonly Row[], homerooms: readonly Row[]): Map<string, string> {
  const ids = new Set(homerooms.map(({ sourcedId }) => sourcedId));
  const homeOf = new Map(
    rowsOf(bundle, 'enrollments.csv')
      .filter(({ classSourcedId }) => ids.has(classSourcedId))
      .map(({ userSourcedId, classSourcedId }) => [userSourcedId!, classSourcedId!]),
  );
  const moves = new Map<string, string>();
  for (const { sourcedId } of pupils) {
    if (moves.size === 5) break;
    const home = homerooms.find((each) => each.sourcedId === homeOf.get(sourcedId!));
    const other = homerooms.find(
      (each) =>
        home !== undefined &&
        each !== home &&
        each.grades === home.grades &&
        each.schoolSourcedId === home.schoolSourcedId,
    );
    if (home && other) moves.set(`${sourcedId} ${home.sourcedId}`, other.sourcedId!);
  }
  return moves;
}

/** Somebody new, of the school and the year of another pupil. */
const joiner = (like: Row, n: number, chance: Chance): Row => ({
  ...like,
  sourcedId: idFrom(`joiner ${n}`),
  username: `joiner${n}`,
  identifier: `JOIN${n}`,
  email: '',
  agentSourcedIds: '',
  givenName: chance.pick(givenNames),
  familyName: chance.pick(familyNames),
});

function placeOf({ sourcedId, grades, orgSourcedIds }: Row, homerooms: readonly Row[]): Row[] {
  const home = homerooms.find((each) => each.grades === grades && each.schoolSourcedId === orgSourcedIds);
  return home
    ? [
        {
          sourcedId: idFrom(`place of ${sourcedId}`),
          status: 'active',
          classSourcedId: home.sourcedId!,
          schoolSourcedId: home.schoolSourcedId!,
          userSourcedId: sourcedId!,
          role: 'student',
          beginDate: '2027-01-04',
          endDate: '2027-07-31',
        },
      ]
    : [];
}
