import type { PersonKind } from './roster.ts';

/** What a role named by a source means here. */
export interface SourceRole {
  readonly kind: PersonKind;
  /** The role that is given; absent when the kind alone is meant. */
  readonly role?: string;
  /** A role that a person must confirm, because it opens settings or other people's data. */
  readonly confirm?: string;
}

/**
 * OneRoster's roles, 1.1 and 1.2. An administrator there may be a head, an office or a district's system
 * account, so it is suggested to a person and not given. A relative or a proctor (an invigilator) is brought
 * in without a role: being a relative does not say that one is a carer.
 */
export const oneRosterRoles: Readonly<Record<string, SourceRole>> = {
  teacher: { kind: 'staff', role: 'teacher' },
  aide: { kind: 'staff', role: 'teaching-assistant' },
  student: { kind: 'pupil', role: 'pupil' },
  parent: { kind: 'family', role: 'parent' },
  guardian: { kind: 'family', role: 'parent' },
  relative: { kind: 'family' },
  administrator: { kind: 'staff', confirm: 'administrator' },
  districtadministrator: { kind: 'staff', confirm: 'administrator' },
  siteadministrator: { kind: 'staff', confirm: 'administrator' },
  systemadministrator: { kind: 'staff', confirm: 'administrator' },
  principal: { kind: 'staff', confirm: 'headteacher' },
  counselor: { kind: 'staff' },
  proctor: { kind: 'staff' },
};

/** Words in a Role column of a plain list, without case, spaces and marks, and the role each means. */
const writtenRoles: Readonly<Record<string, string>> = {
  teacher: 'teacher',
  classteacher: 'teacher',
  subjectteacher: 'teacher',
  earlycareerteacher: 'early-career-teacher',
  ect: 'early-career-teacher',
  nqt: 'early-career-teacher',
  trainee: 'trainee',
  traineeteacher: 'trainee',
  teachingassistant: 'teaching-assistant',
  ta: 'teaching-assistant',
  hlta: 'teaching-assistant',
  learningsupportassistant: 'teaching-assistant',
  middleleader: 'middle-leader',
  headofdepartment: 'middle-leader',
  cpdleader: 'cpd-leader',
  cpdlead: 'cpd-leader',
  cpdchampion: 'cpd-leader',
  mentor: 'mentor',
  coach: 'coach',
  mentorcoordinator: 'mentor-co-ordinator',
  senco: 'senco',
  sendco: 'senco',
  datamanager: 'data-manager',
  technician: 'technician',
  networkmanager: 'technician',
  librarian: 'librarian',
  governor: 'governor',
  administrator: 'administrator',
  admin: 'administrator',
  head: 'headteacher',
  headteacher: 'headteacher',
  principal: 'headteacher',
  seniorleader: 'senior-leader',
  slt: 'senior-leader',
  deputyhead: 'senior-leader',
  deputyheadteacher: 'senior-leader',
  assistanthead: 'senior-leader',
  assistantheadteacher: 'senior-leader',
};

/** Roles that no file gives: a person confirms them in the preview. */
const confirmed = new Set(['administrator', 'headteacher', 'senior-leader', 'data-manager', 'technician']);

/** The role a school wrote in a Role column, or null when the word is not one we know. */
export function writtenRole(text: string): { readonly role: string; readonly confirm: boolean } | null {
  const role = writtenRoles[plainWord(text)];
  return role === undefined ? null : { role, confirm: confirmed.has(role) };
}

/** A column or role name without case, spaces and marks, so that `E-mail` and `email` are one. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
