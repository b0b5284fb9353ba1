import { selectText } from '#platform/audit/text-versions.ts';
import type { DraftFields } from '#platform/drafts/drafts.ts';
import type { Visit } from '#platform/http/context.ts';
import { keptOf } from './change-draft.ts';
import { samePart, type WrittenOver } from './changed-meanwhile.ts';
import type { Draft } from './draft.ts';
import type { Template } from './template.queries.ts';

/**
 * What a person was writing in the form of one part and left unsent. Where only other parts were changed since, it goes on
 * from the version as it stands, so that nobody is warned of a change that does not touch it.
 */
export async function keptDraft(
  visit: Visit,
  template: Template,
  key: string,
  part: WrittenOver['part'],
): Promise<DraftFields | undefined> {
  const fields = await visit.draft(key);
  const begunOn = Number(fields?.version);
  if (!fields || !Number.isSafeInteger(begunOn) || begunOn === template.version) return fields;
  const then = await selectText(visit.db, keptOf(template), begunOn);
  return then && samePart(part, then as unknown as Draft, template.draft)
    ? { ...fields, version: String(template.version) }
    : fields;
}
