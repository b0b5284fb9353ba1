import type { RosterPerson, RosterRelation } from '../roster.ts';
import { type Bundle, danglingReference } from './bundle.ts';
import type { Users } from './users.ts';

/**
 * Family relations from agentSourcedIds. A pupil's row names adults and an adult's row names pupils, so both
 * directions are read. Only a pupil and someone of the family make a relation; an agent may also be a tutor or
 * a social worker, who gets no family access from it.
 */
export function readRelations(bundle: Bundle, { people, agents }: Users): RosterRelation[] {
  const sheet = bundle.open('users');
  if (sheet === null) return [];
  const byKey = new Map(people.map((person) => [person.key, person]));
  const relations = new Map<string, RosterRelation>();
  for (const { key, agents: others, row } of agents) {
    const person = byKey.get(key);
    if (person === undefined) continue;
    for (const other of others) {
      const agent = byKey.get(other);
      if (agent === undefined && !bundle.whole('users')) {
        const relation = relationByOneSide(person, other);
        if (relation !== null) relations.set(`${relation.adultKey} ${relation.pupilKey}`, relation);
        continue;
      }
      if (agent === undefined) {
        bundle.problems.push(
          danglingReference(sheet, row, 'agentSourcedIds', other, 'users', 'value-left-out'),
        );
        continue;
      }
      const relation = relationOf(person, agent);
      if (relation !== null) relations.set(`${relation.adultKey} ${relation.pupilKey}`, relation);
    }
  }
  return [...relations.values()];
}

function relationOf(one: RosterPerson, other: RosterPerson): RosterRelation | null {
  if (one.ended || other.ended) return null;
  if (one.kind === 'pupil' && isFamily(other)) return { adultKey: other.key, pupilKey: one.key };
  if (other.kind === 'pupil' && isFamily(one)) return { adultKey: one.key, pupilKey: other.key };
  return null;
}

/** When a bundle holds only what changed, the other side is known already; the planner looks at who it is. */
function relationByOneSide(person: RosterPerson, other: string): RosterRelation | null {
  if (person.ended) return null;
  if (person.kind === 'pupil') return { adultKey: other, pupilKey: person.key };
  return isFamily(person) ? { adultKey: person.key, pupilKey: other } : null;
}

/** Family, or staff who hold the role of parent as well. */
function isFamily(person: RosterPerson): boolean {
  return person.kind === 'family' || (person.kind === 'staff' && person.roles.includes('parent'));
}
