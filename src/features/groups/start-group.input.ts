import { z } from 'zod';
import { choice, day, line, optionalLine, optionalProse, ticked } from '#platform/http/input.ts';

/** Anybody may ask to join it, or people are asked into it. */
export const joinings = ['open', 'invited'] as const;

/** What the form for starting a group sends. */
export const startGroupInput = {
  protocol: z.string().max(100),
  title: line('Give the group a name.', 120),
  question: optionalProse(2000),
  subject: optionalLine(80),
  phase: optionalLine(80),
  starts_on: day('Choose the first day.'),
  terms: z.coerce.number({ error: 'Choose how many terms.' }).int().min(1).max(9),
  joining: choice(joinings, 'Choose who may come into it.'),
  seen: ticked(),
  replaces: optionalProse(1000),
};

const startGroup = z.object(startGroupInput);
/** A group as somebody wants to start it. */
export type GroupToStart = z.output<typeof startGroup>;
