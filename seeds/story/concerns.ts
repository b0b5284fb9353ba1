import type { Player } from '../player.ts';
import { pupilsOf } from './consents.ts';
import { dayOf } from './coaching-forms.ts';

/**
 * A teacher writes down what worries her about a child; the safeguarding lead looks, acts and will look again. Another
 * was written and nobody has looked yet.
 */
export async function concerns(player: Player): Promise<void> {
  const child = pupilsOf(player, '4A')[6]!.id;
  const on = dayOf(player, -2, 1);
  player.at(on, '11:05');
  const { to } = await player.does('amina', '/concerns', {
    pupil: child,
    saw: 'Came without a coat or lunch for the third time in two weeks. Tired, put her head on the table in maths and slept for some minutes.',
    said: '“Mum is at work when I get up. I make it if there is bread.”',
    on,
    at: '10:40',
    place: 'Classroom',
    danger: 'no',
    told: '',
  });
  await player.settle();

  player.at(on, '12:15');
  await player.does('deputy', `${to}/seen`);
  player.at(on, '15:50');
  await player.does('deputy', `${to}/entries`, {
    kind: 'action',
    text: 'Spoke to mother on the telephone. Shifts have changed, she leaves at six. Offered breakfast club free from tomorrow; she was glad of it.',
    whom: '',
    on,
    review_on: dayOf(player, 1, 1),
  });
  await player.does('deputy', `${to}/entries`, {
    kind: 'decision',
    text: 'No referral at present: mother sought help herself and took the offer. To be looked at again when breakfast club has run for three weeks.',
    on,
    review_on: dayOf(player, 1, 1),
  });
  player.at(dayOf(player, -1, 0), '09:10');
  await player.does('amina', `${to}/more`, {
    text: 'At breakfast club every day last week. Awake, and wearing a coat.',
  });

  player.at(dayOf(player, -1, 3), '15:20');
  await player.does('yusuf', '/concerns', {
    about: 'the older brother of a boy in 3B, who fetches him',
    saw: 'He shouted at his brother at the gate and pulled him by the hood. The boy went quiet. It may have been nothing; I have not seen it before.',
    on: dayOf(player, -1, 3),
    at: '15:10',
    place: 'The gate',
    danger: 'no',
  });
  await player.settle();
}
