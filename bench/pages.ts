import { idFrom } from '#platform/db/ids.ts';
import { secondaryHead, tutorName } from './seed-secondary.ts';
import { measuredCourse } from './seed-teaching.ts';

/** The main pages, as the people of the seeded school (seeds/cast.ts) who use them. */
export interface BenchPage {
  /** For the table and for --only. */
  name: string;
  path: string;
  /** The first address of this beginning that `path` links to is measured instead: it holds an id that nobody knows before. */
  linkTo?: string;
  /** The person's name; null for nobody. */
  as: string | null;
  /** Its script says when all of it can be used: that is measured in a real browser too. */
  opens?: true;
}

const teacher = 'Amina Farah';
const cpdLeader = 'Priya Sharma';
const programme = '/programmes/reading-together';

/** Somebody of the school in thirty groups of eighteen meetings; by their key in the cast too (bench/seed-groups.ts). */
export const manyGroups = { key: 'yusuf', name: 'Yusuf Rahman' };
/** An hour's recording of theirs with ten thousand notes (bench/seed-recording.ts). */
export const tenThousandNotes = { id: idFrom('an hour with ten thousand notes') };
/** A group of five that studies lessons, and one of those in it. */
export const groupOfFive = { slug: 'how-we-ask-questions', of: 'Gethin Parry' };
/** Who leads professional learning in an organisation with five thousand groups. */
export const largeLeader = { givenName: 'Nerys', familyName: 'Vaughan', name: 'Nerys Vaughan' };
/** Who coaches forty people there; the leader looks after its five hundred pairings. */
export const largeCoach = { givenName: 'Idris', familyName: 'Penhallow', name: 'Idris Penhallow' };

export const pages: readonly BenchPage[] = [
  { name: 'sign-in', path: '/sign-in', as: null },
  { name: 'today', path: '/today', as: teacher },
  { name: 'staff room', path: '/today', as: secondaryHead.name },
  { name: 'my-learning', path: '/my-learning', as: teacher },
  { name: 'calendar', path: '/me/calendar', as: teacher },
  { name: 'registers', path: '/registers', as: teacher },
  { name: 'register', path: '/registers', linkTo: '/registers/', as: teacher },
  { name: 'resource search (50,000)', path: '/resources?words=fotosynthesis', as: secondaryHead.name },
  { name: 'curriculum map', path: '/plans/map', as: secondaryHead.name },
  { name: 'course', path: `/courses/${measuredCourse.id}`, as: tutorName(0) },
  { name: 'programmes', path: '/programmes', as: cpdLeader },
  { name: 'programme', path: programme, as: teacher },
  { name: 'design', path: `${programme}/design`, as: cpdLeader },
  { name: 'design-check', path: `${programme}/check`, as: cpdLeader },
  { name: 'agreement', path: '/my-learning', linkTo: '/agreements/', as: teacher },
  { name: 'evaluation', path: `${programme}/evaluation`, as: cpdLeader },
  { name: 'needs', path: '/school/needs', as: cpdLeader },
  { name: 'people', path: '/people', as: cpdLeader },
  { name: 'evidence', path: '/evidence', as: teacher },
  { name: 'checklists', path: '/evidence/checklists', as: teacher },
  { name: 'who-saw-what', path: '/me/seen', as: teacher },
  { name: 'group', path: `/groups/${groupOfFive.slug}`, as: groupOfFive.of },
  { name: 'my groups (30)', path: '/groups?show=mine', as: manyGroups.name },
  { name: 'today (30 groups)', path: '/today', as: manyGroups.name },
  { name: 'my-learning (30 groups)', path: '/my-learning', as: manyGroups.name },
  { name: 'calendar (30 groups)', path: '/me/calendar', as: manyGroups.name },
  { name: 'groups of an organisation (5,000)', path: '/groups?show=running', as: largeLeader.name },
  { name: 'groups of an organisation, page 80', path: '/groups?show=running&page=80', as: largeLeader.name },
  {
    name: 'groups of an organisation, with words',
    path: '/groups?show=running&words=reading',
    as: largeLeader.name,
  },
  { name: 'coach’s week (40)', path: '/coaching/week', as: largeCoach.name },
  { name: 'my coaching (40)', path: '/coaching', as: largeCoach.name },
  { name: 'co-ordinator (500)', path: '/school/coaching', as: largeLeader.name },
  { name: 'co-ordinator (500), who waits', path: '/school/coaching?waits=overdue', as: largeLeader.name },
  {
    name: 'recording (10,000 notes)',
    path: `/recordings/${tenThousandNotes.id}`,
    as: manyGroups.name,
    opens: true,
  },
  {
    name: 'notes of a recording (10,000)',
    path: `/recordings/${tenThousandNotes.id}/notes.json`,
    as: manyGroups.name,
  },
];
