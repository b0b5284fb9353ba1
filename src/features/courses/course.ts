import type { KeptFile } from '#features/files/index.ts';
import type { LeftOut } from './packages/course-package.ts';

/** What a course may hold; its page shows all of it at once. */
export const mostSections = 100;
export const mostActivities = 500;

export type CourseSort = 'staff' | 'pupils';

/** A course: a module for staff, or what a class of pupils learns by. Days are 'YYYY-MM-DD'. */
export interface Course {
  id: string;
  title: string;
  /** Markdown. */
  about: string;
  subject: string;
  /** As `yearKey` writes it. */
  yearKey: string;
  sort: CourseSort;
  unitId: string | null;
  unit: string | null;
  isOpen: boolean;
  startsOn: string | null;
  endsOn: string | null;
  isTemplate: boolean;
  copiedFrom: string | null;
  publishedAt: Date | null;
  closedAt: Date | null;
  version: number;
  authorId: string;
  author: string;
  /** What hangs on it: pictures of its pages, files to read. */
  files: KeptFile[];
  /** Where it was brought in from another system: what of it was left. */
  brought: Brought | null;
}

/** What became of a package that was brought in. */
export interface Brought {
  name: string;
  left: LeftOut[];
  /** Files that are larger than one may be here. */
  tooLarge: string[];
}

export interface Section {
  id: string;
  position: number;
  title: string;
  about: string;
  opensOn: string | null;
  version: number;
}

/** Something that is done in a course, by its kind. */
export interface Activity {
  id: string;
  sectionId: string;
  position: number;
  kind: string;
  title: string;
  /** As its kind reads them; null where they were not asked for. */
  settings: unknown;
  minutes: number | null;
  dueOn: string | null;
  requiresId: string | null;
  /** Whom it is for; empty for everybody. */
  groupIds: string[];
  version: number;
}

/** What one person did with an activity. */
export interface Progress {
  activityId: string;
  doneAt: Date | null;
  triedAt: Date | null;
  evidence: string;
  evidencedAt: Date | null;
}

/** What one said oneself, as it is kept; `version` counts from 1. */
export interface OwnProgress extends Progress {
  id: string;
  version: number;
}

export interface CoursePerson {
  personId: string;
  name: string;
}

/** Something of a course that was taken away and can be brought back. */
export interface TakenAway {
  id: string;
  title: string;
  what: 'section' | 'activity';
}

/** A course that another was copied from, or that was copied from it. */
export interface CourseKin {
  id: string;
  title: string;
  author: string;
}
