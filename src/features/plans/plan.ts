/** One heading of a plan's template. */
export interface TemplatePart {
  key: string;
  title: string;
  hint: string;
}

/** A scheme of work: what is taught, when and to whom. Days are 'YYYY-MM-DD'. */
export interface Plan {
  id: string;
  title: string;
  subject: string;
  /** As `yearKey` writes it. */
  yearKey: string;
  startsOn: string;
  endsOn: string;
  parts: TemplatePart[];
  lessonText: string;
  copiedFrom: string | null;
  readyAt: Date | null;
  version: number;
  authorId: string;
  author: string;
  changedBy: string;
  changedAt: Date;
}

/** One in a list. */
export type ListedPlan = Pick<
  Plan,
  'id' | 'title' | 'subject' | 'yearKey' | 'startsOn' | 'endsOn' | 'readyAt' | 'author' | 'changedAt'
>;

/** What stands under one heading. */
export interface WrittenPart {
  id: string;
  key: string;
  text: string;
  version: number;
  changedBy: string;
  changedAt: Date;
}

/** A lesson of a plan. */
export interface Lesson {
  id: string;
  position: number;
  title: string;
  onDate: string | null;
  /** Markdown. */
  text: string;
  version: number;
}

/** A point of a curriculum that a plan takes up. */
export interface Point {
  statementId: string;
  code: string;
  words: string;
  subject: string;
  /** Lessons that take it up; none where the plan says no more than that it does. */
  lessons: string[];
  /** Where the curriculum has a newer version: what that says in its place, or nothing where it is gone from it. */
  newer: { id: string; words: string } | { id: null; words: null } | null;
}

/** A resource that a lesson uses. */
export interface LessonResource {
  lessonId: string;
  id: string;
  title: string;
}

/** A plan that another was copied from, or that was copied from it. */
export interface PlanKin {
  id: string;
  title: string;
  startsOn: string;
  author: string;
}

export interface PlanTeacher {
  personId: string;
  name: string;
}
