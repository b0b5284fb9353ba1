import type { MemberKind } from '#platform/access/who.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import type { MembershipRule, Protocol, ProtocolRole, Source } from '#features/evidence/index.ts';
import type { Part } from '#features/programmes/index.ts';

/** What of a person decides whether a group can have them. */
export interface PersonFacts {
  personId: string;
  name: string;
  /** null when they are not, or no longer, of the school. */
  kind: MemberKind | null;
  /** Holds a role that leads the school, today. */
  leads: boolean;
  /** Teaches a class, now or from a day to come. */
  teachesClass: boolean;
  /** The people they manage, and those who manage them, as far as these are in the group. */
  manages: readonly string[];
  managedBy: readonly string[];
}

/** Somebody in the group, with all parts they have there. */
export interface GroupPerson {
  personId: string;
  name: string;
  parts: readonly string[];
}

/** What of a group decides whom it can have. */
export interface GroupFacts {
  /** undefined when the school has its protocol no more: then nobody is kept out. */
  protocol: GroupProtocol | undefined;
  people: readonly GroupPerson[];
  /** Who reads the words: somebody in the group is named to others in it alone. Nobody is named where it is not said. */
  readerId?: string;
}

export type GroupProtocol = Pick<Protocol, 'membership' | 'roles' | 'groupSize' | 'startedBy' | 'source'>;

/** Why somebody cannot be in a part of a group, in the order in which it is asked. */
export const obstacleKinds = [
  'in-it',
  'not-of-the-school',
  'guest',
  'line-manager',
  'leader',
  'no-class',
  'full',
] as const;
export type ObstacleKind = (typeof obstacleKinds)[number];

/** Something in the way, in words that can be said to the person, with where the rule is from. */
export interface Obstacle {
  kind: ObstacleKind;
  words: string;
  source: Source | null;
  /** The rule is one school's or one programme's experience. */
  oneSchool: boolean;
}

/** Those who lead the school, as the rule about leaders means them. */
export const leadingRoles: readonly string[] = [role.head, role.seniorLeader];

/** Parts for which one must teach a class, where the protocol says so: others come to help. */
export const partsThatTeach: readonly string[] = ['participant', 'facilitator'];

/** Parts that a guest has where the protocol does not welcome guests as full members. */
const partsOfGuests: readonly string[] = ['specialist'];

export const ruleOf = (
  protocol: Pick<Protocol, 'membership'> | undefined,
  name: MembershipRule['rule'],
): MembershipRule | undefined => protocol?.membership.find(({ rule }) => rule === name);

/** The roles of the protocol that are held in a part. */
export const rolesIn = (protocol: Pick<Protocol, 'roles'> | undefined, part: string): ProtocolRole[] =>
  (protocol?.roles ?? []).filter((each) => each.part === part);

/**
 * The most people a group can have in a part; null when there is no limit. In what leaders begin there are many
 * partnerships side by side, so what is said of one partnership limits no group.
 */
export function mostIn(protocol: GroupProtocol | undefined, part: string): number | null {
  if (!protocol) return null;
  const roles = rolesIn(protocol, part);
  if (roles.some(({ per }) => per === 'partnership') && protocol.startedBy === 'leaders') return null;
  const ofGroup = part === 'participant' ? [protocol.groupSize.max] : [];
  const ofRoles =
    roles.length === 0 || roles.some(({ max }) => max === null)
      ? []
      : [roles.reduce((sum, { max }) => sum + (max ?? 0), 0)];
  const limits = [...ofGroup, ...ofRoles];
  return limits.length === 0 ? null : Math.min(...limits);
}

/** The parts that somebody of this kind can be asked into, in the order of the protocol. The plan is handed over. */
export function partsFor(protocol: GroupProtocol | undefined, kind: MemberKind): Part[] {
  const all: Part[] = protocol
    ? [...new Set(protocol.roles.map(({ part }) => part))].filter((part) => part !== 'leader')
    : ['participant', 'facilitator', 'specialist'];
  return kind === 'guest' && !ruleOf(protocol, 'guests-welcome')
    ? all.filter((part) => partsOfGuests.includes(part))
    : all;
}

