import type { PreparedYear } from '../next-year-known.ts';
import type { FieldChange, ManyEndings, PersonEnding, ProbableDuplicate } from '../plan/index.ts';
import type { PersonKind, Problem } from '../read/index.ts';
import type { JoinsBody } from './join-rows.ts';
import type { Question } from './make-plan.ts';

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
interface AddedBody extends PersonFacts {
  file: string;
  line: number;
}
interface ChangedBody {
  id: string;
  name: string;
  fields: readonly FieldChange[];
}
type EndedBody = Pick<PersonEnding, 'id' | 'name' | 'reason' | 'on'>;
interface RoleBody {
  key: string;
  name: string;
  roles: string[];
}
export interface UnitBody {
  change: 'added' | 'changed' | 'ended' | 'known';
  name: string;
  kind?: string;
  about?: string;
  /** Its year groups as they are kept: "5, 6". */
  years?: string;
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
  /** The passage to the next school year, where it is prepared and has not begun. */
  prepared?: PreparedYear;
  /** It was made again when it was confirmed, because something had changed meanwhile. */
  madeAgain?: boolean;
  /** What could not be done when it was carried out, or was taken back. */
  notes?: readonly string[];
  /** People who stayed when it was taken back. */
  stayed?: number;
}
