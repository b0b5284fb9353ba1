import { t } from '#platform/i18n/i18n.ts';
import type { EvidenceKind } from '#ui/label.ts';
import { findCause } from './causal-phrases.ts';
import type { Comparison } from './evaluation.ts';

/** A word in a claim that says more than its evidence, and how it might be said instead. */
export interface Overstatement {
  found: string;
  why: string;
  instead: string;
}

const impact = /\bimpacts?\b/i;

/**
 * What in a claim says more than its evidence lets one say. Nothing is refused: a note says so beside the field, and
 * to whoever reads the claim. A word of cause needs figures of pupils and something to compare them with; usage and
 * what people report are never called impact.
 */
export function overstatements(says: string, kind: EvidenceKind, comparison: Comparison): Overstatement[] {
  const found: Overstatement[] = [];
  const weak = kind === 'usage' || kind === 'self-report';
  const named = weak ? impact.exec(says)?.[0] : undefined;
  if (named)
    found.push({
      found: named,
      why: t('What people did or said about it is not called impact.'),
      instead: t('You could say: “{n} teachers said that …”, or “{n} teachers came to …”', { n: '12' }),
    });
  const cause = findCause(says);
  const borne = kind === 'pupils' && comparison !== 'none';
  if (cause && !borne && !(weak && impact.test(cause.found)))
    found.push({
      found: cause.found,
      why: whyNot(kind, comparison),
      instead: t('{instead} For example: {example}', { instead: cause.instead, example: exampleOf[kind]() }),
    });
  return found;
}

function whyNot(kind: EvidenceKind, comparison: Comparison): string {
  if (comparison === 'none') return t('This says what made it happen, and there is nothing to compare with.');
  if (kind === 'practice')
    return t('This says what made it happen. The comparison is between pupils, not between lessons.');
  return t('This says what made it happen. What people report or use does not show that.');
}

const exampleOf: Record<EvidenceKind, () => string> = {
  pupils: () =>
    t(
      '“Between the start and the end, pupils in the group moved from … to … (12 pupils, no comparison group).”',
    ),
  practice: () => t('“In the lessons that were seen at the end, teachers … (seen in 8 lessons).”'),
  'self-report': () => t('“Teachers said that they … since they took part (9 of 11 who answered).”'),
  usage: () => t('“Teachers came to … of … sessions.”'),
};
