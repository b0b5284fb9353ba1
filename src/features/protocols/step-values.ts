import type { ProtocolStep } from '#features/evidence/index.ts';

/** A step as its form shows it: weeks from 1, ticks as words, each part under a number of its own. */
export const stepValues = (
  step: Omit<ProtocolStep, 'id' | 'cycle'>,
  stage: string,
): Record<string, unknown> => ({
  kind: step.kind,
  title: step.title,
  prompt: step.prompt,
  stage,
  week: step.week + 1,
  minutes: step.minutes,
  in_school_day: step.inSchoolDay ? 'yes' : '',
  required: step.required ? 'yes' : '',
  times: step.repeats?.times ?? '',
  every: step.repeats?.every ?? '',
  lasts_min: step.lasts?.min ?? '',
  lasts_max: step.lasts?.max ?? '',
  strand: step.strand,
  lead: step.lead,
  mode: step.mode,
  for: step.for ?? [],
  first: step.first ?? '',
  ingredient: step.ingredient ?? '',
  form: step.form ?? '',
  after: step.after ?? [],
  days: step.days ?? '',
  promises: step.commitments?.max ?? '',
  asks_questions: step.asksQuestions ? 'yes' : '',
  writing: step.writing ?? '',
  ...Object.fromEntries(
    (step.sections ?? []).flatMap(({ id, title, prompt }, n) => [
      [`section_id_${n}`, id],
      [`section_title_${n}`, title],
      [`section_prompt_${n}`, prompt],
    ]),
  ),
});
