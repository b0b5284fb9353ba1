/** What was said and promised at a meeting over evidence. */
export interface MeetingText {
  /** The step's title in the template. */
  step: string;
  /** Who wrote it down. */
  by: string;
  evidence: string;
  beliefs: string;
  refine: string;
  /** By person: what they will try, with whom. */
  promises: Readonly<Record<string, readonly [trying: string, pupils: string]>>;
  /** By person: what came of what they promised at the meeting before. */
  came: Readonly<Record<string, readonly [outcome: 'tried' | 'partly' | 'not-yet', report: string]>>;
}

export const talkMeetings: readonly MeetingText[] = [
  {
    step: 'First meeting over evidence',
    by: 'harriet',
    evidence: 'Five recordings of five minutes each. In four of them the teacher speaks more than all pupils together. The longest answer of a pupil has fourteen words.',
    beliefs: 'We thought that we asked open questions. We ask them and then answer them.',
    refine: 'Wait three seconds, counted. Nobody repeats what a pupil said.',
    promises: {
      jakub: ['Count to three in silence after each question', '6A in history'],
      harriet: ['Not repeat any answer for a week', '6B in science'],
      mentors: ['Draw a map of who speaks after whom', '3A on Thursday'],
    },
    came: {},
  },
  {
    step: 'Second meeting over evidence',
    by: 'jakub',
    evidence: 'The longest answers in 6A are now at 21 words, in 6B at 19. Three quiet pupils have spoken twice. In 3A everything still goes through the teacher.',
    beliefs: 'The silence is harder for us than for them.',
    refine: 'Ask a second pupil what they make of the first answer before saying anything ourselves.',
    promises: {
      jakub: ['Ask “what do you make of that?” once in each discussion', 'Four quiet pupils in 6A'],
      harriet: ['Let pupils choose who answers next', '6B in science'],
      elif: ['Answer openings on cards', 'Three pupils new to English in 2B'],
    },
    came: {
      jakub: ['tried', 'The first two days somebody filled the silence. On the third a boy who never speaks did.'],
      harriet: ['partly', 'I managed four days. They listen to each other more when they know that I will not say it again.'],
      mentors: ['tried', 'Every line on the map comes back to me. It is a star, with me in the middle.'],
    },
  },
  {
    step: 'What we have learnt so far',
    by: 'cpd',
    evidence: 'Half-way figures for the twelve pupils, the maps of Year 3, the cards of 2B. Answers are longer. References to what another pupil said are as rare as at the start.',
    beliefs: 'Longer is not the same as together. We have been after the first and hoped for the second.',
    refine: 'In the second cycle we work on building on each other alone, and leave the length be.',
    promises: {
      harriet: ['A discussion in a circle without me in it', '6B, half the class at a time'],
      mentors: ['Teach “I agree because” and “I see it differently because”', '3A and 3B'],
      sofia: ['Partners say what the other said, before the class', '5B'],
    },
    came: {
      harriet: ['tried', 'They chose their friends first. After a week I asked them to choose somebody who had not spoken.'],
      elif: ['tried', 'Two of the three used a card without being asked. One put it in her pocket and took it home.'],
    },
  },
  {
    step: 'Meeting led by teachers',
    by: 'mentors',
    evidence: 'Two new maps from Year 3, one film from 6B. In the film nine of fourteen turns refer to an earlier one; half of them are “I agree with her”.',
    beliefs: 'Agreeing is the first step and an easy one. We want the reason.',
    refine: '“I agree” does not count without “because”. The pupils made this rule themselves in 6B.',
    promises: {
      jakub: ['The rule of 6B, introduced by two pupils from 6B', '6A'],
      mentors: ['Film one circle and watch it with the pupils', '3A'],
    },
    came: {
      harriet: ['tried', 'The first minute was terrible and the last four were the best talk I have heard in that room.'],
      mentors: ['tried', 'They use both sentences. “Differently” is the word they like.'],
      sofia: ['partly', 'It takes long. I keep it for one question a lesson.'],
    },
  },
  {
    step: 'Final seminar',
    by: 'cpd',
    evidence: 'The figures at the end, and what each pair brought: recordings from the first week and from the last, heard one after the other.',
    beliefs: 'What changed first was what we stopped doing.',
    refine: 'We keep the question with a reason, the three seconds and the circle. We let go of the tally; it told us little.',
    promises: {},
    came: {
      jakub: ['tried', 'Told by a pupil, the rule holds. From me it would have been one more rule.'],
      mentors: ['not-yet', 'We filmed it; we have not watched it with them. It is in the plan for after the holiday.'],
    },
  },
];

