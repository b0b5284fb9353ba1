import type { Catalogue } from './catalogue.ts';
import type { CatalogueProblem } from './catalogue-error.ts';
import type { Relationship, SupporterKind } from './relationship.schema.ts';

type Named = readonly { readonly id: string }[];

const supporterOf: Record<Relationship['id'], SupporterKind> = {
  mentoring: 'mentor',
  'specialist-coaching': 'coach',
  'co-coaching': 'co-coach',
};

/** What schemas cannot see in relationships, techniques, induction and planning: ids used twice or naming nothing. */
export function coachingProblems(catalogue: Catalogue): CatalogueProblem[] {
  const { relationships, coaching, induction, techniques, planning } = catalogue;
  return [
    ...relationships.flatMap((relationship) => relationshipProblems(relationship, catalogue)),
    ...usedTwice('coaching.json', 'attributes', coaching.attributes),
    ...usedTwice('coaching.json', 'features', coaching.features),
    ...usedTwice('coaching.json', 'dimensions', coaching.dimensions),
    ...coaching.dimensions.flatMap(({ id, options }) => usedTwice('coaching.json', id, options ?? [])),
    ...usedTwice('coaching.json', 'pulse.questions', coaching.pulse.questions),
    ...coaching.pulse.questions.flatMap(({ id, options }) => usedTwice('coaching.json', id, options)),
    ...usedTwice('coaching.json', 'preparation', coaching.preparation),
    ...coaching.preparation.flatMap(({ id, tasks }) => usedTwice('coaching.json', id, tasks)),
    ...usedTwice('induction.json', 'principles', induction.principles),
    ...usedTwice('induction.json', 'assumptions', induction.assumptions),
    ...usedTwice('techniques', 'id', techniques),
    ...usedTwice('planning.json', 'conceptCells', planning.conceptCells),
    ...usedTwice('planning.json', 'criteria', planning.criteria),
    ...usedTwice('planning.json', 'agreementFeatures', planning.agreementFeatures),
    ...undescribedDocuments(catalogue),
  ];
}

function relationshipProblems(relationship: Relationship, catalogue: Catalogue): CatalogueProblem[] {
  const file = `relationships/${relationship.id}.json`;
  const activities = new Set(relationship.activities.map(({ id }) => id));
  const protocols = new Set(catalogue.protocols.map(({ id }) => id));
  const supporter = supporterOf[relationship.id];
  const modules = new Set(
    catalogue.coaching.preparation.filter((each) => each.for.includes(supporter)).map(({ id }) => id),
  );
  const names = (path: string, id: string, among: ReadonlySet<string>, what: string): CatalogueProblem[] =>
    among.has(id) ? [] : [{ file, path, reason: `"${id}" is not ${what}` }];
  return [
    ...(['activities', 'agreement', 'prompts', 'rhythms'] as const).flatMap((list) =>
      usedTwice(file, list, relationship[list]),
    ),
    ...usedTwice(file, 'purposes', relationship.purposes ?? []),
    ...relationship.prompts.flatMap(({ activity }, n) =>
      names(`prompts[${n}].activity`, activity, activities, 'an activity of this relationship'),
    ),
    ...relationship.rhythms.flatMap(({ protocol }, n) =>
      protocol ? names(`rhythms[${n}].protocol`, protocol, protocols, 'a protocol') : [],
    ),
    ...relationship.preparation.flatMap((id, n) =>
      names(`preparation[${n}]`, id, modules, `a module of preparation for a ${supporter}`),
    ),
  ];
}

/** Every source names a document that `sources.json` describes. */
function undescribedDocuments(catalogue: Catalogue): CatalogueProblem[] {
  const described = new Set<unknown>(catalogue.documents.map(({ mark }) => mark));
  const { relationships, coaching, induction, techniques, planning } = catalogue;
  const parts: [string, unknown][] = [
    ['relationships', relationships],
    ['coaching.json', coaching],
    ['induction.json', induction],
    ['techniques', techniques],
    ['planning.json', planning],
  ];
  return parts.flatMap(([file, part]) =>
    documentsIn(part)
      .filter((mark) => !described.has(mark))
      .map((mark) => ({ file, path: 'source', reason: `"${mark}" is not a document of sources.json` })),
  );
}

function documentsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const here = 'document' in value && typeof value.document === 'string' ? [value.document] : [];
  return [...here, ...Object.values(value).flatMap(documentsIn)];
}

function usedTwice(file: string, path: string, items: Named): CatalogueProblem[] {
  const ids = items.map(({ id }) => id);
  const twice = new Set(ids.filter((id, n) => ids.indexOf(id) !== n));
  return [...twice].map((id) => ({ file, path, reason: `the id "${id}" is used twice` }));
}
