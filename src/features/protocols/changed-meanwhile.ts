import { type CurrentText, Stale } from '#platform/errors.ts';
import type { Db } from '#platform/db/database.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Draft } from './draft.ts';
import type { Template } from './template.queries.ts';

/** What of a draft a person wrote over, and the version of it that they were shown. */
export interface WrittenOver {
  shown: number;
  /** Where others changed only the rest, nothing is lost and nothing is asked. */
  part(draft: Draft): unknown;
  /** The texts of that part, to be shown beside what was sent. */
  fields(draft: Draft): CurrentText['fields'];
}

/**
 * Throws `Stale` where the part was changed after the version that was shown: with it as it stands, and with whoever changed
 * that part last, who need not be the one who saved the protocol last.
 */
export async function refuseWrittenOver(
  db: Db,
  template: Template,
  { shown, part, fields }: WrittenOver,
): Promise<void> {
  const kept = await selectDraftsFrom(db, template, shown);
  const before = kept.at(-1);
  if (before?.version === shown && samePart(part, before.draft, template.draft)) return;
  const last = kept.find(({ draft }, at) => !kept[at + 1] || !samePart(part, kept[at + 1]!.draft, draft));
  throw new Stale({
    version: template.version,
    fields: fields(template.draft),
    writerId: last?.writerId ?? null,
    writtenBy: last?.writtenBy ?? t('Somebody'),
    writtenAt: last?.writtenAt ?? template.updated_at,
  });
}

/** Whether a part is the same in two drafts; both as the database gives them, which orders their keys. */
export const samePart = (part: WrittenOver['part'], one: Draft, other: Draft): boolean =>
  JSON.stringify(part(one) ?? null) === JSON.stringify(part(other) ?? null);

/** The drafts from one version on, newest first, each with who wrote it; at most a hundred. */
async function selectDraftsFrom(db: Db, { owner_id, id }: Template, version: number) {
  const rows = await db
    .selectFrom('text_version as v')
    .innerJoin('person as p', 'p.id', 'v.written_by')
    .select(['v.version', 'v.body', 'p.id as writerId', 'p.name as writtenBy', 'v.written_at as writtenAt'])
    .where('v.owner_id', '=', owner_id)
    .where('v.item_id', '=', id)
    .where('v.version', '>=', version)
    .orderBy('v.version', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ body, ...row }) => ({ ...row, draft: body as Draft }));
}
