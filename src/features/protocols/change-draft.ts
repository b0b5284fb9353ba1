import { keepText } from '#platform/audit/text-versions.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { see, type See } from '#platform/http/route.ts';
import { templateHref } from './addresses.ts';
import { refuseWrittenOver, type WrittenOver } from './changed-meanwhile.ts';
import type { Draft } from './draft.ts';
import { openTemplate } from './open-template.ts';
import { beyondLimits } from './own-limits.ts';
import { placeWords } from './problem-places.ts';
import { type Template, updateTemplate } from './template.queries.ts';

/** One change of a draft, by its own small form. */
interface DraftChange {
  /** What it is called in the record: 'step.moved'. */
  kind: string;
  /** The version that the person was shown, where they wrote over something. */
  over?: WrittenOver;
  /** Changes the copy it is given; false where there is nothing of that name any more. */
  apply(draft: Draft, template: Template): boolean | void;
}

/** Where to go after a change, with the way to take it back. */
interface Changed {
  template: Template;
  /** As it was before. */
  before: Draft;
  draft: Draft;
  see(to: string, said: string): See;
}

/**
 * Changes the draft that the address names, keeps it as a version, and records it. Throws `Stale`, with the texts as they stand,
 * when somebody changed the same part meanwhile; `NotFound` when that part is gone.
 */
export async function changeDraft(change: Change, { kind, over, apply }: DraftChange): Promise<Changed> {
  const { template } = await openTemplate(change, { lock: true });
  if (over && over.shown !== template.version) await refuseWrittenOver(change.tx, template, over);
  const draft = structuredClone(template.draft);
  if (apply(draft, template) === false)
    throw new NotFound('This part of the protocol is not there any more.');
  const [beyond] = beyondLimits(draft);
  if (beyond) throw new Refused(`${placeWords(draft, beyond.path).what}: ${beyond.reason}.`);
  await writeDraft(change, template, draft, kind);
  const back = templateHref(template, `back/${template.version}`);
  return { template, before: template.draft, draft, see: (to, said) => see(to, said, back) };
}

/** Writes a draft as the next version of its text. */
export async function writeDraft(
  change: Change,
  template: Template,
  draft: Draft,
  kind: string,
): Promise<void> {
  const { tx, now, who } = change;
  const version = template.version + 1;
  await updateTemplate(tx, template, { draft, version, updated_by: who.personId, updated_at: now });
  await keepText(tx, keptOf(template), version, { ...draft }, who.personId, now);
  await change.record({ kind: `protocol.${kind}`, itemId: template.id, body: { version } });
}

/** What the versions of a draft's text are kept under. */
export const keptOf = ({ owner_id, id }: Pick<Template, 'owner_id' | 'id'>) => ({ ownerId: owner_id, id });
