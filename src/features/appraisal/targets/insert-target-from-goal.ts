import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectTargetWithWords } from './crossing.queries.ts';
import { makeTarget } from './save-target.action.ts';
import { copiedKind, schoolYearOn } from './target.queries.ts';

/**
 * The one thing that crosses from learning to appraisal: a wording, typed or left as it stood by its owner in a form.
 * It makes a target of whoever acts, like any other that they write: it holds no id, no link and no date of the goal,
 * and what is recorded of it under the school says nothing of a goal either. That a wording was copied is recorded
 * under the person, who alone reads it.
 *
 * Called by the coaching room's action, for the owner of a goal about their own goal; that action records on its own
 * side which goal it was. Answers the target's address. `year` is this school year unless given. Throws `Refused` when
 * a target of theirs for that year has these words already.
 */
export async function insertTargetFromGoal(
  change: Change,
  { wording, year }: { wording: string; year?: string },
): Promise<{ id: string; href: string }> {
  const ofYear = year ?? (await schoolYearOn(change.tx, change.organisationId, change.today));
  if (await selectTargetWithWords(change.tx, change.who, { wording, year: ofYear }))
    throw new Refused({
      wording: t('You have a target with these words for {year} already, so no second one was made.', {
        year: ofYear,
      }),
    });
  const id = await makeTarget(change, { wording, year: ofYear, looksLike: '' });
  await change.record({ ownerId: change.who.personId, kind: copiedKind, itemId: id });
  return { id, href: `/appraisal/targets/${id}` };
}
