import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { answerOfKind, type Answers } from './answers.ts';
import type { FormPart } from './form-parts.ts';

/** The pupils that partners named in their agreement, in the words they wrote. */
export interface AgreedPupils {
  agreementId: string;
  pupils: string;
}

/**
 * Of the open agreements that this person writes in one programme, the pupils each names; one statement.
 * They are words made for learning: who wants them elsewhere makes their own copy.
 */
export async function selectAgreedPupils(db: Db, who: Who, programmeId: string): Promise<AgreedPupils[]> {
  const { rows } = await sql<{ id: string; answers: Answers; form: FormPart[] }>`
    select a.id, a.answers, f.parts as form
    from agreement a
    join item i on i.owner_id = a.owner_id and i.id = a.id
    join agreement_form f on f.owner_id = a.owner_id and f.version = a.form_version
    where a.owner_id = ${who.organisationId} and a.programme_id = ${programmeId} and a.closed_at is null
      and i.ended_at is null and ${who.sees('i', agreementPolicy, 'write')}
    order by a.created_at, a.id`.execute(db);
  return rows
    .map(({ id, answers, form }) => ({
      agreementId: id,
      pupils: answerOfKind(form, answers, 'focus').focus?.pupils ?? '',
    }))
    .filter(({ pupils }) => pupils !== '');
}
