import { z } from 'zod';
import {
  choice,
  day,
  line,
  optionalLine,
  optionalNumber,
  optionalProse,
  optionalTime,
  ticked,
  wholeNumber,
} from '#platform/http/input.ts';
import { StepKind, StepLead, StepMode, Strand } from '#features/evidence/index.ts';
import { covers } from './words.ts';

/** What the form of a step sends, under the names of its columns. */
export const stepInput = {
  kind: choice(StepKind.options, 'Choose what kind of step it is.'),
  title: line('Give the step a title.', 120),
  prompt: optionalProse(2000),
  strand: choice(Strand.options, 'Choose a strand.'),
  lead: choice(StepLead.options, 'Choose who leads it.'),
  on_date: day(),
  starts_at: optionalTime(),
  place: optionalLine(120),
  minutes: wholeNumber(0, 2400, 'Write how many minutes it takes.'),
  in_school_day: ticked(),
  mode: choice(StepMode.options, 'Choose how people meet.'),
  cycle: z.coerce.number({ error: 'Choose the cycle.' }).int().min(1).max(9),
  required: ticked(),
  cover: z
    .enum(['', ...covers])
    .default('')
    .transform((cover) => cover || null),
  form: z
    .string()
    .max(60)
    .default('')
    .transform((form) => form || null),
  days: optionalNumber(1, 400),
};

const step = z.object(stepInput);
export type StepText = z.output<typeof step>;
export const stepFields = Object.keys(stepInput) as (keyof StepText)[];
