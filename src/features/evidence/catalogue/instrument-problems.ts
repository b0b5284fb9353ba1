import type { Catalogue } from './catalogue.ts';
import type { CatalogueProblem } from './catalogue-error.ts';
import { namedIn } from './instrument.schema.ts';

/** What the schema cannot see in instruments: ids used twice, and two marks with one sign. */
export function instrumentProblems({ instruments }: Pick<Catalogue, 'instruments'>): CatalogueProblem[] {
  return [
    ...usedTwice(
      'instruments',
      instruments.map(({ id }) => id),
    ),
    ...instruments.flatMap(({ id, parts }) => {
      const file = `instruments/${id}.json`;
      return [
        ...usedTwice(
          file,
          parts.map((part) => part.id),
        ),
        ...parts.flatMap((part) => [
          ...usedTwice(
            file,
            namedIn(part).map((named) => named.id),
          ),
          ...(part.kind === 'seating-plan'
            ? usedTwice(
                file,
                part.marks.map(({ sign }) => sign),
              )
            : []),
        ]),
      ];
    }),
  ];
}

const usedTwice = (file: string, ids: readonly string[]): CatalogueProblem[] =>
  [...new Set(ids.filter((id, n) => ids.indexOf(id) !== n))].map((id) => ({
    file,
    path: id,
    reason: `"${id}" is used twice`,
  }));
