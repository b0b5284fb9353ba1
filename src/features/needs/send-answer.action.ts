import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { needTexts, readNeeds } from './answer-form.ts';
import { answerNeedsPage } from './answer-needs.page.ts';
import { insertAnswer, saveNeeds, updateAnswer } from './answer.queries.ts';
import type { Asking, OwnAnswer } from './asking.queries.ts';
import { isOpen } from './closing.ts';
import { answerPolicy, askingPolicy } from './need.policy.ts';
import { readSaid, saidTexts } from './needs-form.ts';
import { openAsking } from './open-asking.ts';

/**
 * Saves one's answer, the first time and every time until the asking closes.
 * Throws `Stale` when it was saved elsewhere since the form was opened, as on another device.
 */
export const sendAnswer = action('/needs/:asking/answer', {
  purpose: 'learning',
  access: askingPolicy,
  input: z.looseObject({ version: version() }),
  page: answerNeedsPage,

  async run(change, sent) {
    const asking = await openAsking(change, 'answer');
    if (!isOpen(asking, change.today))
      throw new Refused(
        t('This has closed, so nothing was changed. Tell the CPD leader what you would add.'),
      );
    const needs = readNeeds(sent, asking);
    const said = readSaid(sent);
    const answerId = asking.mine
      ? await changeAnswer(change, asking, asking.mine, sent.version, said)
      : await firstAnswer(change, asking, said);
    const { organisationId, who } = change;
    await saveNeeds(
      change.tx,
      { organisationId, askingId: asking.id, answerId, personId: who.personId },
      needs,
      change.now,
    );
    await change.record({
      kind: 'needs.answered',
      itemId: answerId,
      body: { askingId: asking.id },
      tell: true,
    });
    return see(
      `/needs/${asking.slug}/mine`,
      t('Your answer is saved. You can change it until {last}.', {
        last: formatDate(asking.closesOn, 'weekday'),
      }),
    );
  },
});

type SaidByPart = ReturnType<typeof readSaid>;

async function firstAnswer(change: Change, asking: Asking, said: SaidByPart): Promise<string> {
  const { tx, organisationId, who, now } = change;
  const id = await insertItem(
    tx,
    { ownerId: organisationId, policy: answerPolicy, authorId: who.personId },
    now,
  );
  const written = await insertAnswer(
    tx,
    { organisationId, id, askingId: asking.id, personId: who.personId, said },
    now,
  );
  if (!written) throw staleAnswer((await openAsking(change, 'answer')).mine!, asking, change);
  return id;
}

async function changeAnswer(
  change: Change,
  asking: Asking,
  mine: OwnAnswer,
  shown: number,
  said: SaidByPart,
): Promise<string> {
  const item = await change.open(answerPolicy, mine.id);
  change.who.must('change', answerPolicy, item);
  const next = { version: shown, said, writtenBy: change.who.personId };
  if (!(await updateAnswer(change.tx, change.organisationId, mine, next, change.now)))
    throw staleAnswer((await openAsking(change, 'answer')).mine!, asking, change);
  return mine.id;
}

const staleAnswer = (current: OwnAnswer, asking: Asking, change: Change): Stale =>
  new Stale({
    version: current.version,
    writerId: change.who.personId,
    writtenBy: change.who.standing.name,
    writtenAt: new Date(current.updatedAt),
    fields: [...needTexts(current, asking), ...saidTexts(current.said)],
  });
