import type { Fields } from '../browser.ts';
import { schoolYear, schoolYearOf } from '../school-year.ts';
import type { Player } from '../player.ts';
import { daysAfter } from './days.ts';
import { stepCalled, stepsOf } from './lookups.ts';

/** An evaluation until its figures are there, as its people press its buttons. */

const moments = ['baseline', 'middle', 'end', 'delayed'] as const;
type Moment = (typeof moments)[number];

export const evaluationOf = (slug: string): string => `/programmes/${slug}/evaluation`;

export interface PupilGroup {
  teacher: string;
  name: string;
  codes: readonly string[];
  /** By moment, as far as there are any, a row for each pupil with a word or a figure for each measure. */
  figures: Partial<Record<Moment, readonly string[]>>;
}

/** What an evaluation is made of before anybody weighs it. */
export interface Measured {
  slug: string;
  plan: Fields;
  /** Each chosen by the teacher of the group in the same place. */
  measures: readonly Fields[];
  groups: readonly PupilGroup[];
  /** Who agrees with the plan. */
  agreed: readonly string[];
  /** The title of the step that looks back; what lasted is not measured before it. */
  lookBack?: string;
}

/** Plans an evaluation from its pupils and hands in the figures that there are. Answers the days of its measurements. */
export async function planAndMeasure(
  player: Player,
  { slug, plan, measures, groups, agreed, lookBack }: Measured,
): Promise<Record<Moment, string>> {
  const steps = await stepsOf(player, slug);
  const on = (title: string): string => stepCalled(steps, title).on;
  const end = on('Where the pupils are at the end');
  const lasted = [afterAWholeTerm(end), ...(lookBack ? [on(lookBack)] : [])].toSorted();
  const dates = {
    baseline: on('Where the pupils start'),
    middle: on('Where the pupils are now'),
    end,
    delayed: lasted.at(-1)!,
  };
  player.at(daysAfter(dates.baseline, -5), '15:50');
  await player.does('cpd', `${evaluationOf(slug)}/plan/change`, { ...plan, ...dates, version: 0 });
  for (const [index, measure] of measures.entries())
    await player.does(groups[index]!.teacher, `${evaluationOf(slug)}/measures`, measure);
  await agreePlan(player, slug, agreed);
  const named: (PupilGroup & { href: string })[] = [];
  for (const group of groups) named.push({ ...group, href: await nameGroup(player, slug, group) });
  for (const moment of moments)
    for (const group of named) {
      const rows = group.figures[moment];
      if (!rows) continue;
      player.at(daysAfter(dates[moment], 1), '16:00');
      await handIn(player, slug, group, moment, rows);
    }
  return dates;
}

/** The last day of the first whole term after a day: the earliest at which one can see what lasted. */
function afterAWholeTerm(day: string): string {
  const year = schoolYearOf(day);
  const terms = [...schoolYear(year).terms, ...schoolYear(year + 1).terms];
  return terms.find((term) => term.startsOn > day)!.endsOn;
}

/** A teacher names a group of pupils. Answers its address. */
async function nameGroup(
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
async function handIn(
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
async function agreePlan(player: Player, slug: string, keys: readonly string[]): Promise<void> {
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
