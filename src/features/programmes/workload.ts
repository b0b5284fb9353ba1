import type { DesignStep } from './design.ts';

/** Minutes for one teacher over the whole programme. */
interface Workload {
  all: number;
  inSchoolDay: number;
  outside: number;
  /** Of these minutes, how many belong to steps one may leave out. */
  optional: number;
}

export function workloadOf(
  steps: readonly Pick<DesignStep, 'minutes' | 'in_school_day' | 'required'>[],
): Workload {
  const sum = (which: (step: Pick<DesignStep, 'minutes' | 'in_school_day' | 'required'>) => boolean) =>
    steps.filter(which).reduce((minutes, step) => minutes + step.minutes, 0);
  return {
    all: sum(() => true),
    inSchoolDay: sum((step) => step.in_school_day),
    outside: sum((step) => !step.in_school_day),
    optional: sum((step) => !step.required),
  };
}
