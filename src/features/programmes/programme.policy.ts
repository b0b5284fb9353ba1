import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { type Grant, principals } from '#platform/access/items.ts';
import { policy } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import { role } from '#features/people/index.ts';

/**
 * Who may do what with a programme. A draft is its designers' alone. Publishing lets all staff and
 * everybody in the programme read its outline; who is enrolled is for those inside and for leaders.
 */
export const programmePolicy = policy({
  kind: 'programme',
  purpose: 'learning',
  noun: 'programme',
  logged: false,
  may: {
    read: ['circle:leader', `role:${role.cpdLeader}`, 'reader'],
    /** Lay it out, change it, publish, close, copy. */
    design: ['circle:leader', `role:${role.cpdLeader}`],
    enrol: ['circle:leader', `role:${role.cpdLeader}`],
    /** Run its sessions: attendance, materials, exemptions. */
    facilitate: ['circle:leader', 'circle:facilitator', 'circle:specialist', `role:${role.cpdLeader}`],
    /** Take part in what happens inside: sessions, meetings, materials. */
    join: ['circle'],
    /** Read and write what is made inside: notes, promises, questions. Leading or sponsoring is not enough. */
    takePart: ['circle:participant', 'circle:facilitator', 'circle:specialist'],
    /** See the register: who came, and how long it took. */
    register: [
      'circle:leader',
      'circle:facilitator',
      'circle:specialist',
      'circle:sponsor',
      `role:${role.cpdLeader}`,
      `role:${role.head}`,
      `role:${role.seniorLeader}`,
    ],
    /** See what waits for the specialist. */
    guide: ['circle:specialist'],
    /** See by name who is in it. */
    people: ['circle', `role:${role.cpdLeader}`, `role:${role.head}`, `role:${role.seniorLeader}`],
    /** Find what is theirs of its partnerships: their own, protected numbers, or pairings. */
    agreements: [
      'circle',
      `role:${role.cpdLeader}`,
      `role:${role.head}`,
      `role:${role.seniorLeader}`,
      `role:${role.coordinator}`,
    ],
    /** Find its evaluation, which is an item of its own and decides by itself who reads what. */
    evaluation: [
      'circle:leader',
      'circle:facilitator',
      'circle:participant',
      `role:${role.cpdLeader}`,
      `role:${role.head}`,
      `role:${role.seniorLeader}`,
      `role:${role.governor}`,
    ],
  },
  ask: 'Ask the person who leads the programme, or the CPD leader.',
});

export type ProgrammeAbility = keyof typeof programmePolicy.may;

/**
 * The same for a group that members of staff started for themselves. It is theirs: whoever leads the school's learning
 * reads its outline and its register, as of every programme, and neither lays it out nor puts people into it.
 */
export const groupPolicy: typeof programmePolicy = {
  ...programmePolicy,
  kind: 'group',
  noun: 'group',
  may: {
    ...programmePolicy.may,
    read: [
      'circle:leader',
      'reader',
      `role:${role.cpdLeader}`,
      `role:${role.head}`,
      `role:${role.seniorLeader}`,
    ],
    design: ['circle:leader', 'circle:facilitator'],
    /** Nobody is put into a group: people are asked, and say yes (room `groups`). */
    enrol: [],
    facilitate: ['circle:leader', 'circle:facilitator', 'circle:specialist'],
    agreements: ['circle'],
    evaluation: ['circle:leader', 'circle:facilitator', 'circle:participant'],
  },
  ask: 'Ask somebody in the group.',
};

/** What runs from a protocol: a programme that is led for others, or a group that people started for themselves. */
export type Sort = 'programme' | 'group';

export const policyOf = (sort: string): typeof programmePolicy =>
  sort === 'group' ? groupPolicy : programmePolicy;

/** Whether the person may read what the item under `alias` stands for, be it a programme or a group. */
export const seesProgramme = (who: Who, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${who.sees(alias, programmePolicy)} or ${who.sees(alias, groupPolicy)})`;

/** What publishing grants: everybody who works at the school, and whoever is in the programme, guests too. */
export const publishedTo = (organisationId: string, programmeId: string): Grant[] => [
  { principal: principals.kind(organisationId, 'staff'), ability: 'read' },
  { principal: principals.circle(programmeId), ability: 'read' },
];
