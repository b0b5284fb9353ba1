import type { Protocol, ProtocolStep } from '#features/evidence/index.ts';

/** Minutes that a protocol asks of one person, repeats counted. */
interface Work {
  all: number;
  inSchoolDay: number;
  outside: number;
  /** Of these, how many belong to steps one may leave out. */
  optional: number;
}

export const timesOf = (step: Pick<ProtocolStep, 'repeats'>): number => step.repeats?.times ?? 1;

export const stepsOf = (protocol: Pick<Protocol, 'stages'>): ProtocolStep[] =>
  protocol.stages.flatMap(({ steps }) => steps);

/** Whether somebody in this role does the step; it is everybody's where it names no roles. */
export const isFor = (step: Pick<ProtocolStep, 'for'>, role: string): boolean =>
  step.for === undefined || step.for.includes(role);

/** What it asks of somebody who takes part: the steps for everybody, and those for a role that takes part. */
export function workOf(protocol: Pick<Protocol, 'roles' | 'stages'>): Work {
  const takingPart = protocol.roles.filter(({ part }) => part === 'participant').map(({ id }) => id);
  const theirs = stepsOf(protocol).filter(
    (step) => step.for === undefined || step.for.some((role) => takingPart.includes(role)),
  );
  const sum = (which: (step: ProtocolStep) => boolean): number =>
    theirs.filter(which).reduce((minutes, step) => minutes + step.minutes * timesOf(step), 0);
  return {
    all: sum(() => true),
    inSchoolDay: sum((step) => step.inSchoolDay),
    outside: sum((step) => !step.inSchoolDay),
    optional: sum((step) => !step.required),
  };
}
