import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';

/**
 * Messages at Sandhaven Primary: a class asks about fractions, a parent writes about a dentist, a pupil to her teacher,
 * the assistants among themselves, and one word that was found and was nothing.
 */
export async function messages(player: Player): Promise<void> {
  const { today, units, people, pupils, id: owner } = player.school;
  /** Days that the school works, so many back. */
  const on = (back: number): string => {
    let day = today;
    for (let left = back; left > 0;) {
      day = addDays(day, -1);
      if (!isWeekend(day)) left -= 1;
    }
    return day;
  };
  // Pupils and families have no part in the rest of the story, so they are named here.
  const [first, second] = pupils.filter(({ className }) => className === '4A');
  const families = await player.db
    .selectFrom('family_relation')
    .select(['adult_id as adultId', 'pupil_id as pupilId'])
    .where('owner_id', '=', owner)
    .where(
      'pupil_id',
      'in',
      pupils.map((pupil) => pupil.id),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const taught: Readonly<Record<string, string>> = {
    '5A': 'cpd',
    '3A': 'mentors',
    '4A': 'amina',
    '4B': 'gethin',
    '5B': 'sofia',
    '6A': 'jakub',
    '6B': 'harriet',
    '3B': 'yusuf',
  };
  Object.assign(people, { 'pupil one': first!.id, 'pupil two': second!.id });
  player.at(on(9), '09:10');
  await player.does('deputy', '/messages/settings', {
    quiet_from: '18:00',
    quiet_until: '07:30',
    quiet_days: ['6', '7'],
    flag_words: 'loser\nidiot\nshut up',
    flag_mode: 'hold',
    hours_to_lead: '24',
    hours_to_head: '24',
    version: '0',
  });

  player.at(on(6), '08:20');
  const { to: space } = await player.does('amina', '/messages/new/class', {
    title: 'Questions before the fractions quiz',
    classes: units['4A']!,
    mode: 'discuss',
    until_on: addDays(today, 7),
    text: 'Ask here what you are not sure of. If you know an answer, say how you found it.',
  });
  player.at(on(6), '16:10');
  await player.does('pupil one', space, { text: 'How do I know which of 2/3 and 3/5 is bigger?' });
  player.at(on(5), '08:40');
  await player.does('pupil two', space, {
    text: 'I drew two bars under each other. Then you see it. Only a loser guesses :)',
  });
  await player.settle();
  player.at(on(5), '10:45');
  const held = await player.db
    .selectFrom('message')
    .select('id')
    .where('owner_id', '=', owner)
    .where('held', '=', true)
    .executeTakeFirstOrThrow();
  await player.does('amina', `${space}/${held.id}/look`, { outcome: 'talked' });
  player.at(on(5), '10:50');
  await player.does('amina', space, {
    text: 'Drawing bars is a good way. Can somebody show it with fifteenths?',
  });

  player.at(on(4), '15:40');
  const { to: poem } = await player.does('pupil one', `/messages/to/${people.amina!}`, {
    text: 'May I read my poem to the class on Friday? I would like to practise with you first.',
  });
  player.at(on(3), '08:15');
  await player.does('amina', poem, { text: 'Yes, I look forward to it. Come on Thursday after lunch.' });

  const teachersOf = families.flatMap(({ adultId, pupilId }) => {
    const teacher = taught[pupils.find(({ id }) => id === pupilId)!.className];
    return teacher === undefined ? [] : [{ adultId, pupilId, teacher }];
  });
  for (const [nth, { adultId, pupilId, teacher }] of teachersOf.slice(0, 2).entries()) {
    Object.assign(people, { [`carer ${nth}`]: adultId });
    player.at(on(3), '20:10');
    const { to: talk } = await player.does(
      `carer ${nth}`,
      `/messages/to/${people[teacher]!}/about/${pupilId}`,
      {
        text:
          nth === 0
            ? 'We are at the dentist tomorrow morning and come at ten.'
            : 'The reading book is nearly finished. Could another one come home on Friday?',
      },
    );
    player.at(on(2), '08:05');
    await player.does(teacher, talk, {
      text:
        nth === 0
          ? 'Thank you. I will keep the starter for after break.'
          : 'With pleasure. I will put two in the bag.',
    });
  }

  player.at(on(2), '12:30');
  await player.does('senco', '/messages/new/staff', {
    title: 'Which cards work in guided reading?',
    roles: 'teaching-assistant',
    text: 'For all assistants: which of the question cards do your groups ask for again? I would like to print those first.',
  });
  player.at(on(1), '08:00');
  await player.does('office', `/messages/to/${people.amina!}`, {
    text: 'The coach for the trip to the castle is booked for nine. Please send me the final number.',
  });
  await player.settle();
}
