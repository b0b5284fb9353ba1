import { byId, catalogue, type Form } from '#features/evidence/index.ts';

/** What an answer of a part is made of, and so what it sets going. 'text' sets nothing going. */
type PartKind = 'focus' | 'places' | 'place' | 'observations' | 'preparations' | 'review' | 'text';

/** One part of the agreement's form, as a school words it. */
export interface FormPart {
  id: string;
  question: string;
  help: string;
  kind: PartKind;
  required: boolean;
  /** The part it is a lettered part of. */
  under: string | null;
  options: { id: string; label: string }[];
  hidden: boolean;
}

/** The eight-part form that comes with Staffroom. Source: S4, EPPI summary, example learning agreement. */
export function readyForm(): FormPart[] {
  const form = byId(catalogue().forms, 'learning-agreement');
  return form.parts.flatMap((part) => [
    toPart(part, null),
    ...(part.parts ?? []).map((lettered) => toPart(lettered, part.id)),
  ]);
}

type ReadyPart = Omit<Form['parts'][number], 'number' | 'parts'>;

const toPart = (part: ReadyPart, under: string | null): FormPart => ({
  id: part.id,
  question: part.question,
  help: part.help ?? '',
  kind: kindOf(part),
  required: part.required,
  under,
  options: (part.options ?? []).map(({ id, label }) => ({ id, label })),
  hidden: false,
});

function kindOf(part: ReadyPart): PartKind {
  if (part.acts === undefined) return 'text';
  if (part.acts === 'evidence-places') return part.options ? 'places' : 'place';
  return part.acts;
}

/** Whether a school may leave the part out: not when it, or a lettered part of it, sets something going. */
export const mayHide = (part: FormPart, parts: readonly FormPart[]): boolean =>
  part.kind === 'text' && !parts.some((each) => each.under === part.id && each.kind !== 'text');

interface ShownPart extends FormPart {
  /** Of a lettered part: that of the part it belongs to. */
  number: number;
  heading: string;
}

/** The parts that are asked, each with the number that stands before it; before lettered parts there is none. */
export function shownParts(parts: readonly FormPart[]): ShownPart[] {
  let number = 0;
  return parts
    .filter((part) => !part.hidden)
    .map((part) => {
      if (!part.under) number++;
      return { ...part, number, heading: part.under ? part.question : `${number}. ${part.question}` };
    });
}
