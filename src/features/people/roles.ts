import type { Who } from '#platform/access/who.ts';
import { nameInAudiences } from '#platform/access/audience-words.ts';

/** The roles that policies and pages name. What each is for stands in catalogue/roles.json. */
export const role = {
  head: 'head',
  seniorLeader: 'senior-leader',
  cpdLeader: 'cpd-leader',
  coordinator: 'mentor-co-ordinator',
  administrator: 'administrator',
  dataManager: 'data-manager',
  attendanceOfficer: 'attendance-officer',
  coverManager: 'cover-manager',
  safeguardingLead: 'safeguarding-lead',
  trustOfficer: 'trust-officer',
  governor: 'governor',
  policyMaker: 'policy-maker',
} as const;

declare module '#platform/access/policy.ts' {
  interface RoleNames extends Record<(typeof role)[keyof typeof role], true> {}
}

/** Those who plan the school's professional learning. */
export const learningLeaders = [role.cpdLeader, role.head, role.seniorLeader] as const;
/** Those who look after people, imports and settings. */
export const administrators = [role.administrator, role.dataManager, role.head] as const;

/** Those of whom two, in different roles, can open one thing together where the law asks it. */
export const overriders = [role.safeguardingLead, role.head, role.trustOfficer] as const;

/** Those who may appoint others, and themselves: what they do stands in the person's history. */
export const appointers = [role.administrator, role.head] as const;
/** Roles that open settings or other people's data: whoever holds one is let in by an appointer only. */
export const trustedRoles: readonly string[] = [
  ...learningLeaders,
  ...administrators,
  ...overriders,
  role.coordinator,
  role.attendanceOfficer,
  role.coverManager,
];

/** Whether the person has anything to do in the place "School". */
export const leads = (who: Who): boolean =>
  who.hasAny([
    ...learningLeaders,
    ...administrators,
    ...overriders,
    role.coordinator,
    role.attendanceOfficer,
    role.coverManager,
    role.governor,
    role.policyMaker,
  ]);

nameInAudiences({
  head: 'the head',
  'senior-leader': 'senior leaders',
  'cpd-leader': 'the CPD leader',
  'mentor-co-ordinator': 'the mentor co-ordinator',
  administrator: 'the administrator',
  'data-manager': 'the data manager',
  'attendance-officer': 'the attendance officer',
  'cover-manager': 'whoever arranges cover',
  'safeguarding-lead': 'the safeguarding lead',
  'trust-officer': 'the trust officer',
  governor: 'governors',
  'policy-maker': 'the policy maker',
  'part:leader': 'its leader',
  'part:participant': 'its participants',
  'part:facilitator': 'its facilitator',
  'part:specialist': 'its specialist',
  'part:sponsor': 'its sponsor',
  'part:partner': 'its partners',
  'part:learner': 'the learner',
  'part:mentor': 'the mentor',
  'part:coach': 'the coach',
  'part:co-coach': 'the co-coaches',
  'part-of:leader': 'the leader of {name}',
  'part-of:participant': 'the participants of {name}',
  'part-of:sponsor': 'the sponsor of {name}',
  'part-of:partner': 'the partners in {name}',
});
