/**
 * The columns of OneRoster's CSV files that matter here.
 * Source: 1EdTech OneRoster 1.1 Final, CSV Tables (section 3), and OneRoster CSV Binding 1.2.1.
 */
interface FileColumns {
  /** Without these the file cannot be used. */
  readonly needed: readonly string[];
  /** Required by the standard, though the import manages without. */
  readonly required: readonly string[];
  /** Read when present. Columns in none of the three lists are left out, and said to be. */
  readonly optional: readonly string[];
}

const everyFile = ['status', 'dateLastModified'];

export const oneRosterFiles = {
  orgs: {
    needed: ['sourcedId', 'name', 'type'],
    required: [],
    optional: [...everyFile, 'parentSourcedId'],
  },
  academicSessions: {
    needed: ['sourcedId', 'title', 'type', 'startDate', 'endDate'],
    required: ['schoolYear'],
    optional: [...everyFile, 'parentSourcedId'],
  },
  courses: {
    needed: ['sourcedId', 'title'],
    required: ['orgSourcedId'],
    optional: [...everyFile, 'grades', 'subjects'],
  },
  classes: {
    needed: ['sourcedId', 'title', 'schoolSourcedId'],
    required: ['courseSourcedId', 'classType', 'termSourcedIds'],
    optional: [...everyFile, 'grades', 'subjects'],
  },
  users: {
    needed: ['sourcedId', 'givenName', 'familyName'],
    required: ['enabledUser', 'username'],
    optional: [
      ...everyFile,
      'orgSourcedIds',
      'primaryOrgSourcedId',
      'role',
      'identifier',
      'email',
      'agentSourcedIds',
      'grades',
      'preferredGivenName',
    ],
  },
  roles: {
    needed: ['userSourcedId', 'role'],
    required: ['sourcedId', 'roleType', 'orgSourcedId'],
    optional: [...everyFile, 'beginDate', 'endDate'],
  },
  enrollments: {
    needed: ['classSourcedId', 'userSourcedId', 'role'],
    required: ['sourcedId', 'schoolSourcedId'],
    optional: [...everyFile, 'beginDate', 'endDate'],
  },
  demographics: {
    needed: ['sourcedId'],
    required: [],
    optional: [...everyFile, 'birthDate', 'sex'],
  },
} as const satisfies Record<string, FileColumns>;

export type OneRosterFile = keyof typeof oneRosterFiles;
