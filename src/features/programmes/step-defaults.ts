import type { Protocol } from '#features/evidence/index.ts';
import type { DesignStep } from './design.ts';
import type { StepText } from './step.input.ts';

/** What a step of this kind is in the template it came from: its id there and the ingredient it carries. */
interface TemplateMark {
  template_step: string | null;
  ingredient: string | null;
}

const unmarked: TemplateMark = { template_step: null, ingredient: null };

/** The template's first step of a kind marks a step that is added: it does the same work. */
export function templateMark(template: Protocol | undefined, kind: string): TemplateMark {
  const step = template?.stages.flatMap((stage) => stage.steps).find((each) => each.kind === kind);
  return step ? { template_step: step.id, ingredient: step.ingredient ?? null } : unmarked;
}

/** A new step of a kind as a first proposal: as the template words it, else plain. */
export function proposedStep(template: Protocol | undefined, kind: string, on: string): Partial<StepText> {
  const step = template?.stages.flatMap((stage) => stage.steps).find((each) => each.kind === kind);
  const plain = {
    kind: kind as StepText['kind'],
    on_date: on,
    cycle: 1,
    required: true,
    in_school_day: true,
  };
  if (!step) return { ...plain, lead: 'facilitator', mode: 'in-person', minutes: 60 };
  return {
    ...plain,
    title: step.title,
    prompt: step.prompt,
    strand: step.strand,
    lead: step.lead,
    minutes: step.minutes,
    mode: step.mode,
    required: step.required,
    in_school_day: step.inSchoolDay,
    form: step.form ?? null,
    days: step.days ?? null,
  };
}

/** Which ingredient of the template a step carries, and how many other steps of the plan carry it too. */
export function carriedIngredient(
  template: Protocol | undefined,
  step: Pick<DesignStep, 'id' | 'ingredient'>,
  steps: readonly Pick<DesignStep, 'id' | 'ingredient'>[],
): { ingredient: Protocol['ingredients'][number]; others: number } | undefined {
  const ingredient = template?.ingredients.find((each) => each.id === step.ingredient);
  if (!ingredient) return undefined;
  const others = steps.filter((other) => other.id !== step.id && other.ingredient === step.ingredient).length;
  return { ingredient, others };
}
