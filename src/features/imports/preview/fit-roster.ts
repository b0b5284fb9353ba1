import { trustedRoles } from '#features/people/index.ts';
import type { ExistingRoster } from '../plan/index.ts';
import { comparableName } from '../read/names.ts';
import type { Problem, Roster, RosterPerson, RosterTerm } from '../read/roster.ts';
import type { WhatWeHave } from './select-existing.ts';

/** What lists call a role that has another name here. */
const ours: Readonly<Record<string, string>> = { headteacher: 'head' };
/** What being a pupil or of a family says by itself is no appointment. */
const saidByKind: Readonly<Record<string, string>> = { pupil: 'pupil', family: 'parent' };

/**
 * A roster in the words in which we keep things, so that like is compared with like: years without the word
 * "Year", roles by their names here, and every role that opens other people's data left for a person to give.
 * Legal sex has no use here and goes.
 */
export function fitRoster(roster: Roster, have: WhatWeHave): Roster {
  const problems: Problem[] = [];
  const hadSex = roster.people.some(({ legalSex }) => legalSex !== undefined);
  const terms = roster.terms.filter((term) => !isWrittenHere(term, roster, have.roster, problems));
  return {
    ...roster,
    terms,
    people: roster.people.map(fitPerson),
    units: roster.units.map((unit) => ({ ...unit, yearLabels: unit.yearLabels.map(shortYear) })),
    problems: [...roster.problems, ...problems],
    leftOut: hadSex ? [...roster.leftOut, 'legal sex'] : roster.leftOut,
  };
}

function fitPerson(person: RosterPerson): RosterPerson {
  const { legalSex: _unused, preferredName, yearLabel, ...rest } = person;
  const stated = person.roles
    .filter((role) => role !== saidByKind[person.kind])
    .map((role) => ours[role] ?? role);
  const isTrusted = (role: string): boolean => trustedRoles.includes(role);
  const sameAsGiven =
    preferredName !== undefined && comparableName(preferredName) === comparableName(person.givenName);
  return {
    ...rest,
    ...(preferredName === undefined || sameAsGiven ? {} : { preferredName }),
    ...(yearLabel === undefined ? {} : { yearLabel: shortYear(yearLabel) }),
    roles: stated.filter((role) => !isTrusted(role)),
    rolesToConfirm: [
      ...new Set([...person.rolesToConfirm.map((role) => ours[role] ?? role), ...stated.filter(isTrusted)]),
    ],
  };
}

/** A year group as we keep it: "5", "R". Others stay as they came. */
function shortYear(label: string): string {
  const numbered = /^Year (\d{1,2})$/.exec(label);
  if (numbered) return numbered[1]!;
  return label === 'Reception' ? 'R' : label;
}

/** A term that the school wrote down itself, for the same days or some of them, is the school's to keep. */
function isWrittenHere(
  term: RosterTerm,
  roster: Roster,
  existing: ExistingRoster,
  problems: Problem[],
): boolean {
  const isKnown = existing.terms.some(({ sourceKeys }) =>
    sourceKeys.some(({ source, key }) => source === roster.sourceName && key === term.key),
  );
  if (isKnown || term.ended) return false;
  const same = existing.terms.find(
    (each) =>
      !each.ended && each.kind === term.kind && each.startsOn <= term.endsOn && term.startsOn <= each.endsOn,
  );
  if (!same) return false;
  problems.push({
    code: 'term-written-here',
    effect: 'noted',
    file: 'academicSessions.csv',
    value: term.name,
    message: `“${term.name}” falls in the days of “${same.name}”, which is written down here already.`,
    advice: 'The dates here stay. Change them under Dates if the file is right.',
  });
  return true;
}

/**
 * No list ends whoever runs Staffroom here: a wrong file would leave nobody to mend it. Rows that say so
 * are read as if they did not, and a person is told.
 */
export function keepAdministrators(
  roster: Roster,
  have: WhatWeHave,
): { roster: Roster; existing: ExistingRoster } {
  const problems: Problem[] = [];
  const people = roster.people.map((person) => {
    const id = have.personIds.get(`${roster.sourceName} ${person.key}`);
    if (id === undefined || !have.administrators.has(id)) return person;
    if (!person.ended && person.endsOn === undefined && person.kind === 'staff') return person;
    const { endsOn: _unused, ...rest } = person;
    problems.push({
      code: 'administrator-stays',
      effect: 'value-left-out',
      file: person.at.file,
      line: person.at.line,
      message: `Row ${person.at.line} says that ${person.givenName} ${person.familyName} leaves or is not staff, who is administrator here.`,
      advice: 'An import leaves administrators as they are. If it is right, do it under People.',
    });
    return { ...rest, kind: 'staff' as const, ended: false };
  });
  return {
    roster: { ...roster, people, problems: [...roster.problems, ...problems] },
    existing: {
      ...have.roster,
      people: have.roster.people.map((person) =>
        have.administrators.has(person.id)
          ? { ...person, sourceKeys: [...person.sourceKeys, { source: 'by hand', key: person.id }] }
          : person,
      ),
    },
  };
}
