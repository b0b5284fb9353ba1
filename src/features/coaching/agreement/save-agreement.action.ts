import { z } from 'zod';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalDay, optionalLine, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openGoingOn } from '../open-together.ts';
import { selectTogether } from '../together.queries.ts';
import { nameIn, type Together, togetherHref } from '../together.ts';
import { fieldOf, missingIn, partsOf, textFields } from './agreement-parts.ts';
import { saveText } from './agreement.queries.ts';
import { writeAgreementPage } from './write-agreement.page.ts';

/**
 * Saves what is agreed as the next version, which everybody signs anew. Throws `Stale` with both texts when somebody
 * else saved meanwhile.
 */
export const saveAgreement = action('/coaching/:coaching/agreement/write', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.looseObject({ version: version(), look_again_on: optionalDay() }),
  page: writeAgreementPage,
  async run(change, sent) {
    const { together } = await openGoingOn(change);
    if (sent.version !== together.textVersion) throw staleAgreement(together, sent);
    if (sent.look_again_on !== null && sent.look_again_on <= change.today)
      throw new Refused({ look_again_on: t('Choose a day that is still to come.') });
    const answers = answersOf(together, sent);
    const text = { answers, lookAgainOn: sent.look_again_on, writtenBy: change.who.personId };
    if (!(await saveText(change.tx, together, text, change.now))) throw await quicker(change, together, sent);
    await change.record({
      kind: 'coaching.agreement-saved',
      itemId: together.id,
      body: { version: together.textVersion + 1 },
      tell: true,
    });
    return see(
      togetherHref(together, 'agreement'),
      missingIn({ kind: together.kind, answers }).length > 0
        ? t('Saved. Some parts are still to be written before you can sign.')
        : t('Saved. Read it once more, then sign it.'),
    );
  },
});

/** What was sent for each part. Throws `Refused` beside each part that is too long. */
function answersOf(together: Together, sent: Readonly<Record<string, unknown>>): Record<string, string> {
  const answers: Record<string, string> = {};
  const wrong: Record<string, string> = {};
  for (const part of partsOf(together)) {
    const read = (part.kind === 'line' ? optionalLine(300) : optionalProse(4000)).safeParse(
      sent[fieldOf(part)],
    );
    if (read.success) answers[part.id] = read.data;
    else wrong[fieldOf(part)] = read.error.issues[0]!.message;
  }
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return answers;
}

async function quicker(
  change: Change,
  before: Together,
  sent: Readonly<Record<string, unknown>>,
): Promise<Stale> {
  const now = await selectTogether(change.tx, before.ownerId, before.id);
  return staleAgreement(now ?? before, sent);
}

/** The agreement was changed meanwhile. With what was `sent`, only what differs is laid side by side. */
export function staleAgreement(together: Together, sent: Readonly<Record<string, unknown>> = {}): Stale {
  const fields = textFields(together);
  const differing = fields.filter(
    ({ name, text }) => typeof sent[name] === 'string' && sent[name].replace(/\r\n?/g, '\n').trim() !== text,
  );
  return new Stale({
    version: together.textVersion,
    writerId: together.writtenBy,
    writtenBy: nameIn(together, together.writtenBy) ?? t('Somebody'),
    writtenAt: together.writtenAt,
    fields: differing.length > 0 ? differing : fields.filter(({ text }) => text !== ''),
  });
}
