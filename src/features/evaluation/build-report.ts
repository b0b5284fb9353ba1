import { protectFigure, smallest } from '#platform/access/small-numbers.ts';
import { type EvaluatedProgramme, type Evaluation, participants } from './evaluation.ts';
import { askedReport } from './gap.ts';
import { pooledMeasure } from './pooled.ts';
import type { Happened, Report } from './report.ts';
import type { ReportFacts } from './report.queries.ts';

/**
 * For whom the report is worked out: somebody who reads it now, and so may read by name who takes part; or
 * `outside`, anybody at all, as what is published must be.
 */
type Standpoint = 'reader' | 'outside';

/**
 * The report for one reader. What they may see singly (groups shared with them, their own answer) makes the rest
 * smaller, so it counts. What is published rests on nobody's standing.
 */
export function buildReport(
  { programme, evaluation }: { programme: EvaluatedProgramme; evaluation: Evaluation },
  facts: ReportFacts,
  standpoint: Standpoint,
): Report {
  const outside = standpoint === 'outside';
  const teachers = participants(programme).length;
  const countable = (n: number) => (outside ? protectFigure(n, n) : n);
  const groups = outside ? facts.groups.map((group) => ({ ...group, readable: false })) : facts.groups;
  const answers = outside ? facts.answers.map((answer) => ({ ...answer, mine: false })) : facts.answers;
  const inProgramme = groups.filter(({ arm }) => arm === 'programme');
  const pupils = inProgramme.reduce((sum, group) => sum + group.pupils, 0);
  return {
    title: programme.title,
    startsOn: programme.startsOn,
    endsOn: programme.endsOn,
    pupils: evaluation.pupils,
    learning: evaluation.learning,
    dates: evaluation.dates,
    comparison: evaluation.comparison,
    comparisonAbout: evaluation.comparisonAbout,
    happened: happened(facts, countable(teachers)),
    asked: evaluation.askings.map((asking) =>
      askedReport(
        asking,
        answers.filter(({ moment }) => moment === asking.moment),
      ),
    ),
    summary: releasedBy(programme, evaluation).all ? (evaluation.summary?.says ?? null) : null,
    measures: evaluation.measures
      .filter(({ endedAt }) => endedAt === null)
      .map((measure) => pooledMeasure(measure, groups, facts.values)),
    claims: facts.claims
      .filter(({ endedAt }) => endedAt === null)
      .map(({ says, kind, certainty }) => ({ says, kind, certainty })),
    rivals: facts.rivals
      .filter(({ endedAt }) => endedAt === null)
      .map(({ title, known, done }) => ({ title, known, done })),
    priorExposure: evaluation.account?.priorExposure ?? '',
    meanwhile: evaluation.account?.meanwhile ?? '',
    whoLeft: evaluation.account?.whoLeft ?? '',
    nextSteps: evaluation.account?.nextSteps ?? '',
    cost: {
      total: facts.cost,
      perTeacher:
        facts.cost > 0 && teachers > 0 && countable(teachers) !== null ? facts.cost / teachers : null,
      perPupil: facts.cost > 0 && pupils >= smallest ? facts.cost / pupils : null,
      pupils: protectFigure(pupils, pupils),
    },
  };
}

const happened = ({ steps, tryOuts }: ReportFacts, teachers: number | null): Happened => ({
  stepsPlanned: steps.planned,
  stepsPassed: steps.passed,
  minutesIn: steps.minutesIn,
  minutesOut: steps.minutesOut,
  teachers,
  tryOuts: protectFigure(tryOuts.count, tryOuts.others),
});

/** How many of those who take part have released the summary as it stands, and whether all have. */
export function releasedBy(
  programme: EvaluatedProgramme,
  { summary, releases }: Pick<Evaluation, 'summary' | 'releases'>,
): { count: number; of: number; all: boolean } {
  const taking = participants(programme);
  const count = taking.filter(({ personId }) =>
    releases.some((release) => release.personId === personId && release.version === summary?.version),
  ).length;
  return { count, of: taking.length, all: count > 0 && count === taking.length && Boolean(summary?.says) };
}
