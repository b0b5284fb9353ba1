import type { Fields } from '../browser.ts';
import type { Player } from '../player.ts';
import { begins, teachingWeek } from './days.ts';

/** A programme of the story: what its leader writes, when it begins, who is in it. */
interface Design {
  about: Fields & { title: string };
  slug: string;
  drawnUpOn: string;
  startsOn: string;
  terms: number;
  published: boolean;
  /** Cast keys by part. */
  people: Partial<Record<'participant' | 'facilitator' | 'specialist' | 'sponsor', readonly string[]>>;
  costs: readonly { kind: string; about: string; amount: number }[];
  risks: readonly { risk: string; response: string }[];
}

/** A programme in each phase of its life: over and evaluated, in its second cycle, just begun, about to begin, a draft. */
export function designsOf(player: Player): Design[] {
  return [
    {
      slug: 'talk-that-teaches',
      about: {
        title: 'Talk that teaches',
        summary:
          'Two terms on whole-class talk in Years 2 to 6: longer answers, better listening, pupils who build on each other.',
        aim: 'transform',
        change_kind: 'disruptive',
        subject: 'Speaking and listening',
        pupil_group: 'Twelve pupils in Years 5 and 6 who seldom speak in whole-class talk.',
        pupil_outcome:
          'They explain their thinking in more than one sentence, and refer to what somebody else said.',
        rationale: 'When pupils say how they know, the teacher hears what was understood, and so do they.',
        materials:
          'Four short films of classroom talk; a booklet of talk moves; a talk diary for each teacher.',
        replaces: 'The weekly writing moderation of the autumn term, moved to one training day.',
      },
      drawnUpOn: teachingWeek(player, begins.talk - 4),
      startsOn: teachingWeek(player, begins.talk),
      terms: 2,
      published: true,
      people: {
        participant: ['jakub', 'harriet', 'sofia', 'mentors', 'yusuf', 'elif', 'marged'],
        facilitator: ['cpd'],
        sponsor: ['head'],
        specialist: ['specialist'],
      },
      costs: [
        { kind: 'fee', about: 'Specialist, six days', amount: 2400 },
        { kind: 'cover', about: 'Cover for observations', amount: 1320 },
      ],
      risks: [
        {
          risk: 'Observations fall away in assessment weeks',
          response: 'None are planned in the last two weeks of a term.',
        },
      ],
    },
    {
      slug: 'reading-together',
      about: {
        title: 'Reading together',
        summary:
          'Teachers of Years 3 to 5 learn to teach comprehension in small groups, with a reading specialist, in pairs.',
        aim: 'transform',
        change_kind: 'additive',
        subject: 'Reading',
        pupil_group: 'Eighteen pupils in Years 3 to 5 who read fluently and understand little of it.',
        pupil_outcome:
          'They ask questions of a text, notice when they have lost the thread, and say in their own words what a page was about.',
        rationale:
          'Comprehension strategies are taught by showing one’s own thinking, then sharing the work, then handing it over.',
        materials:
          'Sets of twelve short texts; prompt cards; a recording of the specialist reading with a group.',
        replaces: 'Two of the six staff meetings of each term.',
      },
      drawnUpOn: teachingWeek(player, begins.reading - 5),
      startsOn: teachingWeek(player, begins.reading),
      terms: 2,
      published: true,
      people: {
        participant: ['amina', 'gethin', 'sofia', 'mentors', 'yusuf'],
        facilitator: ['cpd'],
        sponsor: ['deputy'],
        specialist: ['specialist'],
      },
      costs: [
        { kind: 'fee', about: 'Reading specialist, eight days over two terms', amount: 3200 },
        { kind: 'cover', about: 'Cover for eleven half-days of peer observation', amount: 1540 },
        { kind: 'materials', about: 'Sets of texts', amount: 380 },
      ],
      risks: [
        { risk: 'A partner leaves or is ill', response: 'Three partnerships, one of three people.' },
        {
          risk: 'No time to meet after observations',
          response: 'Twenty minutes of cover beside each observation.',
        },
      ],
    },
    {
      slug: 'how-numbers-are-made',
      about: {
        title: 'How numbers are made',
        summary:
          'Reception and Year 1 teachers work on the make-up of numbers to twenty, with a mathematics specialist.',
        aim: 'train',
        change_kind: 'additive',
        subject: 'Mathematics',
        pupil_group: 'Pupils in Reception and Year 1 who count everything from one.',
        pupil_outcome: 'They see a number as made of others, and use it: seven is five and two.',
        rationale: 'Knowing how numbers are made up comes before calculating with them.',
        materials: 'Ten-frames, bead strings, a set of short films.',
        replaces: '',
      },
      drawnUpOn: teachingWeek(player, begins.numbers - 3),
      startsOn: teachingWeek(player, begins.numbers),
      terms: 2,
      published: true,
      people: {
        participant: ['oliver', 'mei', 'dilys', 'kezia'],
        facilitator: ['cpd'],
        sponsor: ['head'],
        specialist: ['maths'],
      },
      costs: [{ kind: 'cover', about: 'Cover for peer observation', amount: 880 }],
      risks: [],
    },
    {
      slug: 'remembering-more',
      about: {
        title: 'Remembering more',
        summary:
          'Short, spaced questions at the start of lessons, so that what was learnt in autumn is still there in summer.',
        aim: 'train',
        change_kind: 'additive',
        subject: 'Science',
        pupil_group: 'Year 6 pupils, in science.',
        pupil_outcome: 'They recall last term’s ideas without help and use them in new questions.',
        rationale: '',
        materials: 'A bank of questions for each unit.',
        replaces: '',
      },
      drawnUpOn: teachingWeek(player, -3),
      startsOn: teachingWeek(player, 5),
      terms: 2,
      published: true,
      people: { participant: ['jakub', 'harriet', 'bronwen', 'elif'], facilitator: ['mentors'] },
      costs: [],
      risks: [],
    },
    {
      slug: 'questions-worth-asking',
      about: {
        title: 'Questions worth asking',
        summary: 'A first sketch: which questions make pupils think, and how long do we wait?',
        aim: 'transform',
        change_kind: 'disruptive',
        pupil_group: '',
        pupil_outcome: '',
        rationale: '',
        materials: '',
        replaces: '',
      },
      drawnUpOn: teachingWeek(player, -1),
      startsOn: teachingWeek(player, 12),
      terms: 2,
      published: false,
      people: {},
      costs: [],
      risks: [],
    },
  ];
}

/** The leader draws them up, enrols people and publishes. */
export async function designs(player: Player): Promise<void> {
  const { people } = player.school;
  for (const design of designsOf(player)) {
    player.at(design.drawnUpOn);
    await player.does('cpd', '/programmes/new', {
      ...design.about,
      template: 'sustained-programme',
      starts_on: design.startsOn,
      terms: design.terms,
    });
    for (const cost of design.costs)
      await player.does('cpd', `/programmes/${design.slug}/design/costs`, { ...cost });
    for (const risk of design.risks)
      await player.does('cpd', `/programmes/${design.slug}/design/risks`, { ...risk });
    for (const [part, keys] of Object.entries(design.people))
      await player.does('cpd', `/programmes/${design.slug}/people/enrol`, {
        part,
        people: keys.map((key) => people[key]!),
      });
    if (design.published) await player.does('cpd', `/programmes/${design.slug}/publish`);
    await player.settle();
  }
}
