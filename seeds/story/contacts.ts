import type { Player } from '../player.ts';
import { pupilsOf } from './consents.ts';
import { dayOf } from './coaching-forms.ts';

/** Somebody to call when no parent answers, by their place in the list of class 4A. Numbers that ring nowhere. */
const toCall = [
  { place: 0, given: 'Eirlys', family: 'Pritchard', relationship: 'grandmother', number: '01632 960 101' },
  { place: 1, given: 'Kwame', family: 'Asante', relationship: 'uncle', number: '07700 900 114' },
  { place: 2, given: 'Jean', family: 'Whitlock', relationship: 'neighbour', number: '01632 960 127' },
  { place: 3, given: 'Zofia', family: 'Lis', relationship: 'aunt', number: '+48 22 555 01 90' },
  { place: 5, given: 'Tariq', family: 'Aziz', relationship: 'grandfather', number: '07700 900 155' },
] as const;

const everything = ['attendance', 'behaviour', 'learning', 'messages', 'notices'];

/**
 * The office writes down whom to call about the children of 4A. Of one father a court has said that he may not know
 * where his child is on which day; he is told of learning alone. The teacher prints the sheet for a trip.
 */
export async function contacts(player: Player): Promise<void> {
  const pupils = pupilsOf(player, '4A');
  player.at(dayOf(player, -3, 1), '10:05');
  for (const { place, ...said } of toCall)
    await player.does('office', `/contacts/${pupils[place]!.id}/emergency`, said);

  const families = await player.db
    .selectFrom('family_relation')
    .select(['adult_id as adultId', 'pupil_id as pupilId'])
    .distinctOn('adult_id')
    .where('owner_id', '=', player.school.id)
    .where('ended_at', 'is', null)
    .orderBy('adult_id')
    .orderBy('pupil_id')
    .execute();
  for (const [n, { adultId, pupilId }] of families.entries())
    await player.does('office', `/contacts/${pupilId}/phones/of/${adultId}`, {
      // Numbers that ring nowhere.
      number: `07700 900 ${200 + n}`,
      label: 'mobile',
    });

  const child = pupils[4]!.id;
  await player.does('office', `/people/${child}/family`, {
    given: 'Marcus',
    family: 'Hale',
    relationship: 'father',
  });
  const link = await player.db
    .selectFrom('family_relation')
    .select(['id', 'adult_id as adultId', 'version'])
    .where('owner_id', '=', player.school.id)
    .where('pupil_id', '=', child)
    .where('relationship', '=', 'father')
    .executeTakeFirstOrThrow();
  await player.does('office', `/contacts/${child}/phones/of/${link.adultId}`, {
    number: '07700 900 178',
    label: 'mobile',
  });
  const restriction =
    'Family court, 3 September: contact in writing only. He may have school reports, and not know where the child is on which day.';
  const told = everything.filter((matter) => matter === 'learning');
  await player.does('office', `/contacts/${child}/carers/${link.id}`, {
    relationship: 'father',
    called_in: '',
    not_called: 'yes',
    told,
    lives_with: 'no',
    responsibility: 'yes',
    restriction,
    version: link.version,
    sure: JSON.stringify([told, restriction, null, null]),
  });

  player.at(dayOf(player, -1, 2), '14:40');
  await player.shows('amina', `/contacts/classes/${player.school.units['4A']}`, {
    reason: 'Walk to the harbour on Thursday, 4A and two helpers',
  });
  await player.settle();
}
