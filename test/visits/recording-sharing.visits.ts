import { principals } from '#platform/access/items.ts';
import { sealedFilm } from '#test/sealed-film.ts';
import type { SeedVisits } from '#test/visit-map.ts';

/** A film of the teacher's that her partner plays too, and all that its author alone decides about it. */
export const visits: SeedVisits = async (world, kept) => {
  const two = ['teacher', 'partner'] as const;
  const partner = principals.person(world.people.partner.personId);
  const id = await sealedFilm(world, kept, ['partner'], [{ principal: partner, ability: 'contribute' }]);
  const film = `/recordings/${id}`;
  const closed = await sealedFilm(world, kept, []);
  await world.db
    .insertInto('recording_pupil')
    .values({
      owner_id: world.school.id,
      recording_id: closed,
      person_id: world.people.pupil.personId,
      shown: 'seen',
      consent: 'given',
      taken_back_at: world.at,
    })
    .execute();
  const onlyAuthor = (path: string) => ({ path: `${film}/${path}`, seenBy: ['teacher'] as const });
  const decides = (path: string, fields: Record<string, string> = {}) => ({
    path: `${film}/${path}`,
    fields,
    by: ['teacher'] as const,
  });
  const runsSchool = ['head', 'administrator', 'other-head'] as const;
  return {
    'GET /recordings/:recording/play': { path: `${film}/play`, seenBy: two },
    'GET /recordings/:recording/poster': { path: `${film}/poster`, seenBy: two },
    'GET /recordings/:recording/share': onlyAuthor('share'),
    'POST /recordings/:recording/share': decides('share', { readers: partner, may: 'contribute' }),
    'GET /recordings/:recording/consent': { path: `/recordings/${closed}/consent`, seenBy: ['teacher'] },
    'POST /recordings/:recording/not-in-it': {
      path: `/recordings/${closed}/not-in-it`,
      fields: {},
      by: ['teacher'],
    },
    'POST /recordings/:recording/watched': decides('watched'),
    'POST /recordings/:recording/not-watched': decides('not-watched'),
    'POST /recordings/:recording/open-talk': decides('open-talk'),
    'POST /recordings/:recording/close-talk': decides('close-talk'),
    'POST /recordings/:recording/ready': { path: `${film}/ready`, fields: { all: 'yes' }, by: two },
    'POST /recordings/:recording/not-ready': { path: `${film}/not-ready`, fields: {}, by: two },
    'GET /recordings/:recording/keep': onlyAuthor('keep'),
    'POST /recordings/:recording/keep': decides('keep', { keep_until: '2027-01-10', notes_after: 'stay' }),
    'GET /recordings/:recording/change': onlyAuthor('change'),
    'POST /recordings/:recording/change': decides('change', { from: '0:01', to: '0:04', turn: '0' }),
    'POST /recordings/:recording/end': decides('end'),
    'POST /recordings/:recording/bring-back': decides('bring-back'),
    'GET /recordings/:recording/erase': onlyAuthor('erase'),
    'POST /recordings/:recording/erase': decides('erase', { notes_after: 'stay' }),
    'GET /school/recording-settings': { path: '/school/recording-settings', seenBy: runsSchool },
    'POST /school/recording-settings': {
      path: '/school/recording-settings',
      fields: { usual_days: '180', longest_days: '730', warn_days: '14', version: '0' },
      by: runsSchool,
    },
  };
};
