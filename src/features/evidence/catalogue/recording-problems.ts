import type { Catalogue } from './catalogue.ts';
import type { CatalogueProblem } from './catalogue-error.ts';
import type { ClipForm } from './clip-form.schema.ts';

/** What schemas cannot see in tag sets, clip forms and rubrics: ids used twice or naming nothing. */
export function recordingProblems(catalogue: Catalogue): CatalogueProblem[] {
  const { tagSets, clipForms, rubrics } = catalogue;
  const techniques = new Set(catalogue.techniques.map(({ id }) => id));
  return [
    ...usedTwice('tag-sets', tagSets),
    ...usedTwice('clip-forms', clipForms),
    ...usedTwice('rubrics', rubrics),
    ...clipForms.flatMap((form) => [
      ...partsProblems(form, catalogue),
      ...usedTwice(`clip-forms/${form.id}.json`, form.parts),
    ]),
    ...rubrics.flatMap(({ id, rows }) => [
      ...usedTwice(`rubrics/${id}.json`, rows),
      ...rows.flatMap(({ technique }, n) =>
        technique && !techniques.has(technique)
          ? [
              {
                file: `rubrics/${id}.json`,
                path: `rows[${n}].technique`,
                reason: `"${technique}" is not a technique`,
              },
            ]
          : [],
      ),
    ]),
  ];
}

/**
 * A form that takes its parts from a protocol names a step with parts where a recording is looked at, and all
 * such steps of that protocol ask the same: otherwise the form would speak for one clip and not for the next.
 */
function partsProblems({ id, partsOf }: ClipForm, { protocols }: Catalogue): CatalogueProblem[] {
  if (!partsOf) return [];
  const wrong = (path: string, reason: string): CatalogueProblem[] => [
    { file: `clip-forms/${id}.json`, path: `partsOf.${path}`, reason },
  ];
  const protocol = protocols.find((each) => each.id === partsOf.protocol);
  if (!protocol) return wrong('protocol', `"${partsOf.protocol}" is not a protocol`);
  const clips = protocol.stages.flatMap(({ steps }) => steps).filter((step) => step.kind === 'recording');
  const named = clips.find((step) => step.id === partsOf.step);
  if (!named?.sections)
    return wrong(
      'step',
      `"${partsOf.step}" is not a step of ${protocol.id} where a recording is written about`,
    );
  const parts = JSON.stringify(named.sections);
  return clips
    .filter(({ sections }) => JSON.stringify(sections) !== parts)
    .flatMap((step) => wrong('step', `"${step.id}" of ${protocol.id} asks other parts than "${named.id}"`));
}

function usedTwice(file: string, items: readonly { readonly id: string }[]): CatalogueProblem[] {
  const ids = items.map(({ id }) => id);
  const twice = new Set(ids.filter((id, n) => ids.indexOf(id) !== n));
  return [...twice].map((id) => ({ file, path: 'id', reason: `the id "${id}" is used twice` }));
}
