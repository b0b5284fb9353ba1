import type { Asked, GroupMeetingText } from './group-forms.ts';

/** What the group around Amina wrote: how Year 4 pupils picture a fraction of something. */

export const question =
  'What do our pupils picture when they read “three quarters of”? Do they see one whole cut up, or two numbers one above the other?';

export const askedIn: readonly Asked[] = [
  {
    key: 'gethin',
    words:
      'You said in the corridor that yours shade three squares of anything. So do mine. Shall we look at one lesson properly?',
    replaces: 'Our Year 4 planning hour in these weeks. We plan the fractions in here instead.',
  },
  {
    key: 'sofia',
    words: 'They come to you in Year 5 with what we left them. I should like to know what that is.',
  },
  {
    key: 'yusuf',
    words: 'You start fractions after Christmas. Come and see with us what Year 3 has to leave behind.',
    replaces: 'One of my two visits to other classes this half-term.',
  },
];

export const goals: GroupMeetingText['written'] = {
  'pupils-now': [
    'amina',
    'We asked all 56 pupils of Year 4 to draw three quarters of a ribbon. 31 drew a square or a circle instead of a ribbon. 14 cut the ribbon into four, but not into equal parts. When we asked “three quarters of what?”, many said “of four”.',
  ],
  'long-term': [
    'sofia',
    'They should ask “of what?” before they do anything. Then in Year 5 a fraction can be a number on a line as well, and not a picture of a pizza.',
  ],
  topic: [
    'gethin',
    'Fractions of a length, with paper strips that are not all equally long. The strip is the whole, and everybody’s whole is different.',
  ],
  question: [
    'yusuf',
    'When two strips differ in length, do pupils notice that half of one can be longer than three quarters of the other? What do they say then?',
  ],
};

export const plan: GroupMeetingText['written'] = {
  'long-term-goals': [
    'sofia',
    'Pupils look for the whole before they look at the numbers. They say it aloud: “of the blue strip”.',
  ],
  'study-of-materials': [
    'yusuf',
    'Our scheme shows 34 pictures of fractions in Years 3 and 4. In 29 of them the whole is a shape that is already cut into equal parts. A pupil can be right on every one of these pages by counting squares.',
  ],
  'anticipated-thinking': [
    'gethin',
    'Some will fold into four by eye and not check. Some will say that three quarters is always more than a half, whatever strip they hold. A few will measure in centimetres and divide.\n\nIf they say “always more”: do not correct. Give them the two strips and ask them to lay them side by side.',
  ],
  'learning-arc': [
    'amina',
    '1. Everybody has a strip, blue (24 cm) or red (10 cm). “Show me half.” Hold up. Why are they not the same?\n2. In pairs, one blue, one red: three quarters of yours. Whose is longer?\n3. The sentence on the board: “Half of something can be more than three quarters of something else.” True? Show it.\n4. Each writes one sentence that begins “It depends”.',
  ],
  rationale: [
    'amina',
    'Strips can be folded, compared and kept. Nobody can count squares. The surprise comes from the paper and not from me.',
  ],
  'data-collection': [
    'gethin',
    'One observer for each pair of pupils, and Sofia for the pair at the window. Write down what they say word for word, and which way they turn the paper. We collect every strip with a name on the back.',
  ],
};

/** What Dr Haddad put under what the group expected, when she was let in for the planning. */
export const advice =
  'From Leila: listen for the little word “of”. Some of these pupils read it as “out of”, and then the sum on the board makes sense to them and the strip does not. I would have one pupil read the task aloud and another say it again without the paper.';

export const lastLook: GroupMeetingText = {
  step: 'Last look before the lesson',
  written: {
    evidence: [
      'sofia',
      'Three pupils of 5B folded strips for us at break. Two of them did not check that the parts were equal. It takes four minutes, not two.',
    ],
    refine: ['amina', 'The sentence goes on the board only after the pairs have talked.'],
  },
  promises: {
    sofia: ['Sort the strips by how they were folded, before we talk about them', 'All of 4A'],
    yusuf: ['Write out word for word what was said when the two strips lay side by side', 'Maya and Idris'],
    gethin: ['Teach the first task in 4B as well and bring the “It depends” sentences', '4B'],
  },
  came: {},
};

