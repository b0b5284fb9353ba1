import type { MeetingText } from './meeting-text.ts';

export const talkMeetings: readonly MeetingText[] = [
  {
    step: 'First meeting over evidence',
    by: 'harriet',
    evidence:
      'Five recordings of five minutes each. In four of them the teacher speaks more than all pupils together. The longest answer of a pupil has fourteen words.',
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
    evidence:
      'The longest answers in 6A are now at 21 words, in 6B at 19. Three quiet pupils have spoken twice. In 3A everything still goes through the teacher.',
    beliefs: 'The silence is harder for us than for them.',
    refine: 'Ask a second pupil what they make of the first answer before saying anything ourselves.',
    promises: {
      jakub: ['Ask “what do you make of that?” once in each discussion', 'Four quiet pupils in 6A'],
      harriet: ['Let pupils choose who answers next', '6B in science'],
      elif: ['Answer openings on cards', 'Three pupils new to English in 2B'],
    },
    came: {
      jakub: [
        'tried',
        'The first two days somebody filled the silence. On the third a boy who never speaks did.',
      ],
      harriet: [
        'partly',
        'I managed four days. They listen to each other more when they know that I will not say it again.',
      ],
      mentors: ['tried', 'Every line on the map comes back to me. It is a star, with me in the middle.'],
    },
  },
  {
    step: 'What we have learnt so far',
    by: 'cpd',
    evidence:
      'Half-way figures for the twelve pupils, the maps of Year 3, the cards of 2B. Answers are longer. References to what another pupil said are as rare as at the start.',
    beliefs: 'Longer is not the same as together. We have been after the first and hoped for the second.',
    refine: 'In the second cycle we work on building on each other alone, and leave the length be.',
    promises: {
      harriet: ['A discussion in a circle without me in it', '6B, half the class at a time'],
      mentors: ['Teach “I agree because” and “I see it differently because”', '3A and 3B'],
      sofia: ['Partners say what the other said, before the class', '5B'],
    },
    came: {
      harriet: [
        'tried',
        'They chose their friends first. After a week I asked them to choose somebody who had not spoken.',
      ],
      elif: [
        'tried',
        'Two of the three used a card without being asked. One put it in her pocket and took it home.',
      ],
    },
  },
  {
    step: 'Meeting led by teachers',
    by: 'mentors',
    evidence:
      'Two new maps from Year 3, one film from 6B. In the film nine of fourteen turns refer to an earlier one; half of them are “I agree with her”.',
    beliefs: 'Agreeing is the first step and an easy one. We want the reason.',
    refine: '“I agree” does not count without “because”. The pupils made this rule themselves in 6B.',
    promises: {
      jakub: ['The rule of 6B, introduced by two pupils from 6B', '6A'],
      mentors: ['Film one circle and watch it with the pupils', '3A'],
    },
    came: {
      harriet: [
        'tried',
        'The first minute was terrible and the last four were the best talk I have heard in that room.',
      ],
      mentors: ['tried', 'They use both sentences. “Differently” is the word they like.'],
      sofia: ['partly', 'It takes long. I keep it for one question a lesson.'],
    },
  },
  {
    step: 'Final seminar',
    by: 'cpd',
    evidence:
      'The figures at the end, and what each pair brought: recordings from the first week and from the last, heard one after the other.',
    beliefs: 'What changed first was what we stopped doing.',
    refine:
      'We keep the question with a reason, the three seconds and the circle. We let go of the tally; it told us little.',
    promises: {},
    came: {
      jakub: ['tried', 'Told by a pupil, the rule holds. From me it would have been one more rule.'],
      mentors: [
        'not-yet',
        'We filmed it; we have not watched it with them. It is in the plan for after the holiday.',
      ],
    },
  },
];
