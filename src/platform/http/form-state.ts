import { z } from 'zod';
import { t } from '../i18n/i18n.ts';

/** What a person sent and what could not be accepted, so that the form comes back as they left it. */
export interface FormState {
  /** The address the form was sent to. */
  action: string;
  values: Record<string, string | string[]>;
  /** Field name → sentence; '' for the whole form. */
  errors: Record<string, string>;
  /** Whether the page has taken it into a form. When none did, what was wrong is said above the page. */
  taken: boolean;
}

/** One sentence a field, the first that applies. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message;
  return errors;
}

/**
 * What was wrong, for whoever sent it. Schemas are declared before anybody asks, so they and many a refusal
 * name the English sentence; here it is said in the reader's language.
 */
export const inWords = (errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, sentence]) => [field, t(sentence)]));

/** Those fields of a form that can be read, where others cannot: each as the schema's own part of it gives it. */
export function readableOf(
  input: z.ZodType,
  sent: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (!(input instanceof z.ZodObject)) return {};
  return Object.fromEntries(
    Object.entries(input.shape as Record<string, z.ZodType>).flatMap(([name, schema]) => {
      const read = schema.safeParse(sent[name]);
      return read.success ? [[name, read.data]] : [];
    }),
  );
}
