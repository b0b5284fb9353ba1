import { newId } from '#platform/db/ids.ts';
import { giveConsent } from '#features/consents/consents.scene.ts';
import type { TestPerson } from '#test/factories.ts';
import type { recordingScene } from '../recordings.scene.ts';

type Scene = Awaited<ReturnType<typeof recordingScene>>;

/** What Ann says of her example. */
export const said = {
  title: 'Paper strips',
  lesson: 'Halves of a strip',
  domain: 'explaining-and-modelling',
  row: 'explaining-and-modelling/steps',
  subject: 'Mathematics',
  phase: 'primary',
  look_for: 'Each step is said in one sentence',
  not_shown: 'The week of counting before',
  keep_until: '2027-05-01',
};

type More = Record<string, string | readonly string[]>;

/** What the form sends, with the id that was drawn for the copy. */
export const offered = (all: Scene, more: More = {}) => ({
  id: newId(all.site.clock.now),
  ...said,
  ...more,
});

/** Ann offers the recording at `address`: what she was answered, and where the copy is. */
export async function offer(all: Scene, address: string, more: More = {}) {
  const sent = offered(all, more);
  const answer = await (await all.as('ann')).post(`${address}/exemplar`, sent);
  return { id: sent.id, answer, at: `/recordings/${sent.id}` };
}

/** A pupil who may be recognised in a recording, and whose family agreed when it was described. */
export const pupilIn = (pupil: TestPerson) => ({
  personId: pupil.personId,
  shown: 'seen' as const,
  consent: 'given',
});

/** The family agrees that all staff may watch an example. */
export const agreed = (all: Scene, pupil: TestPerson) =>
  giveConsent(all.site, { pupil, purpose: 'recording-exemplar' });

export const rowOf = ({ db, school }: Scene, id: string) =>
  db
    .selectFrom('recording')
    .selectAll()
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