/** Why this person cannot be in this part of the group; undefined when they can. */
export function whyNot(person: PersonFacts, group: GroupFacts, part: string): Obstacle | undefined {
  const { protocol, people } = group;
  const plain = (kind: ObstacleKind, words: string): Obstacle => ({
    kind,
    words,
    source: protocol?.source ?? null,
    oneSchool: false,
  });
  const byRule = (kind: ObstacleKind, rule: MembershipRule, words: string): Obstacle => ({
    kind,
    words: `${words} ${rule.words}`,
    source: rule.source,
    oneSchool: rule.oneSchool === true,
  });
  const { name } = person;

  if (people.some(({ personId, parts }) => personId === person.personId && parts.includes(part)))
    return { ...plain('in-it', t('{name} is in it already.', { name })), source: null };
  if (person.kind !== 'staff' && person.kind !== 'guest')
    return {
      ...plain(
        'not-of-the-school',
        t('{name} neither works at the school nor is a guest of it now.', { name }),
      ),
      source: null,
    };
  if (person.kind === 'guest' && !partsFor(protocol, 'guest').includes(part as Part))
    return plain('guest', guestWords(name, protocol));

  const managers = ruleOf(protocol, 'no-line-managers');
  const pair = managers && managingPair(person, people);
  if (managers && pair)
    return byRule(
      'line-manager',
      managers,
      isInside(group)
        ? t('{manager} is {person}’s line manager.', pair)
        : t('{name} manages somebody in this group, or is managed by somebody in it.', { name }),
    );

  const leaders = ruleOf(protocol, 'no-leaders');
  if (leaders && person.leads) return byRule('leader', leaders, t('{name} leads the school.', { name }));

  const teachers = ruleOf(protocol, 'teachers-only');
  if (teachers && partsThatTeach.includes(part) && !person.teachesClass)
    return byRule('no-class', teachers, t('No class is written down for {name}.', { name }));

  const most = mostIn(protocol, part);
  const there = howManyIn(people, part);
  return most !== null && there >= most ? plain('full', fullWords(most)) : undefined;
}

/**
 * Why this person cannot be let in for one stage: whoever is in the group need not be, and rules that keep people out
 * of what is said hold for a stage as well. That one teaches a class, or is a guest, is not asked.
 */
export function whyNotAsGuest(person: PersonFacts, group: GroupFacts): Obstacle | undefined {
  if (group.people.some(({ personId }) => personId === person.personId))
    return {
      kind: 'in-it',
      words: t('{name} is in the group already.', { name: person.name }),
      source: null,
      oneSchool: false,
    };
  const kind = person.kind === 'guest' ? 'staff' : person.kind;
  const protocol = group.protocol && { ...group.protocol, roles: [] };
  return whyNot({ ...person, kind, teachesClass: true }, { ...group, protocol }, 'specialist');
}

/** Whether the reader may know who is in the group: being in it themselves. */
const isInside = ({ people, readerId }: GroupFacts): boolean =>
  people.some(({ personId }) => personId === readerId);

/** How many of these people have the part. */
const howManyIn = (people: readonly GroupPerson[], part: string): number =>
  people.filter(({ parts }) => parts.includes(part)).length;

export const fullWords = (most: number): string =>
  tn(
    most,
    'There is room for one person in this part, and it is taken.',
    'There is room for {n} people in this part, and they are here.',
  );

function guestWords(name: string, protocol: GroupProtocol | undefined): string {
  const roles = partsOfGuests.flatMap((part) => rolesIn(protocol, part)).map(({ title }) => title);
  return roles.length === 0
    ? t('{name} is a guest of the school, and this protocol is for people who work at it.', { name })
    : t('{name} is a guest of the school. A guest comes into this group as {roles}.', {
        name,
        roles: formatList(roles),
      });
}

/** Of the person and somebody in the group, the one who manages the other. */
function managingPair(
  { personId, name, manages, managedBy }: PersonFacts,
  people: readonly GroupPerson[],
): { manager: string; person: string } | undefined {
  const others = people.filter((other) => other.personId !== personId);
  const managed = others.find((other) => manages.includes(other.personId));
  if (managed) return { manager: name, person: managed.name };
  const manager = others.find((other) => managedBy.includes(other.personId));
  return manager && { manager: manager.name, person: name };
}
