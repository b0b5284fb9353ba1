import type { Item, Who } from '#platform/access/who.ts';
import type { DraftFields } from '#platform/drafts/drafts.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';

export const parts = ['school', 'mentor', 'teacher'] as const;
export type Part = (typeof parts)[number];

/** What the school, the mentor or the teacher does about a principle. `by` is a day, 'YYYY-MM-DD'. */
export interface Line {
  id: string;
  principle: string;
  part: Part;
  words: string;
  by: string | null;
  version: number;
}

export interface Evidence {
  id: string;
  principle: string;
  words: string;
  link: string;
  on: string;
  addedBy: string;
  endedAt: string | null;
}

export interface Review {
  id: string;
  on: string;
  heldAt: string | null;
  next: string;
  endedAt: string | null;
}

/** One induction plan with everything in it. */
export interface Plan {
  ownerId: string;
  id: string;
  personId: string;
  person: string;
  tutorId: string;
  tutor: string;
  /** What they are new in, in the school's words. */
  newIn: string;
  startsOn: string;
  endsOn: string;
  version: number;
  /** Nobody writes in it any more; it is read as before. */
  closedAt: Date | null;
  lines: Line[];
  /** What the school does for everybody who is new: principle and words. */
  forAll: { principle: string; words: string }[];
  evidence: Evidence[];
  reviews: Review[];
  /** The reader's own drafts in it: 'principle:part' → what was kept. */
  drafts: Record<string, DraftFields>;
  /** It waits in the reader's list that the plan was begun. */
  waits: boolean;
}

export const planHref = ({ id }: { id: string }, below = ''): string =>
  `/induction/${id}${below && `/${below}`}`;

export const planTitle = ({ person }: Pick<Plan, 'person'>): string =>
  t('Induction of {name}', { name: person });

export function partTitle(part: Part): string {
  switch (part) {
    case 'school':
      return t('What the school does');
    case 'mentor':
      return t('What the mentor does');
    case 'teacher':
      return t('What the teacher does');
  }
}

/** What induction is beside mentoring, and what does not belong in a plan. */
export const notMentoring = (): string =>
  t(
    'Induction is the whole system of support for somebody new: resources, guidance, time, colleagues, learning. Mentoring is one part of it. What is said in mentoring does not belong in an induction plan.',
  );

export const lineOf = ({ lines }: Plan, principle: string, part: Part): Line | undefined =>
  lines.find((line) => line.principle === principle && line.part === part);

export const evidenceOf = ({ evidence }: Plan, principle: string): Evidence[] =>
  evidence.filter((each) => each.principle === principle && each.endedAt === null);

/** Who can see a plan, by name. */
export function planAudience(item: Item, plan: Plan, { personId }: Who, change?: string): AudienceNote {
  const named = item.audience.map(({ principal, name }) =>
    principal.endsWith(personId) ? t('you') : (name ?? t('one other person')),
  );
  const words = formatList([
    plan.personId === personId ? t('you') : plan.person,
    ...new Set(named),
    t('those who lead induction'),
  ]);
  return {
    icon: 'people',
    words: words.charAt(0).toLocaleUpperCase() + words.slice(1),
    why: t(
      'The teacher sees everything in it. Those who lead induction are the head, senior leaders, the CPD leader and the mentor co-ordinator. It serves induction and is not opened for appraisal. Each time somebody else opens it, the teacher can see that they did.',
    ),
    ...(change ? { change } : {}),
  };
}
