import type { PersonKind } from '../read/roster.ts';
import type { ExistingPerson } from './existing.ts';
import type { ManyEndings, PersonEnding } from './plan.ts';

/** More than this share of a kind of people ending at once is more often a wrong file than a real exodus. */
const mostThatEndUnasked = 0.2;

const words: Record<PersonKind, string> = {
  staff: 'staff',
  pupil: 'pupils',
  family: 'parents and carers',
  guest: 'guests',
};

/**
 * The kinds of people of whom more than a fifth would end. Each kind is looked at by itself: a file without
 * any staff would otherwise pass unseen beside hundreds of pupils.
 */
export function findManyEndings(
  ended: readonly PersonEnding[],
  existing: readonly ExistingPerson[],
): ManyEndings[] {
  const found: ManyEndings[] = [];
  for (const kind of ['staff', 'pupil', 'family', 'guest'] as const) {
    const of = existing.filter((person) => person.kind === kind && !person.ended).length;
    const ending = ended.filter((each) => each.kind === kind).length;
    if (of === 0 || ending / of <= mostThatEndUnasked) continue;
    const message = `${ending} of ${of} ${words[kind]} would end. Check that this is the right, complete file.`;
    found.push({ kind, ending, of, message });
  }
  return found;
}