export const readingMeetings: readonly MeetingText[] = [
  {
    step: 'First meeting over evidence',
    by: 'amina',
    evidence: 'Eighteen pages of questions. Fourteen of the pages ask only what a word means; four ask why somebody does something.',
    beliefs: 'They think that reading is knowing the words. So did we show them.',
    refine: 'Say one thought aloud on each page that is not about a word.',
    promises: {
      amina: ['Stop at three places and say what I picture', 'Six pupils in 4A'],
      gethin: ['Say once in each session that I lost the thread', 'Six pupils in 4B'],
      sofia: ['Long sentences cut into strips and put together again', 'Two pupils in 5B'],
      yusuf: ['Read a page aloud and stop, with Sofia beside me', 'Two pupils in 3B'],
    },
    came: {},
  },
  {
    step: 'Second meeting over evidence',
    by: 'gethin',
    evidence: 'The strips of a month, sorted on the table. Questions of “why” have gone from four to nineteen. Nearly all of them come from eight pupils.',
    beliefs: 'Some had these questions all along and nobody had asked for them. For the others the text may be too hard to wonder about.',
    refine: 'An easier text for one week, for everybody, and see who wonders then.',
    promises: {
      amina: ['The easier text, and count again', 'Six pupils in 4A'],
      gethin: ['Pupils read the prompt cards, I answer', 'Six pupils in 4B'],
      mentors: ['Envelopes of questions in class, not only in the group', '3A'],
    },
    came: {
      amina: ['tried', 'By Friday two of them said what they pictured before I did. It was another picture than mine, which started everything.'],
      gethin: ['tried', 'The first time they thought I was making it up. Now they wait for it.'],
      yusuf: ['partly', 'I stopped where Sofia stops. I need my own places.'],
    },
  },
  {
    step: 'What we have learnt so far',
    by: 'cpd',
    evidence: 'Figures of the start and the middle; the logs of three classes; the recording of the group in 4B.',
    beliefs: 'The pupils who read fastest gain least so far. They do not stop, because stopping feels like failing.',
    refine: 'In the second cycle pupils lead. Whoever leads has to stop.',
    promises: {
      amina: ['A different pupil leads each Friday', 'Six pupils in 4A'],
      gethin: ['Say nothing for five minutes', 'Six pupils in 4B'],
      sofia: ['The six plan a session for Year 3', 'The Thursday group'],
      mentors: ['Read the strips aloud at the end of the day and let the class choose one', '3A'],
    },
    came: {
      amina: ['tried', 'With the easier text all six wondered. Two said that it was a proper book, only shorter.'],
      gethin: ['tried', 'They were stricter with me than I am with them.'],
      mentors: ['tried', 'Eleven strips on the first day, thirty on the fifth. Some are jokes. I keep those too.'],
    },
  },
  {
    step: 'Meeting led by teachers',
    by: 'sofia',
    evidence: 'Four sessions led by pupils, two of them recorded. In 4B the group was silent for a whole minute and then did not stop.',
    beliefs: 'We used to think that they needed us for the order. They need us for the time.',
    refine: 'One strong reader leads a group of weaker ones only with a partner.',
    promises: {
      amina: ['Two lead together, one reads the card and one chooses who answers', 'Six pupils in 4A'],
      gethin: ['Bring the recording of the silent minute to the seminar', 'Six pupils in 4B'],
      yusuf: ['My own three places to stop, chosen before the lesson', '3B'],
    },
    came: {
      amina: ['tried', 'Three Fridays. One girl leads so well that the others stop thinking. I have asked about it.'],
      gethin: ['tried', 'Hardest five minutes of the week. I wrote down nine things I wanted to say; eight of them they said themselves.'],
      sofia: ['partly', 'They planned it. The Year 3 pupils had a trip that day; it is next week now.'],
      mentors: ['not-yet', 'The end of the day is not the time for it. I shall move it to after lunch.'],
    },
  },
];

export const numberMeetings: readonly MeetingText[] = [
  {
    step: 'First meeting over evidence',
    by: 'oliver',
    evidence: 'Sixteen sheets with pupils’ words about the eight cards. Four is seen at once by nearly everybody, six and seven by hardly anybody.',
    beliefs: 'Counting hides that they cannot see. It comes out right, so we never looked.',
    refine: 'Five first. Everything up to ten as five and some more, before any adding.',
    promises: {
      oliver: ['Cards with the five always full', 'Four pupils in 1A'],
      mei: ['Ask “what is missing to ten?” instead of “how many?”', 'Four pupils in 1B'],
      kezia: ['Hands: a whole hand is five without counting', 'RB on the carpet'],
    },
    came: {},
  },
];
