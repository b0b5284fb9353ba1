import type {
  ExistingPerson,
  FieldChange,
  ManyEndings,
  PersonEnding,
  ProbableDuplicate,
} from '../plan/index.ts';
import type { PersonKind, Problem, RosterPerson } from '../read/index.ts';
import { comparableName } from '../read/names.ts';
import type { Planned, Question } from './make-plan.ts';
import { type JoinsBody, joinRows } from './join-rows.ts';

/** The lists of a preview, in the order in which they are looked at. */
export const parts = [
  'duplicate',
  'problem',
  'back',
  'role',
  'ended',
  'changed',
  'added',
  'unit',
  'join',
  'thing',
] as const;
export type PreviewPart = (typeof parts)[number];

/** What is known of somebody, for putting two side by side. */
export interface PersonFacts {
  name: string;
  kind: PersonKind;
  organisations: string[];
  emails: string[];
  roles: string[];
  jobTitle?: string | undefined;
  yearLabel?: string | undefined;
  dateOfBirth?: string | undefined;
  code?: string | undefined;
}

export interface DuplicateBody {
  key: string;
  /** Our id, when the other is somebody we have; else both are in the files. */
  id: string | null;
  because: ProbableDuplicate['because'];
  file: string;
  line: number;
  incoming: PersonFacts;
  other: PersonFacts;
}
export interface AddedBody extends PersonFacts {
  file: string;
  line: number;
}
export interface ChangedBody {
  id: string;
  name: string;
  fields: readonly FieldChange[];
}
export type EndedBody = Pick<PersonEnding, 'id' | 'name' | 'reason' | 'on'>;
export interface RoleBody {
  key: string;
  name: string;
  roles: string[];
}
export interface UnitBody {
  change: 'added' | 'changed' | 'ended' | 'known';
  name: string;
  kind?: string;
  about?: string;
  fields?: readonly FieldChange[];
}
export interface ThingBody {
  what: 'organisation' | 'term';
  change: 'added' | 'changed' | 'ended' | 'known';
  name: string;
  about?: string;
  fields?: readonly FieldChange[];
}

export interface Bodies {
  duplicate: DuplicateBody;
  problem: Problem;
  back: ChangedBody;
  role: RoleBody;
  ended: EndedBody;
  changed: ChangedBody;
  added: AddedBody;
  unit: UnitBody;
  join: JoinsBody;
  thing: ThingBody;
}
export type PreviewRow = {
  [Part in PreviewPart]: { part: Part; personKind: PersonKind | null; search: string; body: Bodies[Part] };
}[PreviewPart];

/** What a preview says in one glance; kept with the run. */
export interface PreviewSummary {
  counts: Partial<Record<PreviewPart, number>>;
  added: Partial<Record<PersonKind, number>>;
  unchanged: number;
  alreadyLeft: number;
  elsewhere: number;
  newOrganisations: number;
  /** Memberships and family relations, of which the lists show sums. */
  joins: number;
  leavings: number;
  relations: number;
  needs: readonly ManyEndings[];
  leftOut: readonly string[];
  question: Question | null;
  /** Whether the files hold everyone, so that absence could end people. */
  mayEndAbsent: boolean;
  nothingToDo: boolean;
  /** It was made again when it was confirmed, because something had changed meanwhile. */
  madeAgain?: boolean;
  /** What could not be done when it was carried out, or was taken back. */
  notes?: readonly string[];
  /** People who stayed when it was taken back. */
  stayed?: number;
}

/** The lines of a preview, list by list. */
export function previewRows(planned: Planned, twoPeople: readonly string[] = []): PreviewRow[] {
  const { plan, have, roster } = planned;
  const names = organisationNames(planned);
  const incoming = new Map(roster.people.map((person) => [person.key, person]));
  const existing = new Map(have.roster.people.map((person) => [person.id, person]));
  const isBack = (fields: readonly FieldChange[]): boolean => fields.some(({ field }) => field === 'ended');
  const row = <Part extends PreviewPart>(
    part: Part,
    body: Bodies[Part],
    name: string,
    personKind: PersonKind | null = null,
  ): PreviewRow => ({ part, personKind, search: comparableName(name), body }) as PreviewRow;

  const duplicates = plan.duplicates
    .filter(({ key, other }) => !('id' in other && twoPeople.includes(`${key} ${other.id}`)))
    .map(({ key, at, other, because, name }) => {
      const id = 'id' in other ? other.id : null;
      const facts =
        'id' in other ? ourFacts(existing.get(other.id)!, names) : fileFacts(incoming.get(other.key)!, names);
      return row(
        'duplicate',
        { key, id, because, ...at, incoming: fileFacts(incoming.get(key)!, names), other: facts },
        name,
      );
    });
  const changed = plan.people.changed.map(({ id, item, fields }) =>
    row(
      isBack(fields) ? 'back' : 'changed',
      { id, name: wholeName(existing.get(id)!), fields: fields.map((each) => named(each, names)) },
      wholeName(existing.get(id)!),
      item.kind,
    ),
  );
  const coming = new Set(plan.people.added.map(({ key }) => key));
  const toConfirm = roster.people.flatMap((person) => {
    const id = plan.people.ids.get(person.key);
    const held = id === undefined ? [] : (existing.get(id)?.roles ?? []);
    const roles = person.rolesToConfirm.filter((each) => !held.includes(each));
    const isHere = id !== undefined || coming.has(person.key);
    return roles.length > 0 && isHere && !person.ended
      ? [row('role', { key: person.key, name: wholeName(person), roles }, wholeName(person), person.kind)]
      : [];
  });
  return [
    ...duplicates,
    ...plan.problems.map((problem) =>
      row('problem', problem, `${problem.file} ${problem.value ?? ''} ${problem.message}`),
    ),
    ...changed.filter(({ part }) => part === 'back'),
    ...toConfirm,
    ...plan.people.ended.map(({ id, name, reason, on, kind }) =>
      row('ended', { id, name, reason, on }, name, kind),
    ),
    ...changed.filter(({ part }) => part === 'changed'),
    ...plan.people.added.map((person) =>
      row('added', { ...fileFacts(person, names), ...person.at }, wholeName(person), person.kind),
    ),
    ...thingRows(planned, names).map((body) => row('unit', body, body.name)),
    ...joinRows(planned).map((body) => row('join', body, body.unit)),
    ...otherRows(planned).map((body) => row('thing', body, body.name)),
  ];
}

