import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Answers } from './answers.ts';
import { type FormPart, shownParts } from './form-parts.ts';

interface Row {
  title: string;
  at: Date;
  form: FormPart[];
  answers: Answers;
}

/**
 * A copy of the agreements somebody is a partner in, in words; of one they left, the last version they signed.
 * Pupils named in them stay with the school.
 */
export async function takeAwayAgreements(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select p.title, a.written_at as at, f.parts as form,
      case when q.answer = 'accepted' or s.version = a.version then a.answers else v.body end as answers
    from agreement_party q
    join agreement a on a.owner_id = q.owner_id and a.id = q.agreement_id
    join agreement_form f on f.owner_id = a.owner_id and f.version = a.form_version
    join programme p on p.owner_id = a.owner_id and p.id = a.programme_id
    left join lateral (select max(g.version) as version from agreement_signature g
      where g.owner_id = q.owner_id and g.agreement_id = q.agreement_id and g.person_id = q.person_id) s on true
    left join text_version v on v.owner_id = q.owner_id and v.item_id = q.agreement_id and v.version = s.version
    where q.owner_id = any(${organisationIds}::uuid[]) and q.person_id = ${personId}
      and (q.answer = 'accepted' or (q.left_at is not null and s.version is not null)) and a.version > 0
    order by a.written_at`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('My learning agreements'),
      entries: rows.map(({ title, at, form, answers }) => ({
        title,
        at,
        fields: shownParts(form)
          .filter(({ id, kind }) => kind !== 'focus' && answers[id]?.words)
          .map(({ id, heading }) => ({ label: heading, text: answers[id]!.words })),
      })),
      stays: t(
        'Agreements are written together, so they stay in the school’s keeping. Your copy leaves out the focus, because it names pupils.',
      ),
    },
  ];
}
