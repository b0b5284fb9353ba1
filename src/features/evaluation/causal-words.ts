import { t } from '#platform/i18n/i18n.ts';
import type { EvidenceKind } from '#ui/label.ts';
import type { Comparison } from './evaluation.ts';

/** A word in a claim that says more than its evidence, and how it might be said instead. */
export interface Overstatement {
  found: string;
  why: string;
  instead: string;
}

/** Words that say what made something happen. */
const causal: readonly RegExp[] = [
  /\bcaus(?:e|es|ed|ing)\b/i,
  /\b(?:lead|leads|led|leading) to\b/i,
  /\bbecause of\b/i,
  /\bdue to\b/i,
  /\bthanks to\b/i,
  /\bas a result\b/i,
  /\bresult(?:s|ed)? (?:in|from)\b/i,
  /\bbrought about\b/i,
  /\bresponsible for\b/i,
  /\b(?:improv|rais|boost|increas|accelerat|lift)(?:e|es|ed|ing|s)?\b.{0,60}?\bby\b(?!\s+(?:\d|half|the end|then|some|about|around|an? average))/i,
  /\bmade (?:\w+\s+){0,3}(?:a )?(?:difference|progress|better)\b/i,
  /\b(?:it|this|that|the programme|the program|coaching|the training) (?:improved|raised|boosted|increased|helped|changed|worked)\b/i,
  /\b(?:had|has|have) (?:an? |a \w+ )?(?:effect|impact)\b/i,
  /\bprov(?:e|es|ed|en)\b/i,
];

const impact = /\bimpacts?\b/i;

/**
 * What in a claim says more than its evidence lets one say. Nothing is refused: it is pointed out before saving
 * and stands beside the claim after.
 * A word of cause needs something to compare with; usage and what people report are never called impact.
 */
export function overstatements(says: string, kind: EvidenceKind, comparison: Comparison): Overstatement[] {
  const found: Overstatement[] = [];
  const weak = kind === 'usage' || kind === 'self-report';
  const named = weak ? impact.exec(says)?.[0] : undefined;
  if (named)
    found.push({
      found: named,
      why: t('What people did or said about it is not called impact.'),
      instead: t('“{n} teachers said that …”, or “{n} teachers came to …”', { n: '12' }),
    });
  const cause = causal
    .map((each) => each.exec(says)?.[0])
    .find((word) => word !== undefined && !(weak && impact.test(word)));
  if (cause && (comparison === 'none' || weak))
    found.push({
      found: cause,
      why:
        comparison === 'none'
          ? t('This says what made it happen, and there is nothing to compare with.')
          : t('This says what made it happen. What people report or use does not show that.'),
      instead: insteadOf[kind](),
    });
  return found;
}

const insteadOf: Record<EvidenceKind, () => string> = {
  pupils: () =>
    t(
      '“Between the start and the end, pupils in the group moved from … to … (12 pupils, no comparison group).”',
    ),
  practice: () => t('“In the lessons that were seen at the end, teachers … (seen in 8 lessons).”'),
  'self-report': () => t('“Teachers said that they … since they took part (9 of 11 who answered).”'),
  usage: () => t('“Teachers came to … of … sessions.”'),
};
