import type { Fields } from '../browser.ts';
import { schoolYear, schoolYearOf } from '../school-year.ts';
import type { Player } from '../player.ts';

/** The small acts of an evaluation, as its people press them. */

export type Moment = 'baseline' | 'middle' | 'end' | 'delayed';

export const evaluationOf = (slug: string): string => `/programmes/${slug}/evaluation`;

export interface PupilGroup {
  teacher: string;
  name: string;
  codes: readonly string[];
}

/** The last day of the first whole term after a day: the earliest at which one can see what lasted. */
export function afterAWholeTerm(day: string): string {
  const year = schoolYearOf(day);
  const terms = [...schoolYear(year).terms, ...schoolYear(year + 1).terms];
  return terms.find((term) => term.startsOn > day)!.endsOn;
}

/** A teacher names a group of pupils. Answers its address. */
export async function nameGroup(
  player: Player,
  slug: string,
  { teacher, name, codes }: PupilGroup,
): Promise<string> {
  const fields = { name, arm: 'programme', keeps: 'pupils', codes: codes.join('\n') };
  return (await player.does(teacher, `${evaluationOf(slug)}/groups`, fields)).to;
}

/**
 * Hands in the figures of a group at one moment: a row for each pupil, in it for each measure a figure
 * or a word that says why there is none: '13 2 absent'.
 */
export async function handIn(
  player: Player,
  slug: string,
  { teacher, href }: { teacher: string; href: string },
  moment: Moment,
  rows: readonly string[],
): Promise<void> {
  const pupils = await player.db
    .selectFrom('evaluation_pupil as u')
    .innerJoin('evaluation_group as g', (join) =>
      join.onRef('g.owner_id', '=', 'u.owner_id').onRef('g.id', '=', 'u.group_id'),
    )
    .innerJoin('evaluation as e', (join) =>
      join.onRef('e.owner_id', '=', 'g.owner_id').onRef('e.id', '=', 'g.evaluation_id'),
    )
    .innerJoin('programme as p', (join) =>
      join.onRef('p.owner_id', '=', 'e.owner_id').onRef('p.id', '=', 'e.programme_id'),
    )
    .select('u.id')
    .where('u.owner_id', '=', player.school.id)
    .where('p.slug', '=', slug)
    .where('g.number', '=', Number(href.split('/').at(-1)))
    .orderBy('u.position')
    .execute();
  const fields: Fields = Object.fromEntries(
    rows.flatMap((row, index) =>
      row
        .split(' ')
        .map((figure, measure) => [
          `${/\d/.test(figure) ? 'figure' : 'missing'}-${measure + 1}-${pupils[index]!.id}`,
          figure,
        ]),
    ),
  );
  await player.does(teacher, `${href}/figures/${moment}`, { version: 0, ...fields, then: 'hand-in' });
}

/** Those who take part agree with the plan as it stands. */
export async function agreePlan(player: Player, slug: string, keys: readonly string[]): Promise<void> {
  const { version } = await player.db
    .selectFrom('evaluation as e')
    .innerJoin('programme as p', (join) =>
      join.onRef('p.owner_id', '=', 'e.owner_id').onRef('p.id', '=', 'e.programme_id'),
    )
    .select('e.version')
    .where('e.owner_id', '=', player.school.id)
    .where('p.slug', '=', slug)
    .executeTakeFirstOrThrow();
  for (const key of keys) await player.does(key, `${evaluationOf(slug)}/plan/agree`, { version });
}