export const moments = ['Half of your strip', 'Whose three quarters is longer?', '“It depends”'] as const;

/** By focus pupil: what was predicted, at each of the moments, and who wrote it. */
export const predicted: Readonly<Record<string, readonly [by: string, ...texts: string[]]>> = {
  Maya: [
    'amina',
    'Folds exactly, checks the edges. Is done first.',
    'Says at once that hers is longer because it is blue and blue is long. Does not use the word “quarter”.',
    'Writes a full sentence, with a reason that is about the strips.',
  ],
  Idris: [
    'gethin',
    'Waits until his partner has folded, then does the same.',
    'Says that they are the same because both are three quarters.',
    'Copies the sentence from the board.',
  ],
  'Pupil A': [
    'sofia',
    'Measures with the ruler before anybody says so.',
    'Works out 18 cm and 7.5 cm and compares the numbers.',
    'Writes numbers only.',
  ],
  'Pupil B': [
    'yusuf',
    'Folds twice without checking; the parts are unequal.',
    'Holds the strip away from the other and says three quarters is always more.',
    'Writes “It depends” and stops.',
  ],
};

/** What three colleagues noted: at which minute, about whom, at which of the moments (from 0). */
export const noted: readonly [by: string, at: string, pupil: string, moment: number, text: string][] = [
  [
    'yusuf',
    '10:07',
    'Maya',
    0,
    'Folds edge to edge, runs her nail along it. Opens it and folds again to check. Last of the four to hold it up.',
  ],
  ['yusuf', '10:09', 'Idris', 0, 'Folds straight away, before Maya. “Mine’s a baby half.”'],
  [
    'yusuf',
    '10:21',
    'Idris',
    1,
    '“They’re both three quarters so they’re the same.” Looks at the strips. “No. They’re the same but not the same.”',
  ],
  [
    'yusuf',
    '10:23',
    'Maya',
    1,
    '“Three quarters of what, though?” She asks Idris, not the teacher. He holds up the red strip: “Of that.”',
  ],
  ['gethin', '10:08', 'Pupil A', 0, 'Takes the ruler out, puts it back when nobody else has one. Folds.'],
  [
    'gethin',
    '10:20',
    'Pupil A',
    1,
    'Lays the folded red strip along the blue one. Says nothing for nearly a minute. Then: “My half beats your three quarters.”',
  ],
  [
    'gethin',
    '10:34',
    'Pupil A',
    2,
    'Writes: “It depends how long the hole thing is at the start.” No numbers.',
  ],
  [
    'sofia',
    '10:10',
    'Pupil B',
    0,
    'Folds in half, and in half again, edges far apart. Sees it. Turns the strip over so that nobody else does.',
  ],
  [
    'sofia',
    '10:19',
    'Pupil B',
    1,
    '“Three is more than one so it’s more.” Partner: “More than one what?” No answer; looks at the board.',
  ],
  [
    'sofia',
    '10:35',
    'Pupil B',
    2,
    'Writes “It depends on” and looks at what the others have. Crosses it out. Writes “It depends on the strip”.',
  ],
  [
    'sofia',
    '10:37',
    '',
    2,
    'Four tables talk about colour: “blue is more”. The colour was our doing. Nobody says “whole” until Maya does.',
  ],
];

/** By focus pupil: what the group made of it. The last one waits for the discussion. */
export const compared: Readonly<
  Record<string, readonly [by: string, finding: 'as-expected' | 'surprised' | '', words: string]>
> = {
  Maya: [
    'yusuf',
    'surprised',
    'We expected her to be quick and to look at the colour. She was slow, checked, and asked the question that we had written on our own plan.',
  ],
  Idris: [
    'yusuf',
    'surprised',
    'He did not wait for anybody. “The same but not the same” is what we want the whole class to be able to say.',
  ],
  'Pupil A': ['gethin', 'surprised', 'No calculation at all. The strip was quicker than the ruler.'],
};
