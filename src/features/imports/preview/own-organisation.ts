import { comparable } from '#platform/i18n/comparable.ts';
import type { Roster, RosterOrganisation } from '../read/roster.ts';
import type { ExistingRoster } from '../plan/index.ts';
import type { Reach } from './reach.ts';

/** Said in place of an organisation of the files: what they hold are schools of ours. */
export const schoolsOfOurs = 'schools-of-ours';

interface OrganisationChoice {
  key: string;
  name: string;
  kind: RosterOrganisation['kind'];
}

export interface OrganisationQuestion {
  choices: readonly OrganisationChoice[];
  /** The one that is most likely ours. */
  suggested: string | null;
  /** Whether "they are schools of ours" can be said: a school has no schools. */
  mayHoldSchools: boolean;
}

/** Which organisation of the files is the one that imports, when that is known or nothing needs asking. */
export function knownOwn(roster: Roster, existing: ExistingRoster, reach: Reach): string | null {
  const keys = existing.organisations.find(({ id }) => id === reach.home.id)?.sourceKeys ?? [];
  const own = keys.find(({ source }) => source === roster.sourceName);
  if (own) return own.key;
  const below = existing.organisations.some(({ sourceKeys }) =>
    sourceKeys.some(({ source }) => source === roster.sourceName),
  );
  return below ? schoolsOfOurs : null;
}

/** What a person is asked before an import with organisations can be planned. */
export function askWhichIsOurs(roster: Roster, { home }: Reach): OrganisationQuestion {
  const choices = roster.organisations.filter(({ ended }) => !ended);
  const named = choices.find(({ name }) => comparable(name) === comparable(home.name));
  const alike = choices.filter(({ kind }) => kind === home.kind);
  return {
    choices: choices.map(({ key, name, kind }) => ({ key, name, kind })),
    suggested: named?.key ?? (alike.length === 1 ? alike[0]!.key : null),
    mayHoldSchools: home.kind !== 'school',
  };
}

/**
 * The part of a roster that is the importing organisation's business: the organisation of the files that it
 * is, and what belongs to that. What it is called here stays; a school marked as closed is not closed.
 * `elsewhere` counts the people left out because they belong to organisations that are not ours.
 */
export function ownPart(
  roster: Roster,
  own: string | null,
  { home }: Reach,
): { roster: Roster; elsewhere: number } {
  if (roster.organisations.length === 0 || own === null) return { roster, elsewhere: 0 };
  const inside =
    own === schoolsOfOurs ? new Set(roster.organisations.map(({ key }) => key)) : below(roster, own);
  const people = roster.people.flatMap((person) => {
    if (person.organisationKeys.length === 0) return [person];
    const organisationKeys = person.organisationKeys.filter(
      (key) => inside.has(key) || !isListed(roster, key),
    );
    return organisationKeys.length === 0 ? [] : [{ ...person, organisationKeys }];
  });
  const units = roster.units.filter(
    ({ organisationKey }) =>
      organisationKey === undefined || inside.has(organisationKey) || !isListed(roster, organisationKey),
  );
  const left = new Set(people.map(({ key }) => key));
  const gone = new Set(roster.people.filter(({ key }) => !left.has(key)).map(({ key }) => key));
  const keptUnits = new Set(units.map(({ key }) => key));
  const goneUnits = new Set(roster.units.filter(({ key }) => !keptUnits.has(key)).map(({ key }) => key));
  return {
    elsewhere: gone.size,
    roster: {
      ...roster,
      people,
      units,
      organisations: roster.organisations
        .filter(({ key }) => inside.has(key))
        .map((each) =>
          each.key === own
            ? { ...each, name: home.name, kind: home.kind, ended: false }
            : { ...each, ended: false },
        ),
      memberships: roster.memberships.filter(
        ({ personKey, unitKey }) => !gone.has(personKey) && !goneUnits.has(unitKey),
      ),
    },
  };
}

const isListed = (roster: Roster, key: string): boolean =>
  roster.organisations.some((each) => each.key === key);

function below(roster: Roster, own: string): Set<string> {
  const inside = new Set([own]);
  for (let before = 0; before !== inside.size;) {
    before = inside.size;
    for (const { key, parentKey } of roster.organisations)
      if (parentKey !== undefined && inside.has(parentKey)) inside.add(key);
  }
  return inside;
}
