import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticked, tooLongBy, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { observationPolicy } from './observation.policy.ts';
import type { OpenedObservation } from './open-observation.ts';
import { observationHref, type Part, partOf, sideBySide } from './observation.ts';
import { selectObservation } from './observation.queries.ts';
import { partForm, type Question, questionsOf } from './part-form.ts';
import { openPart, readyLabel, waitsForReady, writePartPage } from './write-part.page.ts';

const longest = 10_000;

/** Saves one's own part; ready, when one says so or it waits for nobody. Throws `Stale`, as from another tab. */
export const writePart = action('/observations/:observation/write/:part', {
  purpose: 'learning',
  access: observationPolicy,
  page: writePartPage,
  input: z.looseObject({ version: version(), ready: ticked() }),
  async run(change, sent) {
    const opened = await openPart(change);
    const { observation, part } = opened;
    const ready = !waitsForReady(part) || sent.ready || sideBySide(observation);
    const texts = readTexts(questionsOf(observation, part), sent, ready);
    await save(change, opened, part, { shown: sent.version, texts, ready });
    const both = sideBySide((await selectObservation(change.tx, observation.ownerId, observation.id))!);
    await change.record({
      kind: 'observation.written',
      itemId: observation.id,
      body: { part, ready, both },
      tell: true,
    });
    return see(observationHref(observation), saidOf(part, ready, both));
  },
});

/** What was written. Throws `Refused` where a part that is ready lacks an answer; a part still being written may. */
function readTexts(
  questions: readonly Question[],
  sent: Record<string, unknown>,
  ready: boolean,
): Record<string, string> {
  const errors: Record<string, string> = {};
  const texts: Record<string, string> = {};
  for (const { name, required } of questions) {
    const text = typeof sent[name] === 'string' ? sent[name].replace(/\r\n?/g, '\n').trim() : '';
    if (text.length > longest) errors[name] = tooLongBy(longest, text);
    if (ready && required && !text) errors[name] = t('Write a line here first.');
    texts[name] = text;
  }
  if (Object.keys(errors).length > 0) throw new Refused(errors);
  return texts;
}

async function save(
  change: Change,
  opened: OpenedObservation,
  part: Part,
  { shown, texts, ready }: { shown: number; texts: Record<string, string>; ready: boolean },
): Promise<void> {
  const { tx, now, who } = change;
  const { observation } = opened;
  const stored = await tx
    .selectFrom('observation_text')
    .select(['id', 'version', 'texts', 'ready_at'])
    .where('owner_id', '=', observation.ownerId)
    .where('observation_id', '=', observation.id)
    .where('part', '=', part)
    .forUpdate()
    .executeTakeFirst();
  const changed = {
    texts: JSON.stringify(texts),
    version: shown + 1,
    updated_at: now,
    ready_at: ready ? (stored?.ready_at ?? now) : null,
  };
  const id = stored?.id ?? newId(now);
  const of = { ownerId: observation.ownerId, id };
  if ((stored?.version ?? 0) !== shown) {
    const current = partOf((await selectObservation(tx, observation.ownerId, observation.id))!, part);
    const fields = partForm(part).questions.map(({ name, label }) => ({
      name,
      label,
      text: current?.texts[name] ?? '',
    }));
    const ticked = ready && stored?.ready_at != null;
    const ticks =
      waitsForReady(part) && !sideBySide(observation)
        ? [{ name: 'ready', label: readyLabel(opened), ticked }]
        : [];
    return throwStale(tx, of, { version: stored?.version ?? 0, fields, ticks }, now);
  }
  if (stored)
    await tx
      .updateTable('observation_text')
      .set(changed)
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', id)
      .execute();
  else
    await tx
      .insertInto('observation_text')
      .values({
        owner_id: of.ownerId,
        id,
        observation_id: observation.id,
        person_id: who.personId,
        part,
        ...changed,
      })
      .execute();
  await keepText(tx, of, shown + 1, texts, who.personId, now);
}

function saidOf(part: Part, ready: boolean, both: boolean): string {
  if (!ready) return t('Saved. Only you can read it until you say that it is ready.');
  if (part === 'predicted') return t('Saved. You meet it again after the lesson.');
  return both
    ? t('Saved. Both accounts stand side by side.')
    : t('Saved. It is ready, and waits for the other.');
}
