import type { Visit } from '#platform/http/context.ts';

/** `?t=187` or `?t=187,200`: where a link to a note or a clip begins, in seconds, and where its stretch ends. */
export function startOf({ query }: Visit): { fromMs?: number; toMs?: number } {
  const found = /^(\d{1,6}(?:\.\d{1,3})?)(?:,(\d{1,6}(?:\.\d{1,3})?))?$/.exec(query.t ?? '');
  if (!found) return {};
  const fromMs = Math.round(Number(found[1]) * 1000);
  return { fromMs, ...(found[2] && { toMs: Math.round(Number(found[2]) * 1000) }) };
}
