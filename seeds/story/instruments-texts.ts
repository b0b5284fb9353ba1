import type { Fields } from '../browser.ts';

/** Bronwen watches Yusuf try one thing, and presses each time. */

export const oneThing = {
  when: {
    starts_at: '10:00',
    minutes: 30,
    place: '3B',
    pupils: '3B, mathematics',
    focus: 'Each time somebody has answered: do I ask another child what was meant before I speak?',
  },
  predicted: {
    expect: 'The first time they will look at me. By the third somebody will begin with “she means”.',
    unsure: 'What I do when nobody wants to.',
  },
  /** Minutes since the lesson began, and what she pressed. */
  pressed: [
    [4, 'tried'],
    [9, 'chance'],
    [13, 'tried'],
    [17, 'changed'],
    [18, 'tried'],
    [26, 'tried'],
  ] as readonly (readonly [minute: number, event: string])[],
  then: 'At the second time two spoke at once and sorted it out between them. “She means the pieces have to be fair.” At the fourth a hand went up before he had asked.',
  who: 'A boy at the back who shook his head at the answer and said nothing. He drew a line in his book and covered it.',
  noticed: {
    happened: 'They turned to whoever had spoken. Twice I did not need to ask.',
    different: 'I had expected them to look at me. They did that once.',
  },
  feedback: {
    pupils: 'Seven different children said what another had meant. Two of them had not spoken before.',
    responded:
      'To your stepping aside more than to the question. The one who did not respond to it drew a line in his book and kept it covered.',
    keep: 'The window. When you stand there they look at one another.',
    try: 'Ask the boy at the back what he had drawn, on a day when he does not cover it.',
  },
  plan: {
    goal: 'After a first answer in mathematics one child more says what was meant, before I say anything.',
    practice: 'Every mathematics lesson, second question. On Mondays with the strips.',
    evidence: 'Who said it: a tick beside the name, so that I see who never does.',
  },
  practise: {
    words: 'After an answer I step aside and ask another child what was meant',
    technique: 'three-kinds-of-listening',
    where_used: 'Mathematics, 3B',
    model: 'I do not nod. I walk to the window and look at the bars. Somebody begins with “she means”.',
    replaces: 'Saying “exactly” and going on',
  } as Fields,
};

/** Gethin is to look at three pupils of Amina's, and does not see what she expects of them. */
export const expectedAndSeen = {
  when: {
    starts_at: '09:30',
    minutes: 30,
    place: '4A',
    pupils: 'Three at the round table',
    focus: 'What these three do when I stop in the text.',
  },
  predicted: {
    expect: 'Each of the three does something else when I stop reading; it stands beside each of them.',
    unsure: 'The tall one. I may be describing the child he was in September.',
  },
  pupils: [
    ['The girl by the radiator', 'Reads to the end at once, then waits to be asked.'],
    ['The boy who draws', 'Stops at the picture and asks his neighbour what it is for.'],
    ['The tall one at the round table', 'Goes back a page when the keeper says goodbye.'],
  ] as const,
};
