import { keepText, selectTexts } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { type CurrentText, Stale } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Agreement } from './agreement.ts';
import { updateAgreement } from './agreement.queries.ts';
import { type Answers, noFocus } from './answers.ts';
import { shownParts } from './form-parts.ts';
import type { Sent } from './read-answers.ts';

/** Makes these answers the next version; the text before stays under its own number, with who wrote it. */
export async function saveVersion(
  tx: Db,
  agreement: Agreement,
  answers: Answers,
  personId: string,
  now: Date,
): Promise<number> {
  if (agreement.version > 0)
    await keepText(
      tx,
      agreement,
      agreement.version,
      agreement.answers,
      agreement.writtenBy.personId,
      agreement.writtenAt,
    );
  const version = agreement.version + 1;
  await updateAgreement(tx, agreement, {
    answers: JSON.stringify(answers),
    version,
    written_by: personId,
    written_at: now,
  });
  return version;
}

export interface OldVersion {
  version: number;
  answers: Answers;
  writtenBy: string;
  writtenAt: Date;
}

/** The texts that came before the present one, newest first. */
export async function selectOldVersions(
  db: Db,
  agreement: Pick<Agreement, 'ownerId' | 'id'>,
): Promise<OldVersion[]> {
  const texts = await selectTexts(db, agreement);
  return texts.map(({ fields, ...text }) => ({ ...text, answers: fields as Answers }));
}

/** The words of an agreement by field of its form, for laying two texts side by side. */
export function wordsOf({ form, answers }: Pick<Agreement, 'form' | 'answers'>): CurrentText['fields'] {
  return shownParts(form).flatMap((part) => {
    const { words = '', focus = noFocus } = answers[part.id] ?? {};
    const own = { name: `part-${part.id}`, label: part.heading, text: words };
    if (part.kind !== 'focus') return [own];
    return [
      { name: 'focus_own', label: t('From what each of you wants to work on'), text: focus.own },
      own,
      { name: 'focus_pupils', label: t('Which pupils do you have in mind?'), text: focus.pupils },
      { name: 'focus_looks', label: t('What should their learning look like?'), text: focus.looksLike },
      { name: 'focus_know', label: t('How would you know?'), text: focus.wouldKnow },
    ];
  });
}

/** The agreement was changed meanwhile. With what was `sent`, only the words that differ are laid side by side. */
export function staleAgreement(agreement: Agreement, sent: Sent = {}): Stale {
  const fields = wordsOf(agreement);
  const differing = fields.filter(
    ({ name, text }) => typeof sent[name] === 'string' && sent[name].replace(/\r\n?/g, '\n').trim() !== text,
  );
  return new Stale({
    version: agreement.version,
    writerId: agreement.writtenBy.personId,
    writtenBy: agreement.writtenBy.name,
    writtenAt: agreement.writtenAt,
    fields: differing.length > 0 ? differing : fields.filter(({ text }) => text !== ''),
  });
}
