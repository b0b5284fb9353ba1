/** An observation that two people arranged between themselves, in the order in which it happened. */
export interface ObservationText {
  slug: string;
  begins: number;
  observed: string;
  observer: string;
  /** Whether it takes place in their partnership; otherwise a specialist comes in the programme. */
  peer: boolean;
  /** The teaching week, counted from the programme's first, and the day of it: 0 is Monday. */
  when: readonly [week: number, day: number, time: string];
  place: string;
  pupils: string;
  focus: string;
  /** How far it has come. Left out: the other has not answered yet. */
  stands: 'proposed' | 'agreed' | 'feedback-owed' | 'written';
  predicted?: readonly [expect: string, unsure: string];
  noticed?: readonly [happened: string, different: string];
  /** A partner's notes: what was asked for, moves, pupils, my plan, a question. A specialist's: pupils, what they responded to, keep, try. */
  seen?: readonly string[];
  plan?: readonly [goal: string, practice: string, evidence: string];
}

const talk = { slug: 'talk-that-teaches', peer: true } as const;
const reading = { slug: 'reading-together', peer: true } as const;
const visit = { slug: 'reading-together', peer: false, observer: 'specialist' } as const;

export const observationTexts = (begins: { talk: number; reading: number }): readonly ObservationText[] => [
  {
    ...talk, begins: begins.talk, observed: 'jakub', observer: 'harriet', when: [8, 2, '10:15'], place: '6A', stands: 'written',
    pupils: 'Four pupils who seldom speak', focus: 'What happens in the three seconds.',
    predicted: ['Two of the four will put up a hand if I wait.', 'Whether I shall wait.'],
    noticed: ['Three of the four spoke. One spoke to the table and nobody heard.', 'I had expected the silence to be empty. They whispered in it.'],
    seen: ['What pupils do in the silence after a question.', 'He asked, looked at the clock on the wall, and did not move.', 'They turned to a neighbour and tried the answer out in a whisper. Then hands went up, also two new ones.', 'In science on Thursday: ask, wait, and let them whisper on purpose.', 'Would they whisper if you told them to?'],
    plan: ['Those who whisper say it aloud by half-term.', 'The first question after break, each day.', 'A tick beside the name of each who spoke and had not before.'],
  },
  {
    ...talk, begins: begins.talk, observed: 'yusuf', observer: 'mentors', when: [15, 3, '14:00'], place: '3B', stands: 'written',
    pupils: '3B in the circle', focus: 'Who answers whom.',
    predicted: ['They will use both sentences. The boys will answer the boys.', 'How to end it.'],
    noticed: ['Boys answered boys until one girl said “you never look over here”.', 'I had planned how to begin and let them end it. They ended it well.'],
    seen: ['Who answers whom, and when Yusuf speaks.', 'He repeated nobody. He looked at the one who had spoken least.', 'After the girl’s sentence six answers crossed the circle in a row.', 'Look at the one who has spoken least, in 3A on Thursday.', 'What did you think when she said it?'],
    plan: ['Answers go across the circle without my looking.', 'Thursdays, with places mixed by drawing cards.', 'The map, once a month.'],
  },
  {
    slug: 'talk-that-teaches', begins: begins.talk, observed: 'sofia', observer: 'specialist', peer: false, when: [6, 2, '09:30'], place: '5B', stands: 'written',
    pupils: 'Four pupils new to English', focus: 'Whether the openings help or are read aloud.',
    predicted: ['They will read the card and go on.', 'What I do when they only read the card.'],
    noticed: ['Three went on after the card. One read it twice and looked at me.', 'She did not need me. Her neighbour said “because?” and she went on.'],
    seen: ['Three of the four went on after “I think”. One looked at the teacher, then at her neighbour, and went on after “because?”.', 'To the neighbour more than to the card. The two boys read the card and then left it face down.', 'Openings said together first, before anybody is asked.', 'Ask neighbours to be the card.'],
    plan: ['They begin with one another’s words.', 'Partner talk in reading, every day this month.', 'I write down one sentence of each of the four on Fridays.'],
  },
  {
    ...reading, begins: begins.reading, observed: 'amina', observer: 'gethin', when: [9, 2, '09:30'], place: '4A', stands: 'written',
    pupils: 'Six pupils at the round table', focus: 'What they do when I stop.',
    predicted: ['Two will say something when I stop at the lighthouse. The others wait for me to go on.', 'The easier text: whether it is too easy to stop in.'],
    noticed: ['All six said something at the first stop. At the second they began before I had stopped.', 'I had expected two. The easier text was the difference, I think.'],
    seen: ['What pupils do at the places where Amina stops.', 'She stopped, looked at the page and not at them.', 'They looked at the page too. One put a finger on the line and read it again, quietly.', 'Look at the page and not at them, Monday, first page.', 'How do you choose the places?'],
    plan: ['They stop by themselves at one place in each text.', 'Mondays and Wednesdays, round table, until half-term.', 'I count who stops me.'],
  },
  {
    ...reading, begins: begins.reading, observed: 'gethin', observer: 'amina', when: [15, 3, '09:30'], place: '4B', stands: 'written',
    pupils: 'Six pupils with the prompt cards', focus: 'The silence before they begin.',
    predicted: ['Somebody will say the card aloud within ten seconds.', 'What I do if nobody does.'],
    noticed: ['Fifty seconds. Then three at once.', 'I had expected to be uncomfortable. I was, and they were not.'],
    seen: ['What pupils do in the silence.', 'He wrote, and did not look up once.', 'They read the card, one after the other, to themselves. The smallest pushed it to the middle.', 'Friday: I shall write too instead of watching them.', 'What did you write?'],
    plan: ['Each of the six begins once by the end of the cycle.', 'Fridays, five minutes, with a list of who began.', 'The list.'],
  },
  {
    ...visit, begins: begins.reading, observed: 'amina', when: [6, 4, '10:00'], place: '4A', stands: 'written',
    pupils: 'Six pupils who read fluently and understand little', focus: 'Whose questions we talk about.',
    predicted: ['We talk about mine.', 'Whether they notice.'],
    noticed: ['Four of seven questions were theirs.', 'They kept to their own and left mine lying.'],
    seen: ['They asked seven questions of the text; four came from the two pupils who had been described as weakest. One went back a page without being told.', 'To a question that nobody answered. When an answer came quickly, three of them stopped looking at the page.', 'Writing the questions down and answering none on the first day.', 'Choose one question with them that stays open for a week, and put it on the wall.'],
    plan: ['One open question a week, which they bring up themselves.', 'Monday to Friday, on the wall beside the door.', 'Who mentions it without my asking.'],
  },
  {
    ...visit, begins: begins.reading, observed: 'gethin', when: [15, 4, '11:00'], place: '4B', stands: 'feedback-owed',
    pupils: 'Six pupils in 4B', focus: 'The handing over of the cards.',
    predicted: ['They will ask me first and then each other.', 'How long I can keep quiet.'],
    noticed: ['They asked me once. I pointed to the card.', 'It went quicker than I thought, perhaps too quickly.'],
  },
  {
    ...visit, begins: begins.reading, observed: 'mentors', when: [18, 2, '09:30'], place: '3A', stands: 'agreed',
    pupils: '3A with their strips', focus: 'Which of the strips are talked about, and by whom.',
    predicted: ['The jokes first. Then, if I wait, the fourth heap.', 'Whether the quiet ones choose at all.'],
  },
  {
    ...reading, begins: begins.reading, observed: 'sofia', observer: 'yusuf', when: [19, 3, '13:30'], place: 'the library', stands: 'proposed',
    pupils: 'The Thursday group', focus: 'Where the six put their stopping places.',
  },
];
