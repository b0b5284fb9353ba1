import { insertItem } from '#platform/access/items.ts';
import { makePairing } from '#features/coaching/coaching.scene.ts';
import { quietWishPolicy } from '#features/coaching/index.ts';
import type { SeedVisits } from '#test/visit-map.ts';

/** The teacher is mentored by her partner and has a quiet word; the facilitator offers to mentor. */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people } = world;
  const { teacher, partner, facilitator } = people;
  const by = ['co-ordinator'] as const;
  const pairs = {
    going: await makePairing(db, school, { kind: 'mentoring', learner: teacher, supporter: partner }, at),
    ended: await makePairing(db, school, { learner: facilitator, supporter: partner }, at),
  };
  await db
    .updateTable('pairing')
    .set({ ended_at: at })
    .where('owner_id', '=', school.id)
    .where('id', '=', pairs.ended.pairingId)
    .execute();
  const wish = async (settled_at: Date | null) => {
    const id = await insertItem(
      db,
      { ownerId: school.id, policy: quietWishPolicy, authorId: teacher.personId },
      at,
    );
    await db
      .insertInto('quiet_wish')
      .values({
        owner_id: school.id,
        id,
        pairing_id: pairs.going.pairingId,
        person_id: teacher.personId,
        wish: 'talk',
        words: world.canary('administration', ['teacher', 'co-ordinator']),
        said_at: at,
        settled_at,
      })
      .execute();
    return id;
  };
  const [waits, settled] = [await wish(null), await wish(at)];
  await db
    .insertInto('coaching_offer')
    .values({
      owner_id: school.id,
      person_id: facilitator.personId,
      kinds: ['mentoring'],
      about: '',
      subjects: '',
      phases: '',
      place: '',
      places: 2,
      open: true,
      version: 1,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'person_id']).doNothing())
    .execute();
  const here = '/school/coaching';
  const page = (below: string) => ({ path: `${here}${below}`, seenBy: by });
  const step = (below: string) => ({ path: `${here}${below}`, fields: {}, by });
  const settings = { contact: 'The union', pulse_weeks: 6, hour_cost: '', cover_cost: '', version: 0 };
  return {
    'GET /school/coaching': page(''),
    'GET /school/coaching/pairings.csv': page('/pairings.csv'),
    'GET /school/coaching/pairings/:pairing': [
      page(`/pairings/${pairs.going.pairingId}`),
      page(`/pairings/${pairs.ended.pairingId}`),
    ],
    'POST /school/coaching/pairings/:pairing/end': step(`/pairings/${pairs.going.pairingId}/end`),
    'POST /school/coaching/pairings/:pairing/bring-back': step(
      `/pairings/${pairs.ended.pairingId}/bring-back`,
    ),
    'GET /school/coaching/wishes/:wish': [page(`/wishes/${waits}`), page(`/wishes/${settled}`)],
    'POST /school/coaching/wishes/:wish/settle': step(`/wishes/${waits}/settle`),
    'POST /school/coaching/wishes/:wish/open-again': step(`/wishes/${settled}/open-again`),
    'GET /school/coaching/coaches': page('/coaches'),
    'GET /school/coaching/propose': page(`/propose?learner=${teacher.personId}`),
    'POST /school/coaching/propose': {
      path: `${here}/propose`,
      fields: { learner: teacher.personId, mentor: facilitator.personId, purpose: 'progression' },
      by,
    },
    'GET /school/coaching/hours': page('/hours'),
    'GET /school/coaching/attributes': page('/attributes'),
    'GET /school/coaching/trend': page('/trend'),
    'GET /school/coaching/settings': page('/settings'),
    'POST /school/coaching/settings': { path: `${here}/settings`, fields: settings, by },
    'GET /school/coaching/counts': {
      path: `${here}/counts`,
      seenBy: ['head', 'cpd-leader', 'senior-leader', 'co-ordinator'],
    },
  };
};