export function summarise(planned: Planned, rows: readonly PreviewRow[]): PreviewSummary {
  const { plan, roster } = planned;
  const count = <Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> => {
    const counts: Partial<Record<Key, number>> = {};
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  return {
    counts: count(rows.map(({ part }) => part)),
    added: count(plan.people.added.map(({ kind }) => kind)),
    unchanged: plan.people.unchanged,
    alreadyLeft: plan.people.alreadyLeft,
    elsewhere: planned.elsewhere,
    newOrganisations: plan.organisations.added.length,
    joins: plan.memberships.added.length,
    leavings: plan.memberships.ended.length,
    relations: plan.relations.added.length,
    needs: plan.needsConfirmation,
    leftOut: plan.leftOut,
    question: planned.question,
    mayEndAbsent: roster.coverage.people || roster.coverage.units,
    nothingToDo: plan.nothingToDo,
  };
}

const wholeName = ({ givenName, familyName }: { givenName: string; familyName: string }): string =>
  `${givenName} ${familyName}`.trim();

/** What organisations are called, by the keys of the files and by our ids. */
function organisationNames({ have, roster }: Planned): Map<string, string> {
  const names = new Map(have.roster.organisations.map(({ id, name }) => [id, name]));
  for (const { key, name } of roster.organisations) names.set(key, name);
  return names;
}

const fileFacts = (person: RosterPerson, names: ReadonlyMap<string, string>): PersonFacts => ({
  name: wholeName(person),
  kind: person.kind,
  organisations: person.organisationKeys.map((key) => names.get(key) ?? key),
  emails: person.emails.map(({ address }) => address),
  roles: [...person.roles],
  jobTitle: person.jobTitle,
  yearLabel: person.yearLabel,
  dateOfBirth: person.dateOfBirth,
  code: person.staffCode ?? person.upn ?? person.admissionNumber ?? person.payrollNumber,
});

const ourFacts = (person: ExistingPerson, names: ReadonlyMap<string, string>): PersonFacts => ({
  name: wholeName(person),
  kind: person.kind,
  organisations: person.organisationIds.map((id) => names.get(id) ?? id),
  emails: [...person.emails],
  roles: [...person.roles],
  jobTitle: person.jobTitle,
  yearLabel: person.yearLabel,
  dateOfBirth: person.dateOfBirth,
  code: person.staffCode ?? person.upn ?? person.admissionNumber ?? person.payrollNumber,
});

/** A change of organisations speaks in keys; people read names. */
function named(change: FieldChange, names: ReadonlyMap<string, string>): FieldChange {
  if (change.field !== 'organisations') return change;
  const say = (keys: FieldChange['before']) =>
    Array.isArray(keys) ? keys.map((key) => names.get(key) ?? key) : keys;
  return { ...change, before: say(change.before), after: say(change.after) };
}

function thingRows({ plan, have }: Planned, names: ReadonlyMap<string, string>): UnitBody[] {
  const { added, changed, ended } = plan.units;
  const nameOf = new Map(have.roster.units.map(({ id, name }) => [id, name]));
  return [
    ...added.map(({ name, kind, subject, yearLabels, organisationKey }) => {
      const about = [subject, yearLabels.join(', '), names.get(organisationKey ?? '')]
        .filter(Boolean)
        .join('; ');
      return { change: 'added' as const, name, kind, about };
    }),
    ...changed.map(({ id, fields }) => ({ change: 'changed' as const, name: nameOf.get(id)!, fields })),
    ...ended.map(({ name }) => ({ change: 'ended' as const, name })),
  ];
}

function otherRows({ plan, have }: Planned): ThingBody[] {
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
