import { addDays } from '#platform/calendar/dates.ts';
import { classes } from '../cast.ts';
import { schoolYear, schoolYearOf } from '../school-year.ts';
import type { Player } from '../player.ts';
import { dayOf } from './coaching-forms.ts';

/** Whose paper says no, and whose did not come back: by their place in the list of the class. */
interface Pile {
  className: string;
  purpose: string;
  refused: readonly number[];
  missing: readonly number[];
}

const learning = 'recording-learning';

/** One class after another; in RB nobody has collected them yet. */
const piles: readonly Pile[] = [
  ...classes
    .filter((className) => !['RB', '3B', '4A'].includes(className))
    .map((className, nth) => ({
      className,
      purpose: learning,
      refused: nth % 3 === 0 ? [] : [(nth * 7) % 20],
      missing: [(nth * 5 + 1) % 20, (nth * 11 + 8) % 20].slice(nth % 2),
    })),
  { className: '3B', purpose: learning, refused: [6], missing: [11, 19] },
  { className: '4A', purpose: learning, refused: [8], missing: [] },
  {
    className: '3B',
    purpose: 'recording-exemplar',
    refused: [2, 6, 14],
    missing: [3, 9, 11, 12, 17, 19, 21, 24],
  },
];

/**
 * The day on which papers were written down, and until when they hold: the first days of the school year in which the
 * first film of the story was made. In the first weeks of a year that is the one before, and what was given still holds.
 */
export function daysOfPapers(player: Player): { on: string; until: string } {
  const { terms } = schoolYear(schoolYearOf(dayOf(player, -3)));
  const on = addDays(terms[0]!.startsOn, 1);
  const yearEnds = terms.at(-1)!.endsOn;
  return { on, until: yearEnds < player.school.today ? addDays(on, 395) : yearEnds };
}

/** In September the office writes down what came back on paper about filming in lessons. */
export async function consents(player: Player): Promise<void> {
  const { school } = player;
  const { on, until } = daysOfPapers(player);
  player.at(on, '14:20');
  for (const { className, purpose, refused, missing } of piles) {
    const answers = pupilsOf(player, className).flatMap(({ id }, place) => {
      if (missing.includes(place)) return [];
      return [[`answer-${id}`, refused.includes(place) ? 'refused' : 'given']];
    });
    await player.does('office', `/school/consents/classes/${school.units[className]}/${purpose}`, {
      given_by: 'Parent or carer',
      how: 'paper',
      on,
      until,
      ...Object.fromEntries(answers),
    });
  }
  await player.settle();
}

export const pupilsOf = ({ school }: Player, className: string): readonly { id: string }[] =>
  school.pupils.filter((pupil) => pupil.className === className);
