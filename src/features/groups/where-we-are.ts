import type { Protocol } from '#features/evidence/index.ts';

/** What of a step says where a group is. Days are 'YYYY-MM-DD'. */
export interface GroupStep {
  number: number;
  kind: string;
  strand: string;
  lead: string;
  title: string;
  on_date: string;
  starts_at: string | null;
  minutes: number;
  in_school_day: boolean;
  mode: string;
  required: boolean;
  cycle: number;
  stage: string | null;
  done_at: string | null;
}

export interface StageNow {
  id: string;
  title: string;
  plain: string;
  state: 'done' | 'now' | 'later';
  done: number;
  all: number;
}

/** Where a group stands in its cycle, from what it said was done. */
export interface WhereWeAre {
  /** The stages of this cycle; empty where its steps come from no stage. */
  stages: readonly StageNow[];
  now: StageNow | undefined;
  /** The next steps that are not done and whose day has not passed, nearest first. */
  next: readonly GroupStep[];
  /** Steps that should be done whose day has passed and that nobody has called done, oldest first. */
  waiting: readonly GroupStep[];
  /** Every step of the cycle that is asked of everybody is done. */
  finished: boolean;
}

/**
 * Where a group is in a cycle. A stage is done when each of its steps that is not left to choice is; the group is in
 * the first that is not. Steps stand in order of date.
 */
export function whereWeAre(
  protocol: Pick<Protocol, 'stages'> | undefined,
  steps: readonly GroupStep[],
  cycle: number,
  today: string,
): WhereWeAre {
  const mine = steps.filter((step) => step.cycle === cycle);
  const counted = (protocol?.stages ?? [])
    .map((stage) => ({ stage, of: mine.filter((step) => step.stage === stage.id) }))
    .filter(({ of }) => of.length > 0)
    .map(({ stage, of }) => ({
      id: stage.id,
      title: stage.title,
      plain: stage.plain,
      done: of.filter(isDone).length,
      all: of.length,
      over: of.every((step) => isDone(step) || !step.required),
    }));
  const at = counted.findIndex(({ over }) => !over);
  const stages = counted.map(({ over, ...stage }, index): StageNow => ({
    ...stage,
    state: over ? 'done' : index === at ? 'now' : 'later',
  }));
  const open = mine.filter((step) => !isDone(step));
  return {
    stages,
    now: stages[at],
    next: open.filter((step) => step.on_date >= today),
    waiting: open.filter((step) => step.on_date < today && step.required),
    finished: mine.length > 0 && mine.every((step) => isDone(step) || !step.required),
  };
}

const isDone = (step: GroupStep): boolean => step.done_at !== null;
