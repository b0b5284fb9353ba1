import { createHash } from 'node:crypto';
import type { Db } from '#platform/db/database.ts';
import { type ImportPlan, planImport } from '../plan/index.ts';
import { type PlainKind, readRoster, type Roster, type UploadedFile } from '../read/index.ts';
import { askWhichIsOurs, knownOwn, type OrganisationQuestion, ownPart } from './own-organisation.ts';
import { fitRoster, keepAdministrators } from './fit-roster.ts';
import type { Reach } from './reach.ts';
import { selectExisting, type WhatWeHave } from './select-existing.ts';
import { settleEmails } from './settle-emails.ts';

/** What a person has said about an import so far. */
export interface ImportOptions {
  /** Whom a plain list is of, by file. */
  kinds: Record<string, PlainKind>;
  /** The key of the organisation of the files that is ours; see own-organisation.ts. */
  own: string | null;
  /** Roster key → our id: the two are one person. */
  samePerson: Record<string, string>;
  /** Pairs, `key id`, that a person said are two. */
  twoPeople: string[];
  /** End those who are missing from files that hold everyone. */
  endAbsent: boolean;
}

export const noOptions: ImportOptions = {
  kinds: {},
  own: null,
  samePerson: {},
  twoPeople: [],
  endAbsent: false,
};

/** What must be said before anything can be planned. */
export type Question =
  | { sort: 'kind'; files: readonly string[] }
  | ({ sort: 'organisation' } & OrganisationQuestion);

export interface Planned {
  roster: Roster;
  have: WhatWeHave;
  /** What would be done, people who had left and are in the files again included. */
  plan: ImportPlan;
  question: Question | null;
  /** People left out because they belong to organisations that are not ours. */
  elsewhere: number;
  /** The same for the same plan: what was shown is compared with what is true when it is confirmed. */
  fingerprint: string;
}

export const readFiles = (files: readonly UploadedFile[], options: ImportOptions): Roster =>
  readRoster(files, { kind: options.kinds });

/**
 * Compares a roster with what the organisation has. Writes nothing. `bringBack` is whether people who
 * left, and are in the files, are to be here again: the preview shows them, and a person says.
 */
export async function makePlan(
  db: Db,
  reach: Reach,
  read: Roster,
  options: ImportOptions,
  today: string,
  { bringBack = true }: { bringBack?: boolean } = {},
): Promise<Planned> {
  const have = await selectExisting(db, reach, today);
  const own = knownOwn(read, have.roster, reach) ?? options.own;
  const question = questionOf(read, own, reach);
  const part = ownPart(read, own, reach);
  const kept = keepAdministrators(fitRoster(part.roster, have), have);
  const roster = bringBack ? kept.roster : withoutReturners(kept.roster, have, options);
  const plan = planImport(roster, kept.existing, today, {
    endAbsent: options.endAbsent,
    samePerson: options.samePerson,
    ...(own !== null && read.organisations.some(({ key }) => key === own)
      ? { sameOrganisation: { [own]: reach.home.id } }
      : {}),
  });
  const settled = await settleEmails(db, plan, have);
  return {
    roster,
    have,
    plan: settled,
    question,
    elsewhere: part.elsewhere,
    fingerprint: fingerprintOf(settled),
  };
}

function questionOf(roster: Roster, own: string | null, reach: Reach): Question | null {
  const files = roster.problems.filter(({ code }) => code === 'kind-unknown').map(({ file }) => file);
  if (files.length > 0) return { sort: 'kind', files };
  if (roster.organisations.length === 0 || own !== null) return null;
  return { sort: 'organisation', ...askWhichIsOurs(roster, reach) };
}

/** The roster without the rows of people who have left here. */
function withoutReturners(roster: Roster, have: WhatWeHave, { samePerson }: ImportOptions): Roster {
  const left = new Set(have.roster.people.filter(({ ended }) => ended).map(({ id }) => id));
  const idOf = (key: string) => have.personIds.get(`${roster.sourceName} ${key}`) ?? samePerson[key];
  const gone = new Set(roster.people.map(({ key }) => key).filter((key) => left.has(idOf(key) ?? '')));
  return {
    ...roster,
    people: roster.people.filter(({ key }) => !gone.has(key)),
    memberships: roster.memberships.filter(({ personKey }) => !gone.has(personKey)),
    relations: roster.relations.filter(
      ({ adultKey, pupilKey }) => !gone.has(adultKey) && !gone.has(pupilKey),
    ),
  };
}

function fingerprintOf(plan: ImportPlan): string {
  const { organisations, terms, units, people, memberships, relations } = plan;
  const parts = [organisations, terms, units, people, { ...memberships, linked: [] }];
  const said = parts.map(({ added, changed, ended, linked }) => [added, changed, ended, linked]);
  return createHash('sha256')
    .update(JSON.stringify([said, relations.added, relations.ended]))
    .digest('hex');
}
