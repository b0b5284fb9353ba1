import type { Planned } from './make-plan.ts';
import type { ThingBody, UnitBody } from './preview.ts';

/** Classes, forms and departments that are made, change or end. */
export function unitRows({ plan, have }: Planned, names: ReadonlyMap<string, string>): UnitBody[] {
  const { added, changed, ended } = plan.units;
  const nameOf = new Map(have.roster.units.map(({ id, name }) => [id, name]));
  return [
    ...added.map(({ name, kind, subject, yearLabels, organisationKey }) => {
      const about = [subject, names.get(organisationKey ?? '')].filter(Boolean).join('; ');
      return { change: 'added' as const, name, kind, about, years: yearLabels.join(', ') };
    }),
    ...changed.map(({ id, fields }) => ({ change: 'changed' as const, name: nameOf.get(id)!, fields })),
    ...ended.map(({ name }) => ({ change: 'ended' as const, name })),
  ];
}

/** Organisations and terms. */
export function thingRows({ plan, have }: Planned): ThingBody[] {
  const of = (
    what: ThingBody['what'],
    part: typeof plan.organisations | typeof plan.terms,
    ours: readonly { id: string; name: string }[],
  ): ThingBody[] => {
    const nameOf = new Map(ours.map(({ id, name }) => [id, name]));
    return [
      ...part.added.map((item) => ({
        what,
        change: 'added' as const,
        name: item.name,
        about: 'startsOn' in item ? `${item.startsOn} – ${item.endsOn}` : item.kind,
      })),
      ...part.changed.map(({ id, fields }) => ({
        what,
        change: 'changed' as const,
        name: nameOf.get(id)!,
        fields,
      })),
      ...part.ended.map(({ name }) => ({ what, change: 'ended' as const, name })),
      ...part.linked.map(({ id }) => ({ what, change: 'known' as const, name: nameOf.get(id)! })),
    ];
  };
  return [
    ...of('organisation', plan.organisations, have.roster.organisations),
    ...of('term', plan.terms, have.roster.terms),
  ];
}
