import type { Protocol, ProtocolStage, ProtocolStep } from '#features/evidence/index.ts';
import type { Draft } from './draft.ts';
import { stepsOf } from './work-of.ts';

/** Changes of a draft's stages and steps. Each changes the draft it is given, which is a copy, and says whether it could. */

interface Place {
  stage: ProtocolStage;
  stageAt: number;
  step: ProtocolStep;
  at: number;
}

/** Where a step stands; undefined when the draft has none of this id. */
export function placeOf({ stages }: Pick<Draft, 'stages'>, id: string): Place | undefined {
  for (const [stageAt, stage] of stages.entries()) {
    const at = stage.steps.findIndex((step) => step.id === id);
    if (at !== -1) return { stage, stageAt, step: stage.steps[at]!, at };
  }
  return undefined;
}

export type Direction = 'up' | 'down';

/** One place up or down; from the edge of a stage into the next one, whose cycle it takes. */
export function moveStep(draft: Draft, id: string, to: Direction): boolean {
  const place = placeOf(draft, id);
  if (!place) return false;
  const { stage, stageAt, step, at } = place;
  const by = to === 'up' ? -1 : 1;
  const beside = at + by;
  if (beside >= 0 && beside < stage.steps.length) {
    stage.steps.splice(at, 1);
    stage.steps.splice(beside, 0, step);
    return true;
  }
  const next = draft.stages[stageAt + by];
  if (!next) return false;
  stage.steps.splice(at, 1);
  next.steps.splice(to === 'up' ? next.steps.length : 0, 0, { ...step, cycle: next.cycle });
  return true;
}

/** Puts a step in the place of the one of its id, in this stage; at the end of it when it comes from another. */
export function putStep(draft: Draft, step: ProtocolStep, stageId: string): boolean {
  const stage = draft.stages.find(({ id }) => id === stageId);
  if (!stage) return false;
  const before = placeOf(draft, step.id);
  const put = { ...step, cycle: stage.cycle };
  if (before?.stage === stage) stage.steps[before.at] = put;
  else {
    before?.stage.steps.splice(before.at, 1);
    stage.steps.push(put);
  }
  return true;
}

/** Takes a step out, and every mention of it in what other steps wait for and in what is carried over. */
export function removeStep(draft: Draft, id: string): boolean {
  const place = placeOf(draft, id);
  if (!place) return false;
  place.stage.steps.splice(place.at, 1);
  for (const step of stepsOf(draft)) leaveOut(step, 'after', id);
  for (const carried of draft.carriesOver) {
    if (carried.from === id) delete carried.from;
    if (carried.to === id) delete carried.to;
  }
  return true;
}

/** An empty list is no list: then it is left out. */
function leaveOut(step: ProtocolStep, list: 'after' | 'for', id: string): void {
  const kept = step[list]?.filter((each) => each !== id);
  if (kept === undefined || kept.length === 0) delete step[list];
  else step[list] = kept;
}

export function moveStage(draft: Draft, id: string, to: Direction): boolean {
  const at = draft.stages.findIndex((stage) => stage.id === id);
  const beside = at + (to === 'up' ? -1 : 1);
  if (at === -1 || beside < 0 || beside >= draft.stages.length) return false;
  const [stage] = draft.stages.splice(at, 1);
  draft.stages.splice(beside, 0, stage!);
  return true;
}

/** What is written of a stage itself, and whether another cycle comes through it. */
export function wordsOfStage({ stages, again }: Pick<Draft, 'stages' | 'again'>, id: string): unknown {
  const stage = stages.find((each) => each.id === id);
  return stage && [stage.title, stage.plain, stage.cycle, again?.stages.includes(id) ?? false];
}

/** Takes a stage out with its steps. */
export function removeStage(draft: Draft, id: string): boolean {
  const stage = draft.stages.find((each) => each.id === id);
  if (!stage) return false;
  // Each takes itself out of the list.
  for (const { id: step } of stage.steps.slice()) removeStep(draft, step);
  draft.stages = draft.stages.filter((each) => each.id !== id);
  if (draft.again) {
    draft.again.stages = draft.again.stages.filter((each) => each !== id);
    if (draft.again.stages.length === 0) delete draft.again;
  }
  return true;
}

/** A role that is gone leaves no step to it: what was for it alone is for everybody, and nobody looks first. */
export function forgetRole(draft: Draft, role: string): void {
  for (const step of stepsOf(draft)) {
    leaveOut(step, 'for', role);
    if (step.first === role) delete step.first;
  }
}

/** Where there are no repeated questions, no step asks them; what was written only for them is written no more. */
export function forgetQuestions(draft: Draft): void {
  for (const step of stepsOf(draft)) {
    if (!step.asksQuestions) continue;
    delete step.asksQuestions;
    if (!step.sections) delete step.writing;
  }
}

/** An ingredient that is gone is carried by no step. */
export function forgetIngredient(draft: Draft, ingredient: string): void {
  for (const step of stepsOf(draft)) if (step.ingredient === ingredient) delete step.ingredient;
}

/** Ingredients that no step carries: what is lost as the protocol stands. */
export function lostIngredients({
  ingredients,
  stages,
}: Pick<Protocol, 'ingredients' | 'stages'>): Protocol['ingredients'] {
  const carried = new Set(stepsOf({ stages }).map(({ ingredient }) => ingredient));
  return ingredients.filter(({ id }) => !carried.has(id));
}

/** The ingredient that is lost with this step: it carries it, and no other does. */
export function lostWith(
  draft: Pick<Protocol, 'ingredients' | 'stages'>,
  id: string,
): Protocol['ingredients'][number] | undefined {
  const steps = stepsOf(draft);
  const carries = steps.find((step) => step.id === id)?.ingredient;
  if (carries === undefined || steps.some((step) => step.id !== id && step.ingredient === carries))
    return undefined;
  return draft.ingredients.find((each) => each.id === carries);
}
