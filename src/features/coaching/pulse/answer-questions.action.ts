import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day, optionalLine, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import { coachingPolicy, pulsePolicy } from '../coaching.policy.ts';
import { openGoingOn } from '../open-together.ts';
import { type Together, togetherHref } from '../together.ts';
import { type Answered, selectOwnPulse } from './pulse.queries.ts';
import { questionsPage } from './questions.page.ts';
import { isOpenOn } from './round.ts';

const questions = () => catalogue().coaching.pulse.questions;

/**
 * Keeps what a learner answers about a relationship, while its round is open. All of it may be left out; who answered is
 * seen by nobody. Throws `Stale` when it was changed elsewhere meanwhile.
 */
export const answerQuestions = action('/coaching/:coaching/questions', {
  purpose: 'learning',
  access: coachingPolicy,
  page: questionsPage,
  input: z.object({
    ...Object.fromEntries(questions().map(({ id }) => [id, optionalLine(60)])),
    words: optionalProse(4000),
    round: day(),
    version: version(),
  }),
  async run(change, sent) {
    const { together } = await openGoingOn(change, 'learn');
    const { pairingId } = together;
    const { answered, school } = await selectOwnPulse(change.db, change.who, { pairingId });
    const { round } = school[0]!;
    if (round !== sent.round || !isOpenOn(round, change.today))
      throw new Refused(t('This round is over, so nothing was changed. You are asked again another time.'));
    const answers = answersIn(sent as unknown as Record<string, string>);
    const before = answered.find((each) => each.round === round);
    if (!before && sent.words === '' && Object.keys(answers).length === 0)
      throw new Refused(t('Nothing is answered yet. You can also simply leave this page.'));
    await save(change, together, round, before, { answers, words: sent.words, version: sent.version });
    const said = t('Kept. Only you can read it.');
    return see(togetherHref(together, 'questions'), said);
  },
});

/** The answers that the catalogue knows; anything else was left out. */
const answersIn = (sent: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    questions().flatMap(({ id, options }) =>
      options.some((option) => option.id === sent[id]) ? [[id, sent[id]!]] : [],
    ),
  );

async function save(
  change: Change,
  { ownerId, pairingId, id: coachingId }: Together,
  round: string,
  before: Answered | undefined,
  now: Pick<Answered, 'answers' | 'words' | 'version'>,
): Promise<void> {
  const { tx, who } = change;
  const id = before?.id ?? newId(change.now);
  const kept = { words: now.words, answers: JSON.stringify(now.answers), answered_at: change.now };
  if (before) {
    const saved = await tx
      .updateTable('relationship_pulse')
      .set({ ...kept, version: now.version + 1 })
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .where('version', '=', now.version)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n)
      await throwStale(
        tx,
        { ownerId, id },
        {
          version: before.version,
          fields: [{ name: 'words', label: t('In your own words'), text: before.words }],
        },
        before.answeredAt,
      );
  } else {
    await insertItem(
      tx,
      { id, ownerId, policy: pulsePolicy, authorId: who.personId, excludesManagers: true },
      change.now,
    );
    await tx
      .insertInto('relationship_pulse')
      .values({
        owner_id: ownerId,
        id,
        pairing_id: pairingId,
        person_id: who.personId,
        round,
        version: 1,
        ...kept,
      })
      .execute();
  }
  const version = before ? now.version + 1 : 1;
  await keepText(
    tx,
    { ownerId, id },
    version,
    { words: now.words, ...now.answers },
    who.personId,
    change.now,
  );
  await change.record({
    kind: 'coaching-pulse.answered',
    itemId: id,
    body: { coachingId, round },
    tell: true,
  });
}
