import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import type { Answers } from './answers.ts';
import type { FormPart } from './form-parts.ts';
import { partsInWords } from './parts-in-words.ts';

interface Row {
  programme: string;
  proposal: string;
  form: FormPart[];
  answers: Answers;
  partners: string[];
}

/** An agreement as it stands, for those whom the law lets open it. */
export async function presentAgreement(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { rows } = await sql<Row>`
    select p.title as programme, a.proposal, f.parts as form, a.answers,
      array(select n.name from agreement_party q join person n on n.id = q.person_id
        where q.owner_id = a.owner_id and q.agreement_id = a.id and q.answer = 'accepted' order by n.sort_name) as partners
    from agreement a
    join agreement_form f on f.owner_id = a.owner_id and f.version = a.form_version
    join programme p on p.owner_id = a.owner_id and p.id = a.programme_id
    where a.owner_id = ${ownerId} and a.id = ${id}`.execute(db);
  const { programme, proposal, form, answers, partners } = rows[0]!;
  return {
    title: t('Agreement of {names} in {programme}', { names: formatList(partners), programme }),
    fields: [
      { label: t('What the first of them had in mind'), text: proposal },
      ...partsInWords(form, answers).map(({ label, text }) => ({ label, text })),
    ].filter(({ text }) => text),
  };
}
