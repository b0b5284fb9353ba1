import type { Player } from '../player.ts';
import { begins, daysAfter, teachingWeek } from './days.ts';
import { addressIn, partnershipOf } from './lookups.ts';

interface Account {
  by: string;
  about: string;
  agreed: string;
  seen: string;
  pupils: string;
  ownView: string;
  next: string;
  reply: string;
}

const finished: readonly Account[] = [
  {
    by: 'jakub',
    about: 'harriet',
    agreed: 'To let pupils carry the discussion.',
    seen: 'She left the circle and wrote. In the last visit she did not speak for four minutes, and I stopped counting.',
    pupils: 'They made the rule about “because” without her, and remind each other of it.',
    ownView: 'That she still jumps in when it goes wrong.',
    next: 'A circle across both classes. I shall take the noise.',
    reply: 'Four minutes on a good day. Yes to both classes; after the holiday.',
  },
  {
    by: 'harriet',
    about: 'jakub',
    agreed: 'A question a day that needs a reason, and three seconds.',
    seen: 'He waits. I timed it twice: four seconds and five. He asks a second pupil nearly every time.',
    pupils: 'Two of his four quiet pupils speak in every discussion. One still does not.',
    ownView: 'That it was the pupils of 6B who brought him the rule.',
    next: 'The fourth pupil. Perhaps the question a day before helps.',
    reply: 'It does. She said two sentences yesterday and looked at me as if I had said them.',
  },
  {
    by: 'elif',
    about: 'sofia',
    agreed: 'Openings on cards, then without.',
    seen: 'She took the cards away and left them in the tray, for whoever wanted one.',
    pupils: 'Two of the four begin with “it could also be” by themselves.',
    ownView: 'That it takes too long.',
    next: 'Choose one question a lesson and let the others go. I can keep the time when I am there.',
    reply: 'It does take long. One a lesson, agreed.',
  },
  {
    by: 'sofia',
    about: 'elif',
    agreed: 'To find a way for pupils who do not speak yet.',
    seen: 'She answers in two languages and waits for the second one to come.',
    pupils: 'The girl who was silent says “because” to her neighbour.',
    ownView: 'That she was lucky to share a language with her.',
    next: 'Do it with a pupil whose language you do not share. I can lend you mine for Portuguese.',
    reply: 'Then I begin with the boy from Porto. Thank you.',
  },
  {
    by: 'mentors',
    about: 'yusuf',
    agreed: 'That pupils respond to each other.',
    seen: 'He plans how to begin and lets them end it. He mixes the places and looks at the one who has spoken least.',
    pupils: 'Nine of twenty turns in 3B refer to somebody else; at the start it was two.',
    ownView: 'That his discussions still run away.',
    next: 'Let one run away on purpose and see where it goes. I will come and draw the map.',
    reply: 'I shall ask you to bring a large sheet of paper.',
  },
  {
    by: 'yusuf',
    about: 'mentors',
    agreed: 'Not to be in the middle.',
    seen: 'Helen sits outside the circle and draws. In the last map there are five lines to her.',
    pupils: 'Four pupils of 3A still say nothing. She knows which.',
    ownView: 'That the film should have been watched with the pupils by now.',
    next: 'Watch it together on a Friday. I bring 3B to singing.',
    reply: 'You have found me out. Friday it is.',
  },
];

/** Partners say how far each other has come: read and answered in one programme, begun in the other. */
export async function peerAssessments(player: Player): Promise<void> {
  const day = daysAfter(teachingWeek(player, begins.talk + 20), 3);
  const sent: string[] = [];
  for (const account of finished) {
    player.at(day, '16:00');
    sent.push(await write(player, 'talk-that-teaches', account, { keep: false }));
  }
  await player.settle();
  player.at(daysAfter(day, 4), '16:20');
  for (const [index, { about, reply }] of finished.entries()) {
    await player.reads(about, sent[index]!);
    await player.does(about, `${sent[index]}/reply`, { reply, version: 0 });
  }
  await player.settle();
  player.at(daysAfter(teachingWeek(player, -1), 2), '17:10');
  await write(
    player,
    'reading-together',
    {
      by: 'gethin',
      about: 'amina',
      agreed: 'That the six ask the text and not us.',
      seen: 'She sits on her hands and counts what she does not say. It was nine, then four.',
      pupils: 'They stop by themselves. Two of them started it.',
      ownView: '',
      next: '',
      reply: '',
    },
    { keep: true },
  );
}

async function write(
  player: Player,
  slug: string,
  account: Account,
  { keep }: { keep: boolean },
): Promise<string> {
  const { by, about, agreed, seen, pupils, ownView, next } = account;
  const circle = await partnershipOf(player, slug, by);
  const { to } = await player.does(by, '/my-learning/peer-assessments', {
    about: `${circle} ${player.school.people[about]}`,
  });
  const href = addressIn(to).replace(/\/edit$/, '');
  await player.does(by, `${href}/edit`, {
    version: 0,
    agreed,
    seen,
    pupils,
    'own-view': ownView,
    next,
    ...(keep && { keep: 'yes' }),
  });
  return href;
}
