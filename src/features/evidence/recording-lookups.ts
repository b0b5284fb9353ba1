import { byIdOrNone } from './catalogue/catalogue.ts';
import type { ClipForm } from './catalogue/clip-form.schema.ts';
import { type Rubric, TeachingDomain } from './catalogue/rubric.schema.ts';
import type { TagSet } from './catalogue/tag-set.schema.ts';
import type { TeachingEvidence } from './catalogue/teaching-evidence.schema.ts';
import { catalogue } from './read-catalogue.ts';

/** Every set of tags for notes on time, ours and then the school's. */
export const tagSets = (): readonly TagSet[] => catalogue().tagSets;

/** The set of tags with this id, when there is one. */
export const tagSetOf = (id: string): TagSet | undefined => byIdOrNone(tagSets(), id);

/** Every form for writing about a clip, with its parts wherever they come from. */
export const clipForms = (): readonly ClipForm[] => catalogue().clipForms;

/** The form for a clip with this id, when there is one. */
export const clipFormOf = (id: string): ClipForm | undefined => byIdOrNone(clipForms(), id);

const orderOf = ({ domain }: Rubric): number => TeachingDomain.options.indexOf(domain);

/** Every formative rubric, by domain in the order of `TeachingDomain`. The id of each of ours is its domain's. */
export const rubrics = (): readonly Rubric[] =>
  catalogue().rubrics.toSorted((one, other) => orderOf(one) - orderOf(other));

/** The rubric with this id, when there is one. */
export const rubricOf = (id: string): Rubric | undefined => byIdOrNone(rubrics(), id);

/** The seven sources of evidence on teaching, and how to read two that disagree. */
export const teachingEvidence = (): TeachingEvidence => catalogue().teachingEvidence;
