import type { Fields } from '../browser.ts';

/** Three things that Amina practises: one goes by itself, one is under way, one lies and gathers dust. */
export const waiting: Fields = {
  words: 'I wait three seconds after a question, and three after the answer',
  technique: 'wait-time',
  where_used: 'Mathematics, 4A',
  model:
    'I ask once and shut my mouth. Some look at the ceiling, which is thinking. After the first answer somebody else adds to it before I do.',
  replaces: 'Answering my own questions',
};

export const anotherExplains: Fields = {
  words: 'A second pupil explains how the first one got there',
  technique: 'three-kinds-of-listening',
  where_used: 'Mathematics, after the first answer; reading as well by now',
  model:
    'I move to the side. They look at the one whose idea it is. “She means” or “he went”. Whoever was meant may say no.',
  replaces: 'Saying “good” and going on',
};

export const threeWords: Fields = {
  words: 'Three words from the text, on cards, before we read',
  technique: 'words-before-reading',
  where_used: 'Reading, Mondays',
  model: 'They say each word, in a sentence of their own. When it comes in the text they touch the card.',
  replaces: '',
};

const kept = 'A second pupil explains the first one’s way before anybody says whether it is right.';

/** One routine kept, one thing varied from time to time: teaching week, day, and what pupils did. */
export const experiment: readonly { when: readonly [week: number, day: number]; said: Fields }[] = [
  {
    when: [-5, 1],
    said: {
      pupils: '4A, five who copy and four who are quick',
      tried: 'I named the second pupil before the first one had answered.',
      why: 'To see whether they listen when they know that they will be asked.',
      held_constant: kept,
      changed: 'Who explains knows it beforehand.',
      'pupils-responded':
        'Two of the five listened with their pens up. One asked the first pupil to say it again.',
      surprise: 'The quick ones slowed down, because somebody had to be able to repeat it.',
    },
  },
  {
    when: [-4, 1],
    said: {
      pupils: '4A, the same nine',
      tried: 'Nobody was named. Whoever wanted to explained to their neighbour first.',
      why: 'Last time it was tense.',
      held_constant: kept,
      changed: 'They tell a neighbour before one of them tells us.',
      'pupils-responded':
        'Much louder. Four of the five spoke to their neighbour, none of them to the class.',
      next: 'Ask the neighbour what they heard.',
    },
  },
  {
    when: [-2, 1],
    said: {
      pupils: '4A, the same nine',
      tried: 'The neighbour said what they had heard, with a drawing on the board.',
      why: 'To get from the table into the room.',
      held_constant: kept,
      changed: 'Explained with a drawing and not with words alone.',
      'pupils-responded':
        'Three of the five came out and drew. The drawing was wrong twice and the first pupil put it right: “no, like this”.',
    },
  },
];

/** What staff put into the school's library: one with an example, one that nobody has shown yet. */
export const onePen: Fields = {
  title: 'One pen for two',
  plain: 'A pair writes one line together, with one pen, before anybody is asked.',
  steps:
    'Give each pair one pen and one board.\nAsk a question to which there is more than one good answer.\nTwo minutes: one line, both names under it.\nAsk “what did the two of you decide?” and look at the one who did not write.',
  why: 'In our class the quicker one spoke for both. A line that both have to sign makes them agree on something. Seen in 6B and in 5B; we have not compared it with anything.',
  against:
    'Two pairs argue about the pen. With some pairs one writes what the other says, and nothing is gained.',
  not_for: 'Questions with one right answer.',
  phases: 'Primary',
  subjects: 'Reading, mathematics',
};
export const onePenShown: Fields = {
  words:
    'Tuesdays 9:30 in 5B, come in by the back door. Look at the window side: from “one pen” to the line takes them about ninety seconds. What to listen for is “no, put”.',
  link: '',
};

export const endFirst: Fields = {
  title: 'Show the end first',
  plain: 'Pupils see the finished movement once, at full speed, before it is taken apart.',
  steps:
    'Say nothing. Show it once, whole.\nLet them try it whole, badly.\nThen take out the one part that went wrong for most.\nBack to the whole.',
  why: 'They give up when I begin with step one of nine. I have only my own groups to go by.',
  against: '',
  not_for: 'Anything where a bad try hurts.',
  phases: '',
  subjects: 'Physical education, music',
};

/** Who could show what, and who would like to see it. 'one-pen' stands for the school's own. */
export const choices: readonly [key: string, side: 'show' | 'see', technique: string][] = [
  ['jakub', 'show', 'wait-time'],
  ['gethin', 'show', 'modelling-aloud'],
  ['harriet', 'show', 'one-pen'],
  ['elif', 'see', 'wait-time'],
  ['yusuf', 'see', 'modelling-aloud'],
  ['oliver', 'see', 'one-pen'],
];
