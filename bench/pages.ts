/** The main pages, as the people of the seeded school (seeds/cast.ts) who use them. */
export interface BenchPage {
  /** For the table and for --only. */
  name: string;
  path: string;
  /** The person's name; null for nobody. */
  as: string | null;
}

const teacher = 'Amina Farah';
const cpdLeader = 'Priya Sharma';

export const pages: readonly BenchPage[] = [
  { name: 'sign-in', path: '/sign-in', as: null },
  { name: 'today', path: '/today', as: teacher },
  { name: 'my-learning', path: '/my-learning', as: teacher },
  { name: 'evidence', path: '/evidence', as: teacher },
  { name: 'programmes', path: '/programmes', as: cpdLeader },
  { name: 'people', path: '/people', as: cpdLeader },
  { name: 'needs', path: '/school/needs', as: cpdLeader },
  { name: 'who-saw-what', path: '/me/seen', as: teacher },
];
