import { z } from 'zod';
import type { Protocol } from './protocol.schema.ts';
import { type WritingSection, WritingSection as Part } from './protocol-step.schema.ts';
import { Id, Source, Words } from './source.schema.ts';

const about = {
  id: Id,
  title: Words,
  plain: Words.describe('what it is for, said to whoever writes it'),
  limits: z.array(Words).min(1),
  source: Source,
};

/**
 * What one writes about a clip, in parts, as it stands in a file: either its own parts, or those that a step
 * of a protocol already has, so that nothing is written twice.
 */
export const ClipFormFile = z.union([
  z.strictObject({ ...about, parts: z.array(Part).min(2).max(12) }),
  z.strictObject({ ...about, partsOf: z.strictObject({ protocol: Id, step: Id }) }),
]);
export type ClipFormFile = z.infer<typeof ClipFormFile>;

/** What one writes about a clip, with its parts wherever they come from. */
export interface ClipForm extends z.infer<z.ZodObject<typeof about>> {
  readonly parts: readonly WritingSection[];
  /** The step of a protocol whose parts these are, where they are not its own. */
  readonly partsOf?: { readonly protocol: string; readonly step: string };
}

/** The form with the parts of its protocol's step; none where there is no such step, which is a problem. */
export function withParts(form: ClipFormFile, protocols: readonly Protocol[]): ClipForm {
  if ('parts' in form) return form;
  const { protocol, step } = form.partsOf;
  const steps = protocols.find(({ id }) => id === protocol)?.stages.flatMap((stage) => stage.steps) ?? [];
  return { ...form, parts: steps.find(({ id }) => id === step)?.sections ?? [] };
}
