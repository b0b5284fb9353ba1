import { protectCounts, smallest } from '#platform/access/small-numbers.ts';
import { type Measure, rangeOf, usesMeasure } from './evaluation.ts';
import { type Arm, arms, type Keeps, keepings, missingReasons, missingWords, type Missing } from './group.ts';
import { type Moment, moments } from './moments.ts';
import type { MeasureReport, Point, SeriesReport } from './report.ts';
import { differenceOfChanges, estimate, type Pair, pairedChange } from './statistics/change.ts';
import { mean, rounded } from './statistics/describe.ts';

/** A group as the report needs it. */
export interface PooledGroup {
  id: string;
  teacherId: string;
  arm: Arm;
  keeps: Keeps;
  /** Whether the reader may see its single figures. */
  readable: boolean;
  handedIn: readonly Moment[];
  pupils: number;
}

export interface PooledValue {
  measureId: string;
  groupId: string;
  subjectId: string;
  moment: Moment;
  value: number | null;
  missing: Missing | null;
  pupils: number | null;
}

/**
 * What one reader may see of a measure over all groups together; never group by group, so that classes cannot be
 * put in order.
 *
 * Nobody's figure can be worked out by taking one published figure from another, because each figure of a
 * moment is formed over one set of pupils alone:
 * - Nothing is shown before every group that takes the measure has handed in its start and its end; until then
 *   figures would change pupil by pupil.
 * - Start and end are those of the pupils measured both times; middle and later of those among them.
 * - Of a set, at least five pupils are shown, and at least five whom the reader cannot see singly, or none.
 * - What lasted is a change of the same pupils only where the pupils left out are none, or five or more.
 */
export function pooledMeasure(
  measure: Measure,
  groups: readonly PooledGroup[],
  values: readonly PooledValue[],
): MeasureReport {
  const own = values.filter(({ measureId }) => measureId === measure.id);
  const taking = groups.filter(({ teacherId }) => usesMeasure(measure, teacherId));
  const pools = arms.flatMap((arm) =>
    keepings.flatMap((keeps) => {
      const of = taking.filter((group) => group.arm === arm && group.keeps === keeps);
      return of.length === 0 ? [] : [poolOf(arm, keeps, of, own)];
    }),
  );
  const [low, high] = rangeOf(measure);
  const pairs = (arm: Arm) =>
    pools.find((pool) => pool.series.arm === arm && pool.series.keeps === 'pupils')?.pairs;
  const comparison = pairs('comparison');
  const programme = pairs('programme');
  return {
    title: measure.title,
    kind: measure.kind,
    unit: measure.unit,
    better: measure.better,
    scale: low !== null && high !== null ? [low, high] : null,
    levels: measure.levels.map(({ name }) => name),
    minutes: measure.minutes,
    series: pools.map(({ series }) => series),
    difference: programme && comparison ? differenceOfChanges(programme, comparison) : null,
  };
}

interface Pool {
  series: SeriesReport;
  /** Start and end of the pupils shown; empty when they may not be. */
  pairs: Pair[];
}

/** A pupil or a whole group with its figures, and how many pupils it stands for. */
interface Subject {
  readable: boolean;
  weight: number;
  at: Partial<Record<Moment, number>>;
}

function poolOf(
  arm: Arm,
  keeps: Keeps,
  groups: readonly PooledGroup[],
  values: readonly PooledValue[],
): Pool {
  const ids = new Map(groups.map((group) => [group.id, group]));
  const ours = values.filter(({ groupId }) => ids.has(groupId));
  const done = (moment: Moment) => groups.every(({ handedIn }) => handedIn.includes(moment));
  const complete = done('baseline') && done('end');
  const subjects = subjectsIn(ours, ids);
  const matched = subjects.filter(({ at }) => at.baseline !== undefined && at.end !== undefined);
  const pointAt = (moment: Moment): Point => {
    if (!complete || !done(moment)) return { is: 'waiting' };
    return pointOf(
      matched.filter(({ at }) => at[moment] !== undefined),
      moment,
      keeps,
    );
  };
  const points = Object.fromEntries(moments.map((moment) => [moment, pointAt(moment)])) as Record<
    Moment,
    Point
  >;
  const shown = complete && keeps === 'pupils' && points.baseline.is === 'shown';
  const pairs = shown ? matched.map(({ at }) => ({ before: at.baseline!, after: at.end! })) : [];
  const pupils = groups.reduce((sum, group) => sum + group.pupils, 0);
  return {
    pairs,
    series: {
      arm,
      keeps,
      points,
      change: pairedChange(pairs),
      lasting: shown && points.delayed.is === 'shown' ? lasting(matched) : null,
      of: keeps === 'pupils' && pupils >= smallest ? pupils : null,
      missing: complete && keeps === 'pupils' ? missingAtEnd(ours) : [],
    },
  };
}

function subjectsIn(values: readonly PooledValue[], groups: ReadonlyMap<string, PooledGroup>): Subject[] {
  return [...Map.groupBy(values, ({ subjectId }) => subjectId).values()].map((own) => ({
    readable: groups.get(own[0]!.groupId)!.readable,
    // A whole group's figures of two moments may stand for different numbers; the fewest is the careful one.
    weight: Math.min(...own.map(({ pupils }) => pupils ?? 1)),
    at: Object.fromEntries(own.flatMap(({ moment, value }) => (value === null ? [] : [[moment, value]]))),
  }));
}

const sizeOf = (subjects: readonly Subject[]): number =>
  subjects.reduce((sum, { weight }) => sum + weight, 0);

/** Five or more, and five or more whom the reader cannot see one by one, or none such. */
function mayShow(subjects: readonly Subject[]): boolean {
  const others = sizeOf(subjects.filter(({ readable }) => !readable));
  return sizeOf(subjects) >= smallest && (others === 0 || others >= smallest);
}

function pointOf(subjects: readonly Subject[], moment: Moment, keeps: Keeps): Point {
  if (subjects.length === 0) return { is: 'none' };
  if (!mayShow(subjects)) return { is: 'few' };
  const n = sizeOf(subjects);
  const figures = subjects.map(({ at }) => at[moment]!);
  if (keeps === 'group') {
    const sum = subjects.reduce((total, { at, weight }) => total + at[moment]! * weight, 0);
    return { is: 'shown', mean: rounded(sum / n), low: null, high: null, n };
  }
  const range = estimate(figures);
  return {
    is: 'shown',
    mean: rounded(mean(figures)),
    low: range && rounded(range.low),
    high: range && rounded(range.high),
    n,
  };
}

function lasting(matched: readonly Subject[]) {
  const there = matched.filter(({ at }) => at.delayed !== undefined);
  const gone = sizeOf(matched.filter(({ at, readable }) => at.delayed === undefined && !readable));
  if (gone > 0 && gone < smallest) return null;
  return pairedChange(there.map(({ at }) => ({ before: at.baseline!, after: at.delayed! })));
}

function missingAtEnd(values: readonly PooledValue[]): SeriesReport['missing'] {
  const gaps = values.filter(({ moment, missing }) => moment === 'end' && missing !== null);
  const cells = missingReasons.map((reason) => ({
    key: reason,
    count: gaps.filter(({ missing }) => missing === reason).length,
  }));
  return protectCounts(cells).flatMap((cell) =>
    cell.hidden || cell.count === 0 ? [] : [{ reason: missingWords(cell.key as Missing), count: cell.count }],
  );
}
