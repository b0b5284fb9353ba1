import { addDays } from '#platform/calendar/dates.ts';
import { classes } from '../cast.ts';
import type { Player } from '../player.ts';
import { schoolYear, schoolYearOf } from '../school-year.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
/** What a class does in each of its five periods, day by day, unless it has music or PE. */
const subjects: readonly (readonly string[])[] = [
  ['English', 'Maths', 'Reading', 'Science', 'Science'],
  ['Maths', 'English', 'Reading', 'History', 'Art'],
  ['English', 'Maths', 'Reading', 'Geography', 'Computing'],
  ['Maths', 'English', 'Reading', 'Religious education', 'Design and technology'],
  ['English', 'Maths', 'Reading', 'Topic', 'Assembly'],
];

/** In August the office makes the timetable of the year, reads its lessons from a list and publishes it. */
export async function timetable(player: Player): Promise<void> {
  const { name, terms } = schoolYear(schoolYearOf(player.school.today));
  const from = terms[0]!.startsOn;
  player.at(addDays(from, -10), '09:10');
  const { to } = await player.does('office', '/school/timetable', {
    name,
    from,
    weeks: '1',
    model: 'five',
  });
  const preview = await player.shows('office', `${to}/import`, {}, [
    { field: 'list', name: 'timetable.csv', body: await listOfLessons(player) },
  ]);
  await player.does('office', `${to}/import/apply`, { list: hiddenList(preview.text) });
  await player.does('office', `${to}/publish`);
  await player.settle();
}

/** Every class has its own teacher and room; Rosa Silva comes for music, Callum Ward has each once in the hall. */
async function listOfLessons(player: Player): Promise<string> {
  const teachers = await classTeachers(player);
  const rows = classes.flatMap((each, nth) =>
    days.flatMap((day, weekday) => {
      const row = (period: string, subject: string, room: string, teacher: string): string =>
        [day, 'both', period, `Class ${each}`, subject, room, teacher, ''].join(',');
      const own = teachers.get(`Class ${each}`) ?? '';
      return [
        row('Registration', '', `Room ${each}`, own),
        ...subjects[weekday]!.map((subject, place) => {
          const slot = weekday * 5 + place;
          const period = `Period ${place + 1}`;
          if (slot === nth) return row(period, 'Music', 'Music room', 'Rosa Silva');
          if (slot === nth + 11) return row(period, 'PE', 'Hall', 'Callum Ward');
          return row(period, subject, `Room ${each}`, own);
        }),
      ];
    }),
  );
  return ['Day,Week,Period,Class,Subject,Room,Teacher,Support', ...rows].join('\n');
}

async function classTeachers({ db, school }: Player): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('membership as m')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.owner_id', '=', 'm.owner_id').onRef('u.id', '=', 'm.unit_id'),
    )
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['u.name as unit', 'p.name'])
    .where('m.owner_id', '=', school.id)
    .where('u.owner_id', '=', school.id)
    .where('m.part', '=', 'teacher')
    .where('m.ended_at', 'is', null)
    .orderBy('p.sort_name', 'desc')
    .execute();
  return new Map(rows.map(({ unit, name }) => [unit, name]));
}

/** What the preview would send when it is confirmed. */
function hiddenList(page: string): string {
  const value = /name="list" value="([^"]*)"/.exec(page)?.[1];
  if (value === undefined) throw new Error('The preview of the timetable has nothing to confirm.');
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
