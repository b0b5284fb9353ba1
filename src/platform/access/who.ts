import { type RawBuilder, sql } from 'kysely';
import { NotAllowed } from '../errors.ts';
import type { MemberOf, Policy, Relation, RoleName } from './policy.ts';
import { type Purpose, mayServe, purposesOpenTo } from './purpose.ts';

/** The kinds of member an organisation has. */
export type MemberKind = 'staff' | 'pupil' | 'family' | 'guest';

/** What is remembered of a signed-in person for the organisation they are in. */
export interface Standing {
  personId: string;
  name: string;
  locale: string;
  theme: 'auto' | 'light' | 'dark' | 'contrast';
  organisation: { id: string; name: string; zone: string; currency: string };
  kind: MemberKind | null;
  roles: ReadonlySet<string>;
  /** circle → the parts one has in it */
  circles: ReadonlyMap<string, ReadonlySet<string>>;
  units: readonly string[];
  /** The people whose line manager one is. */
  manages: readonly string[];
  /** Everything a grant may name that stands for this person. */
  principals: readonly string[];
}

/** An item as one person reaches it: its row and what its audience grants them. */
export interface Item {
  ownerId: string;
  id: string;
  kind: string;
  purpose: Purpose;
  authorId: string;
  circleId: string | null;
  audienceId: string | null;
  excludesManagers: boolean;
  createdAt: Date;
  endedAt: Date | null;
  /** Abilities that the audience grants this person. */
  granted: readonly string[];
  /** Everybody's grants, named, for "who can see this". */
  audience: readonly { principal: string; ability: string; name: string | null }[];
  /** A lawful override opens it for this person, now. */
  overridden: boolean;
}

/**
 * A person, in an organisation, on a route with a purpose: the one who asks.
 * The same policy table is read twice: by `may` for one item, by `sees` inside a list's SQL.
 * A test holds the two together.
 */
export class Who {
  readonly standing: Standing;
  readonly purpose: Purpose;
  /** How often the kernel was asked; a page that never asks is refused. */
  asked = 0;

  constructor(standing: Standing, purpose: Purpose) {
    this.standing = standing;
    this.purpose = purpose;
  }

  get personId(): string {
    return this.standing.personId;
  }
  get organisationId(): string {
    return this.standing.organisation.id;
  }

  has(role: RoleName): boolean {
    return this.standing.roles.has(role);
  }
  hasAny(roles: readonly RoleName[]): boolean {
    return roles.some((role) => this.standing.roles.has(role));
  }
  /** Whether the person belongs to a circle, in a given part when one is named. */
  isIn(circleId: string, part?: string): boolean {
    const parts = this.standing.circles.get(circleId);
    return parts !== undefined && (part === undefined || parts.has(part));
  }

