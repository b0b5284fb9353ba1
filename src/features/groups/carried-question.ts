import type { Protocol } from '#features/evidence/index.ts';

/** What the last part of a report says is where a group looks ahead: it opens the next cycle, to be put in other words. */
export function carriedQuestion(
  protocol: Pick<Protocol, 'report'>,
  parts: readonly { part: string; text: string }[],
): string {
  const last = protocol.report.at(-1);
  return parts.find(({ part }) => part === last?.id)?.text ?? '';
}
