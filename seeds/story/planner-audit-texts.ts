import type { Fields } from '../browser.ts';

/** What is said of a line: specialist input, peer support, the five criteria, what to keep and to change. */
const line = (
  specialist: string,
  peer: string,
  [tailor, support, sustain, ownership, pupils]: readonly [string, string, string, string, string],
  keep: string,
  change: string,
): Fields => ({
  specialist,
  peer,
  criterion_tailor: tailor,
  criterion_support: support,
  criterion_sustain: sustain,
  criterion_ownership: ownership,
  criterion_pupils: pupils,
  keep,
  change,
});

export const talkLine = line(
  'Dr Haddad, six days over two terms: to teach us, then to watch us.',
  'Partners from the second week. They watched each other four times.',
  [
    'Each wrote down where they began. The first day was planned from that.',
    'Somebody was there every second week: Dr Haddad or the partner.',
    'Two pairs still meet. The films stay in the school.',
    'The pupils were the teachers’ own choice. The dates were ours.',
    'A talk diary, every week. It is what we talked about.',
  ],
  'Partners choose each other. Pupils by code name.',
  'Nothing in assessment weeks. Ask the assistants in.',
);

export const readingLine = line(
  'Dr Haddad again: two seminars, visits, questions answered within a week.',
  'Pairs and one three. In the second cycle the teachers lead the meetings.',
  [
    'Starting points were talked through with each of us, with two pupils in mind.',
    'Yes, and more of it comes from partners now than in spring.',
    'Each meeting is led by somebody else. Who takes it over next year is open.',
    'The second cycle is about what they chose.',
    'Try-outs say what pupils did. Not all of them do.',
  ],
  'Teachers lead the second half.',
  '',
);

export const numbersLine = line(
  'Joanne Whitlock, three afternoons, and she answers questions in between.',
  'Partners within a year group; we watch from the second month.',
  [
    'By what they expected their pupils to do with a number line.',
    '',
    'Not thought about yet.',
    'They choose the pupils.',
    'Yes: what pupils do with their fingers stands on every sheet.',
  ],
  '',
  '',
);

export const marking = {
  kind: 'policy',
  title: 'Marking that is read',
  ...line(
    'None so far. Nobody came to show us anything.',
    'We compared books in two phase meetings, in autumn and in spring.',
    [
      '',
      'Two meetings are not support.',
      'The policy stays. Whether the practice does we do not know.',
      'Decided by three of us.',
      'In spring: we asked twelve pupils what they do with a comment.',
    ],
    'The twelve pupils.',
    'Somebody who has done it elsewhere, once, before the summer.',
  ),
} as const;

/** The same line a year later. */
export const markingAgain = line(
  'A visit to a school in the trust next door, four of us.',
  'The group “Marking that gets read”: every third week over what three pupils did.',
  [
    'Each begins with their own routine.',
    'A meeting every three weeks, and a text in between.',
    '',
    'The group has its own protocol now.',
    'Three pupils each, before and after.',
  ],
  'The group.',
  'Ask the group before the policy is written again.',
);