  /** Whether this person may do `ability` with the item, here and for this route's purpose. */
  may<A extends string>(ability: A | 'read', policy: Policy<A>, item: Item): boolean {
    this.asked++;
    if (item.kind !== policy.kind || item.purpose !== policy.purpose) return false;
    if (!mayServe(this.purpose, item.purpose)) return false;
    if (item.excludesManagers && this.standing.manages.includes(item.authorId)) return false;
    if (policy.only && !(item.ownerId === this.organisationId && this.#isOne(policy.only))) return false;
    return relationsOf(policy, ability).some((relation) => this.#stands(relation, item));
  }

  /** Throws `NotAllowed`, with whom to ask, unless `may`. */
  must<A extends string>(ability: A | 'read', policy: Policy<A>, item: Item): void {
    if (!this.may(ability, policy, item))
      throw new NotAllowed(`This ${policy.noun} is for other people.`, policy.ask);
  }

  #isOne(kinds: readonly MemberOf[]): boolean {
    return kinds.some((kind) => kind === this.standing.kind);
  }

  #stands(relation: Relation, item: Item): boolean {
    switch (relation) {
      case 'author':
        return item.authorId === this.personId;
      case 'reader':
        return item.granted.length > 0;
      case 'contributor':
        return item.granted.includes('contribute') || item.granted.includes('edit');
      case 'editor':
        return item.granted.includes('edit');
      case 'circle':
        return item.circleId !== null && this.isIn(item.circleId);
      case 'staff':
      case 'pupil':
        return item.ownerId === this.organisationId && this.standing.kind === relation;
      case 'manager':
        return (
          item.ownerId === this.organisationId &&
          this.standing.kind === 'staff' &&
          this.standing.manages.includes(item.authorId)
        );
    }
    const [sort, name] = relation.split(':') as [string, string];
    if (sort === 'role') return item.ownerId === this.organisationId && this.standing.roles.has(name);
    return item.circleId !== null && this.isIn(item.circleId, name);
  }

  /**
   * The same question inside a list: a condition on the table `item` under `alias`.
   * The query names its owners itself.
   */
  sees<A extends string>(
    alias: string,
    policy: Policy<A>,
    ability: A | 'read' = 'read',
  ): RawBuilder<boolean> {
    this.asked++;
    const column = (name: string) => sql.ref(`${alias}.${name}`);
    if (!purposesOpenTo(this.purpose).includes(policy.purpose)) return sql<boolean>`false`;
    if (policy.only && !this.#isOne(policy.only)) return sql<boolean>`false`;
    // The database asks them in this order for each row until one holds, so what looks further than the row comes last.
    const any = relationsOf(policy, ability)
      .toSorted((a, b) => Number(looksFurther(a)) - Number(looksFurther(b)))
      .map((relation) => this.#inSql(relation, alias));
    return sql<boolean>`(${column('kind')} = ${policy.kind} and ${column('purpose')} = ${policy.purpose}
      ${policy.only ? sql`and ${column('owner_id')} = ${this.organisationId}::uuid` : sql``}
      and not (${column('excludes_managers')} and ${column('author_id')} = any(${this.standing.manages}::uuid[]))
      and (${any.length ? sql.join(any, sql` or `) : sql`false`}))`;
  }

  #inSql(relation: Relation, alias: string): RawBuilder<unknown> {
    const column = (name: string) => sql.ref(`${alias}.${name}`);
    // Whatever is granted lets one read. The rest stand in the text: the planner cannot count what it is given later.
    const granted = (...abilities: ('contribute' | 'edit')[]) => sql`(exists (
      select 1 from audience_grant g where g.owner_id = ${column('owner_id')} and g.audience_id = ${column('audience_id')}
        and g.principal = any(${this.standing.principals}::text[])
        ${abilities.length ? sql`and g.ability in (${sql.join(abilities.map(sql.lit))})` : sql``})
      and ${sharedHere(alias, this.organisationId)})`;
    const ours = sql`${column('owner_id')} = ${this.organisationId}::uuid`;
    switch (relation) {
      case 'author':
        return sql`${column('author_id')} = ${this.personId}::uuid`;
      case 'reader':
        return granted();
      case 'contributor':
        return granted('contribute', 'edit');
      case 'editor':
        return granted('edit');
      case 'circle':
        return sql`${column('circle_id')} = any(${[...this.standing.circles.keys()]}::uuid[])`;
      case 'staff':
      case 'pupil':
        return this.standing.kind === relation ? ours : sql`false`;
      case 'manager':
        return this.standing.kind === 'staff'
          ? sql`(${ours} and ${column('author_id')} = any(${this.standing.manages}::uuid[]))`
          : sql`false`;
    }
    const [sort, name] = relation.split(':') as [string, string];
    if (sort === 'role') return this.standing.roles.has(name) ? ours : sql`false`;
    const inPart = [...this.standing.circles].filter(([, parts]) => parts.has(name)).map(([id]) => id);
    return sql`${column('circle_id')} = any(${inPart}::uuid[])`;
  }
}

/**
 * Whether what an item's audience grants counts in this organisation: it is the organisation's, or that of somebody
 * who belongs or belonged to it. A name in an audience is the same in every organisation, but it was a colleague
 * that was named: whoever went to another school opens there nothing that was shared with them here.
 */
export const sharedHere = (alias: string, organisationId: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`(${column('owner_id')} = ${organisationId}::uuid or (${column('owner_id')} = ${column('author_id')}
    and exists (select 1 from member colleague
      where colleague.owner_id = ${organisationId}::uuid and colleague.person_id = ${column('author_id')})))`;
};

/** Whether a relation is looked up in an audience; the others stand in the item's own row. */
const looksFurther = (relation: Relation): boolean =>
  relation === 'reader' || relation === 'contributor' || relation === 'editor';

const relationsOf = <A extends string>(policy: Policy<A>, ability: A | 'read'): readonly Relation[] =>
  ability === 'read' ? policy.may.read : policy.may[ability as A];
