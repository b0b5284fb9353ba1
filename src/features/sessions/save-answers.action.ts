import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lockStep, type Programme, type Step, stepHref, templateOf } from '#features/programmes/index.ts';
import { addNameless, hasGiven, isPast, noteGiven, selectOwnAnswers } from './answers.queries.ts';
import { answerField, answersSent } from './answers-sent.ts';
import { openMinutes } from './minutes.queries.ts';
import { openStep } from './open-step.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { type WritingPart, writingAt } from './step-in-protocol.ts';
import { stepPage } from './step.page.ts';

/**
 * Keeps what one wrote at a step oneself, with one's name, over the version one was shown. What it replaces is kept.
 * Throws `Stale` when another window of one's own was quicker.
 */
export const saveAnswers = action('/programmes/:programme/steps/:number/answers', {
  purpose: 'learning',
  access: minutesPolicy,
  page: stepPage,
  input: z.looseObject({ version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { programme, step, parts } = await openAnswers(change, 'named');
    const answers = answersSent(parts, sent);
    await writeAnswers(change, step, parts, answers, shown);
    await noteGiven(change.tx, step, change.who.personId);
    await change.record({ kind: 'answers.kept', itemId: step.id });
    return see(`${stepHref(programme, step)}#writing`, t('It is saved, with your name.'));
  },
});

/**
 * Gives what one wrote without a name, once, as long as the day of the step is not past. Neither whose it is nor when
 * it came is kept anywhere.
 */
export const giveNameless = action('/programmes/:programme/steps/:number/answers/nameless', {
  purpose: 'learning',
  access: minutesPolicy,
  page: stepPage,
  unrecorded: 'when somebody gave theirs would tell whose words they are; that they gave them is kept',
  input: z.looseObject({}),
  async run(change, sent) {
    const { programme, step, parts } = await openAnswers(change, 'nameless');
    if (await hasGiven(change.tx, step, change.who.personId))
      throw new Refused(t('You gave yours already. It has no name, so it cannot be found and changed.'));
    // What few gave is shown by then: one more would stand there alone.
    if (isPast(step, change.today))
      throw new Refused(
        t('The day of this step is past. What was given is shown, and nothing is added to it.'),
      );
    const words = answersSent(parts, sent).filter(({ text }) => text !== '');
    await noteGiven(change.tx, step, change.who.personId);
    await addNameless(change.tx, step, words);
    return see(`${stepHref(programme, step)}#writing`, t('It is given, without your name.'));
  },
});

interface OpenedAnswers {
  programme: Programme;
  step: Step;
  parts: readonly WritingPart[];
}

/** The step that the address names, locked, with what everybody writes there of their own, with or without a name. */
async function openAnswers(change: Change, way: 'named' | 'nameless'): Promise<OpenedAnswers> {
  const { programme, step, item } = await openStep(change, 'read');
  await lockStep(change, step);
  // Who was the first to write stays unsaid where no name is kept.
  const minutes = await openMinutes(
    change,
    step,
    way === 'nameless' ? { authorId: item.authorId, at: step.created_at } : undefined,
  );
  change.who.must('write', minutesPolicy, minutes);
  const writing = writingAt(await templateOf(change.tx, programme), step);
  if (!writing || writing.way === 'together' || (writing.way === 'each-nameless') !== (way === 'nameless'))
    throw new NotFound('There is nothing to write at this address.');
  return { programme, step, parts: writing.parts };
}

async function writeAnswers(
  change: Change,
  step: Step,
  parts: readonly WritingPart[],
  answers: readonly { section: string; text: string }[],
  shown: number,
): Promise<void> {
  const { tx, now, who } = change;
  const before = new Map(
    (await selectOwnAnswers(tx, step, who.personId)).map((row) => [row.section, row] as const),
  );
  const newest = [...before.values()].toSorted((a, b) => b.version! - a.version!)[0];
  if (newest && newest.version !== shown)
    throw new Stale({
      version: newest.version!,
      writerId: who.personId,
      writtenBy: who.standing.name,
      writtenAt: newest.written_at!,
      fields: parts.map((part) => ({
        name: answerField(part),
        label: part.title,
        text: before.get(part.id)?.text ?? '',
      })),
    });
  const written = { version: (newest?.version ?? 0) + 1, written_at: now };
  for (const { section, text } of answers) {
    const old = before.get(section);
    if (old?.text === text || (!old && text === '')) continue;
    if (!old) {
      const row = {
        owner_id: step.owner_id,
        id: newId(now),
        step_id: step.id,
        section,
        author_id: who.personId,
      };
      await tx
        .insertInto('contribution')
        .values({ ...row, text, ...written })
        .execute();
      continue;
    }
    const of = { ownerId: step.owner_id, id: old.id };
    await keepText(tx, of, old.version!, { text: old.text }, who.personId, old.written_at!);
    await tx
      .updateTable('contribution')
      .set({ text, ...written })
      .where('owner_id', '=', step.owner_id)
      .where('id', '=', old.id)
      .execute();
  }
}
