/** The main pages, as the people of the seeded school (seeds/cast.ts) who use them. */
export interface BenchPage {
  /** For the table and for --only. */
  name: string;
  path: string;
  /** The first address of this beginning that `path` links to is measured instead: it holds an id that nobody knows before. */
  linkTo?: string;
  /** The person's name; null for nobody. */
  as: string | null;
}

const teacher = 'Amina Farah';
const cpdLeader = 'Priya Sharma';
const programme = '/programmes/reading-together';

export const pages: readonly BenchPage[] = [
  { name: 'sign-in', path: '/sign-in', as: null },
  { name: 'today', path: '/today', as: teacher },
  { name: 'my-learning', path: '/my-learning', as: teacher },
  { name: 'calendar', path: '/me/calendar', as: teacher },
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
];
