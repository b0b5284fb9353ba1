import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, line, optionalProse, prose, wholeNumber } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Draft, ownSource } from './draft.ts';
import { eachLine } from './list-input.ts';

/** What the form about the whole protocol sends. */
export const aboutInput = z.object({
  title: line('Give it a title.', 120),
  plain: prose('Say in two or three sentences what it is.', 1200),
  suits: optionalProse(1200),
  limits: eachLine(4000),
  started_by: choice(['anyone', 'leaders'], 'Choose who may start it.'),
  weeks: wholeNumber(1, 200, 'Write how many teaching weeks it takes.'),
  fewest_terms: wholeNumber(1, 9, 'Write over how many terms it goes at least.'),
  most_terms: wholeNumber(1, 9, 'Write over how many terms it goes at most.'),
  size_of: line('Say what the people in it are called together, such as a group.', 60),
  size_min: wholeNumber(1, 500, 'Write how many people it needs at least.'),
  size_max: wholeNumber(1, 500, 'Write how many people it takes at most.'),
  from_source: optionalProse(2000),
  ours: optionalProse(2000),
});
type About = z.output<typeof aboutInput>;

/** What the form shows of a draft. */
export const aboutValues = (draft: Draft): Record<string, string | number> => ({
  title: draft.title,
  plain: draft.plain,
  suits: draft.suits,
  limits: draft.limits.join('\n'),
  started_by: draft.startedBy,
  weeks: draft.weeks,
  fewest_terms: Math.min(...draft.terms),
  most_terms: Math.max(...draft.terms),
  size_of: draft.groupSize.of,
  size_min: draft.groupSize.min,
  size_max: draft.groupSize.max,
  from_source: draft.fidelity.fromSource,
  ours: draft.fidelity.ours,
});

/**
 * Writes it over a draft; a size other than before is the school's own. Throws `Refused` where the most is less than
 * the least.
 */
export function writeAbout(draft: Draft, about: About, school: string): void {
  const wrong: Record<string, string> = {};
  if (about.size_max < about.size_min) wrong.size_max = t('This is fewer than the least.');
  if (about.most_terms < about.fewest_terms) wrong.most_terms = t('This is fewer than the least.');
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  Object.assign(draft, {
    title: about.title,
    plain: about.plain,
    suits: about.suits,
    limits: about.limits,
    startedBy: about.started_by,
    weeks: about.weeks,
    terms: Array.from(
      { length: about.most_terms - about.fewest_terms + 1 },
      (_, more) => about.fewest_terms + more,
    ),
    groupSize: sizeIn(draft.groupSize, about, school),
    fidelity: { fromSource: about.from_source, ours: about.ours },
  });
}

function sizeIn(before: Draft['groupSize'], about: About, school: string): Draft['groupSize'] {
  const sent = { of: about.size_of, min: about.size_min, max: about.size_max };
  const changed = sent.of !== before.of || sent.min !== before.min || sent.max !== before.max;
  return changed ? { ...sent, source: ownSource(school) } : before;
}
