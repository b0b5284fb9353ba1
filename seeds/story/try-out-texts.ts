/** Something a teacher tried, in the order of the form. */
export interface TryOutText {
  by: string;
  /** The teaching week, counted from the programme's first, and the day of it: 0 is Monday. */
  when: readonly [week: number, day: number];
  pupils: string;
  tried: string;
  why: string;
  responded: string;
  surprise?: string;
  next?: string;
  technique?: string;
  minutes?: number;
  /** Nobody when it is left out. */
  sharedWith?: readonly ('partners' | 'specialist' | 'group')[];
  /** Has a photograph of the work with it. */
  photo?: true;
  /** What readers said beside it. */
  comments?: readonly (readonly [key: string, words: string])[];
}

export const talkTryOuts: readonly TryOutText[] = [
  { by: 'jakub', when: [3, 1], pupils: '6A in history', technique: 'Three seconds', tried: 'Counted to three in silence after each question about the Blitz.', why: 'The same five hands go up before I have finished.', responded: 'Two new hands on the second day. One boy said four sentences.', surprise: 'The five were restless, not the others.', next: 'Tell the class why I wait.', minutes: 15, sharedWith: ['partners'], comments: [['harriet', 'Do you count with your fingers? I lose count and say something.'], ['jakub', 'In my pocket.']] },
  { by: 'harriet', when: [3, 3], pupils: '6B in science', tried: 'Did not repeat any answer.', why: 'They listen to me instead of to each other.', responded: '“I could not hear” in the first lesson, from eleven pupils. In the third they turned round to the speaker.', next: 'Ask the speaker to stand if they like.', minutes: 40, sharedWith: ['partners', 'group'], comments: [['yusuf', 'Mine whisper. Did yours speak up by themselves?'], ['harriet', 'Only when somebody at the back asked them to. I did not.']] },
  { by: 'sofia', when: [3, 2], pupils: 'Four pupils in 5B who are new to English', technique: 'Sentence openings', tried: 'Three openings on the table: I think, because, it could also be.', why: 'They know the answer and not how to begin.', responded: 'Three of the four used one. The fourth read it aloud and stopped.', next: 'Say them together first.', minutes: 20, sharedWith: ['partners'], photo: true, comments: [['elif', 'Mine point to the card first. I let them.']] },
  { by: 'elif', when: [3, 4], pupils: 'Three pupils in 2B', technique: 'Sentence openings', tried: 'The same openings as pictures.', why: 'Two of mine do not read yet.', responded: 'They put the picture on the table and spoke to it.', minutes: 10, sharedWith: ['partners'], photo: true },
  { by: 'mentors', when: [5, 3], pupils: '3A in a circle', technique: 'Map of talk', tried: 'Drew a line from each speaker to the next.', why: 'I wanted to see who answers whom.', responded: 'Twenty-three lines, nineteen of them to me.', surprise: 'I had thought that I was hardly in it.', next: 'Sit outside the circle.', minutes: 20, sharedWith: ['partners', 'specialist'], photo: true, comments: [['specialist', 'Keep this map. Draw the next one when you sit outside and lay them side by side, for the pupils too.']] },
  { by: 'yusuf', when: [5, 4], pupils: '3B in a circle', tried: 'A discussion with counters, three for each pupil.', why: 'One boy answers everybody.', responded: 'He had spent his by the third minute, then he listened, and then he asked for one of mine.', next: 'Two counters.', minutes: 15, sharedWith: ['partners'], comments: [['mentors', 'What did you say when he asked?'], ['yusuf', 'That I had spent mine too.']] },
  { by: 'jakub', when: [6, 2], pupils: 'Four quiet pupils in 6A', tried: 'Gave the four the question the day before.', why: 'They say they need longer than a lesson.', responded: 'Three of them spoke. One brought a page of notes and read from it.', surprise: 'Her mother had helped, and had not agreed with her.', minutes: 15 },
  { by: 'harriet', when: [7, 1], pupils: '6B in science', technique: 'Pupils choose who answers', tried: 'Whoever spoke chooses the next speaker.', why: 'So that I am not the switchboard.', responded: 'Friends first, then, on the Thursday, somebody who had not spoken.', next: 'Ask them to choose a voice we have not heard.', minutes: 25, sharedWith: ['partners'], comments: [['jakub', 'Came in while you did this and nobody looked at me. I stayed ten minutes.']] },
  { by: 'sofia', when: [8, 3], pupils: '5B', technique: 'Say what your partner said', tried: 'Before the whole class each says what the partner said, not their own.', why: 'Partner talk had become two monologues.', responded: 'A great deal of asking again. It took twice as long.', next: 'Only for one question a lesson.', minutes: 30, sharedWith: ['partners', 'specialist'], comments: [['specialist', 'Twice as long for one question is a good price. Which question did you choose it for?']] },
  { by: 'elif', when: [8, 2], pupils: 'One pupil in 2B', tried: 'Let her answer in Turkish, and said it again in English.', why: 'She has not spoken for three months.', responded: 'One sentence, very fast. The whole class clapped, which I had not planned and she did not like.', surprise: 'On Friday she said “because” in English to her neighbour.', next: 'Tell the class to answer her instead.', minutes: 5 },
  { by: 'mentors', when: [9, 3], pupils: '3A in a circle', technique: 'Map of talk', tried: 'Sat outside and drew the second map.', why: 'To see whether the star goes when I am not in the middle.', responded: 'Eleven lines from pupil to pupil. Four pupils said nothing, as before.', minutes: 20, sharedWith: ['partners', 'group'], photo: true, comments: [['yusuf', 'May I show the two maps to 3B?']] },
  { by: 'yusuf', when: [9, 4], pupils: '3B', tried: 'Two sentences on the board: I agree because, I see it differently because.', why: 'They say yes or no to each other and stop.', responded: '“Differently” eleven times in twenty minutes, sometimes only to say the word.', minutes: 20, sharedWith: ['partners'] },
  { by: 'jakub', when: [13, 1], pupils: '6A', technique: 'What do you make of that?', tried: 'Asked a second pupil what they make of the first answer.', why: 'Answers got longer and stand side by side like cars.', responded: '“I do not know what she said.” Four times. Then they began to listen, to be safe.', next: 'Do it at the same point every day.', minutes: 15, sharedWith: ['partners', 'group'], comments: [['mentors', 'Side by side like cars: yes. Ours too.']] },
  { by: 'harriet', when: [14, 2], pupils: 'Half of 6B', technique: 'Circle without me', tried: 'Left the circle and wrote.', why: 'To see whether it goes on.', responded: 'A minute of looking at me, then four minutes of talk that I had not heard from them before.', surprise: 'They made a rule: agreeing does not count without because.', minutes: 10, sharedWith: ['partners', 'specialist', 'group'], comments: [['specialist', 'Ask two of them to explain the rule in another class. It will mean more from them.'], ['jakub', 'Send them to 6A, please.']] },
  { by: 'sofia', when: [16, 3], pupils: 'Four pupils in 5B', tried: 'Took the cards away.', why: 'To see what stays.', responded: 'Two began with “it could also be” without noticing. Two asked for the cards.', next: 'Leave the cards in the tray for whoever wants one.', minutes: 20, sharedWith: ['partners'] },
  { by: 'jakub', when: [17, 4], pupils: '6A', tried: 'Two pupils from 6B explained their rule to my class.', why: 'From me it would be one more rule.', responded: 'My class asked them nine questions and kept the rule for the whole week.', minutes: 15, sharedWith: ['partners'], comments: [['harriet', 'They came back taller.']] },
];

export const numberTryOuts: readonly TryOutText[] = [
  { by: 'oliver', when: [3, 2], pupils: 'Four pupils in 1A', technique: 'Two seconds', tried: 'Eight ten-frame cards, two seconds each.', why: 'They count everything from one.', responded: 'Four was seen at once. Seven was counted in the air after the card was gone.', next: 'Cards with the five always full.', minutes: 10, photo: true },
  { by: 'mei', when: [3, 3], pupils: 'Four pupils in 1B', technique: 'What is missing to ten?', tried: 'Asked for what is missing instead of how many.', why: 'Nobody can count what is not there.', responded: 'Two looked at the empty boxes and knew. Two turned the card over.', surprise: 'One said “three holes”. It is our word now.', minutes: 10, sharedWith: ['specialist'], comments: [['maths', 'Holes is a fine word. When does it stop being useful, I wonder? Keep listening for that.']] },
  { by: 'kezia', when: [4, 1], pupils: 'RB on the carpet', tried: 'Seven fingers all at once.', why: 'They put up one after another.', responded: 'Nine children put up a whole hand first. One put up four and three.', next: 'Show that one to the others.', minutes: 5, sharedWith: ['group'] },
];
