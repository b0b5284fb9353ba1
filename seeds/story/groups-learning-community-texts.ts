import type { Asked, GroupMeetingText } from './group-forms.ts';

/** What the teachers of Reception to Year 2 wrote in their first four meetings: how young pupils know what is good. */

export const question =
  'How can pupils of four to seven know what they are learning, and tell that it is good?';

export const askedIn: readonly Asked[] = [
  {
    key: 'dilys',
    part: 'facilitator',
    words: 'Nobody else could keep the five of us to seventy-five minutes. Bring the egg timer.',
    replaces: 'The Reception half of the phase meeting.',
  },
  { key: 'elif', words: 'Yours read pictures before they read words. We could all learn from that.' },
  { key: 'oliver', words: 'You said in June that you say the objective and they hear the noise of it.' },
  { key: 'mei', words: 'You and Oliver try things on the same day anyway. This would make it count.' },
  { key: 'kezia', words: 'No expert needed. You see them newest of us all.' },
];

export const meetings: readonly GroupMeetingText[] = [
  {
    step: 'First meeting',
    written: {
      evidence: [
        'bronwen',
        'Five objectives from our boards. Read aloud, three of them mean nothing to a pupil of five.',
      ],
      'something-new': [
        'dilys',
        'What a learning intention is for, and that it need not be written on anything.',
      ],
    },
    promises: {
      bronwen: ['Say it as a question and ask it again at the end', '2A, writing'],
      oliver: ['Three objects on the table instead of a sentence on the board', '1A'],
      elif: ['A picture for each step', 'Four pupils new to English'],
      mei: ['Ask one pupil to tell a late-comer what we are doing', '1B'],
      kezia: ['Listen for a week and change nothing', 'RB'],
    },
    came: {},
  },
  {
    step: 'Learning intentions and success criteria, 1 of 3',
    written: {
      evidence: [
        'elif',
        'Photographs of the four picture cards after a fortnight. The third is worn through, the fourth has never been touched.',
      ],
      'something-new': [
        'dilys',
        'Two pieces of work side by side: which one does it, and where do you see that?',
      ],
      adjust: [
        'mei',
        'We drop the sentence on the board in Reception and Year 1. Year 2 keeps it, said as a question.',
      ],
    },
    promises: {
      bronwen: ['Two sentences side by side, and they find what makes one better', '2A'],
      oliver: ['Two drawings of a plant, the same', '1A, science'],
      elif: ['The fourth card again, made by a pupil', '2B'],
      kezia: ['Two towers: which one is a good tower, and why?', 'RB, the block corner'],
    },
    came: {
      bronwen: [
        'tried',
        'Asked again at the end it was a different question. Several answered what they had done, not what they had learnt.',
      ],
      oliver: ['tried', 'They talked about the objects. One took the acorn home.'],
      elif: ['tried', 'Three of the four begin by themselves now. The fourth waits for me, as before.'],
      mei: [
        'tried',
        'The boy who came late was told: “It’s about being fair with the cubes.” Better than mine.',
      ],
      kezia: ['partly', 'I listened for two days and then I could not help myself.'],
    },
  },
  {
    step: 'Learning intentions and success criteria, 2 of 3',
    written: {
      evidence: [
        'kezia',
        'What eleven pupils in RB said about the two towers, as I could write it. “It’s good because it’s mine” four times. “The big ones are under” three times.',
      ],
      'something-new': ['dilys', 'Pupils make the list themselves, out of two pieces they have looked at.'],
      adjust: ['bronwen', 'Two pieces, never three. With three they choose the prettiest.'],
    },
    promises: {
      bronwen: ['The list of what makes a good sentence, in their words, and use it for a fortnight', '2A'],
      oliver: ['A list of three, drawn', '1A'],
      mei: ['Swap one list with 1A and see if it makes sense', '1B'],
    },
    came: {
      bronwen: [
        'tried',
        'They found the full stop at once. It took ten minutes to find that one sentence says something.',
      ],
      oliver: ['not-yet', 'The plant died before we drew it. Next week, with a new one.'],
      elif: ['tried', 'A pupil who came in January drew it. It is the one they look at.'],
      kezia: ['tried', 'I have never heard them talk so long about blocks.'],
    },
  },
  {
    step: 'Learning intentions and success criteria, 3 of 3',
    written: {
      evidence: [
        'mei',
        'The list of 1A, used in 1B. Ours could read “roots go down” and acted it out. “Neat” they could not act, so we took it off.',
      ],
      'something-new': ['dilys', 'Nothing new today. We looked again at what we have kept.'],
      adjust: [
        'elif',
        'Kept: two pieces side by side, lists in their own words. Dropped: anything that only an adult can read.',
      ],
    },
    promises: {
      bronwen: ['Partners use the list on each other’s sentence before I see it', '2A'],
      oliver: ['Ask “how do you know it is done?” every day, and write down five answers', '1A'],
      elif: ['The same question, with pictures to point at', '2B, five pupils'],
      kezia: ['Show the class a tower of mine that is not good', 'RB'],
    },
    came: {
      bronwen: ['tried', 'They use the list on me. I had left out a capital letter on the board.'],
      oliver: ['tried', 'Three drawings: roots, stem, leaves. A girl added a worm, and she was right to.'],
      mei: ['partly', 'The swap was good. I forgot to write down what they said.'],
    },
  },
];
