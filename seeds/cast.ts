/** The staff of Sandhaven Primary who have a part in its story. Everybody is invented. */
export interface CastMember {
  key: string;
  name: string;
  jobTitle: string;
  roles: readonly string[];
  /** The class they teach, such as '5A'. */
  teaches?: string;
}

export const cast: readonly CastMember[] = [
  { key: 'head', name: 'Ruth Okafor', jobTitle: 'Head teacher', roles: ['head'] },
  {
    key: 'deputy',
    name: 'Daniel Bevan',
    jobTitle: 'Deputy head',
    roles: ['senior-leader', 'safeguarding-lead', 'cover-manager'],
  },
  {
    key: 'cpd',
    name: 'Priya Sharma',
    jobTitle: 'Assistant head',
    roles: ['cpd-leader', 'senior-leader'],
    teaches: '5A',
  },
  {
    key: 'mentors',
    name: 'Helen Griffiths',
    jobTitle: 'Class teacher',
    roles: ['mentor-co-ordinator'],
    teaches: '3A',
  },
  { key: 'senco', name: 'Sian Llewellyn', jobTitle: 'SENCO', roles: ['senco'] },
  {
    key: 'office',
    name: 'Tom Ellis',
    jobTitle: 'School business manager',
    roles: ['administrator', 'data-manager', 'attendance-officer'],
  },
  { key: 'amina', name: 'Amina Farah', jobTitle: 'Class teacher', roles: ['teacher'], teaches: '4A' },
  { key: 'gethin', name: 'Gethin Parry', jobTitle: 'Class teacher', roles: ['teacher'], teaches: '4B' },
  { key: 'sofia', name: 'Sofia Mensah', jobTitle: 'Class teacher', roles: ['teacher'], teaches: '5B' },
  { key: 'jakub', name: 'Jakub Nowak', jobTitle: 'Class teacher', roles: ['teacher'], teaches: '6A' },
  {
    key: 'harriet',
    name: 'Harriet Cole-Baptiste',
    jobTitle: 'Class teacher',
    roles: ['teacher'],
    teaches: '6B',
  },
  {
    key: 'yusuf',
    name: 'Yusuf Rahman',
    jobTitle: 'Class teacher',
    roles: ['teacher', 'early-career-teacher'],
    teaches: '3B',
  },
  { key: 'bronwen', name: 'Bronwen Pugh', jobTitle: 'Class teacher', roles: ['teacher'], teaches: '2A' },
  { key: 'elif', name: 'Elif Yılmaz', jobTitle: 'Class teacher', roles: ['teacher'], teaches: '2B' },
  { key: 'oliver', name: 'Oliver Grant', jobTitle: 'Class teacher', roles: ['teacher'], teaches: '1A' },
  { key: 'mei', name: 'Mei Tran', jobTitle: 'Class teacher', roles: ['teacher'], teaches: '1B' },
  { key: 'dilys', name: 'Dilys Rowlands', jobTitle: 'Class teacher', roles: ['teacher'], teaches: 'RA' },
  {
    key: 'kezia',
    name: 'Kezia Campbell',
    jobTitle: 'Class teacher',
    roles: ['teacher', 'early-career-teacher'],
    teaches: 'RB',
  },
  { key: 'marged', name: 'Marged Lewis', jobTitle: 'Class teacher', roles: ['teacher'] },
  { key: 'music', name: 'Rosa Silva', jobTitle: 'Music teacher', roles: ['teacher'] },
  { key: 'sport', name: 'Callum Ward', jobTitle: 'PE teacher', roles: ['teacher'] },
];

/** Those from outside: guests, who see what they were let into and nothing else. */
export const guests: readonly CastMember[] = [
  {
    key: 'specialist',
    name: 'Dr Leila Haddad',
    jobTitle: 'Reading specialist, University of the Coast',
    roles: ['specialist'],
  },
  {
    key: 'maths',
    name: 'Joanne Whitlock',
    jobTitle: 'Mathematics specialist, Coast Maths Hub',
    roles: ['specialist'],
  },
  {
    key: 'therapist',
    name: 'Catrin Beddoe',
    jobTitle: 'Speech and language therapist, Coast Children’s Health',
    roles: [],
  },
  { key: 'governor', name: 'Alan Whitaker', jobTitle: 'Chair of governors', roles: ['governor'] },
];

/** Other staff, by job and number. */
export const otherStaff: readonly { jobTitle: string; role: string; count: number }[] = [
  { jobTitle: 'Teaching assistant', role: 'teaching-assistant', count: 23 },
  { jobTitle: 'Office staff', role: 'administrator-assistant', count: 4 },
  { jobTitle: 'Midday supervisor', role: 'support', count: 8 },
  { jobTitle: 'Site staff', role: 'support', count: 4 },
];

/** Three of the teaching assistants have a part in the story as well, each by their number in their list. */
export const assistants = { experienced: 2, 'of-reception': 0, 'of-year-2': 4 } as const;

export const classes = [
  'RA',
  'RB',
  '1A',
  '1B',
  '2A',
  '2B',
  '3A',
  '3B',
  '4A',
  '4B',
  '5A',
  '5B',
  '6A',
  '6B',
] as const;
export const yearLabelOf = (className: string): string =>
  className.startsWith('R') ? 'Reception' : `Year ${className[0]}`;
