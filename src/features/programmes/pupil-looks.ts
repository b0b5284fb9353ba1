import { addDays } from '#platform/calendar/dates.ts';
import type { DesignStep } from './design.ts';

/** A measure this long after everything else has ended asks whether anything stayed. */
const daysAfterTheEnd = 28;

/** Measures taken well after the last step of any other kind, surveys apart: the delayed looks. */
export function lookBacks(steps: readonly DesignStep[]): DesignStep[] {
  const rest = steps.filter((step) => step.kind !== 'measure' && step.kind !== 'survey');
  const end = rest.at(-1)?.on_date;
  if (end === undefined) return [];
  return steps.filter((step) => step.kind === 'measure' && step.on_date >= addDays(end, daysAfterTheEnd));
}

/**
 * When pupils' learning is looked at: before the first try-out, on the way, and after the end.
 * A plan that measures at all is taken to have one measure until the evaluation names them.
 */
export function pupilLooks(
  steps: readonly DesignStep[],
  later: readonly DesignStep[],
): {
  outcomeMeasures: number;
  baseline: boolean;
  endMeasure: boolean;
  formativeChecks: number;
  delayed: boolean;
} {
  const measures = steps.filter((step) => step.kind === 'measure');
  const work =
    steps.find((step) => step.kind === 'tryout') ?? steps.find((step) => step.kind === 'modelling');
  const last = steps.findLast((step) => step.kind === work?.kind);
  const isBaseline = (step: DesignStep) => !work || step.on_date < work.on_date;
  const during = measures.filter((step) => !isBaseline(step) && !later.includes(step));
  const meetings = steps.filter((step) => step.kind === 'meeting' && step.form !== null);
  const end = during.at(-1)?.on_date;
  const onTheWay = [
    ...during.slice(0, -1),
    ...meetings.filter((step) => end === undefined || step.on_date < end),
  ];
  return {
    outcomeMeasures: measures.length > 0 ? 1 : 0,
    baseline: measures.some(isBaseline),
    endMeasure: end !== undefined && last !== undefined && end >= last.on_date,
    formativeChecks: onTheWay.length,
    delayed: later.length > 0,
  };
}
