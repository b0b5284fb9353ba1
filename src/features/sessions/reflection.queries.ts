import { sql } from 'kysely';
import type { Visit } from '#platform/http/context.ts';
import { draftColumn, type DraftFields } from '#platform/drafts/drafts.ts';
import { NotFound } from '#platform/errors.ts';
import type { Programme } from '#features/programmes/index.ts';

/** With whom a reflection may be shared: the parts of the programme that help or learn beside one. */
export const sharingParts = ['specialist', 'facilitator', 'participant'] as const;
export type SharingPart = (typeof sharingParts)[number];

interface OwnReflection {
  step: { id: string; number: number; title: string; onDate: string };
  /** null while nothing is written. */
  reflection: {
    id: string;
    text: string;
    version: number;
    sharedWith: SharingPart[];
    updatedAt: string;
  } | null;
  draft: DraftFields | null;
}

export const reflectionDraftKey = (programme: { slug: string }, number: number): string =>
  `reflection:${programme.slug}:${number}`;

/** What this person wrote about the step of the address. Throws `NotFound` when there is no such step. */
export async function selectOwnReflection(visit: Visit, programme: Programme): Promise<OwnReflection> {
  const number = /^\d{1,5}$/.test(visit.params.number ?? '') ? Number(visit.params.number) : 0;
  const me = visit.who.personId;
  const { rows } = await sql<OwnReflection>`
    select json_build_object('id', s.id, 'number', s.number, 'title', s.title, 'onDate', s.on_date) as step,
      (select json_build_object('id', r.id, 'text', r.text, 'version', r.version, 'sharedWith', r.shared_with,
        'updatedAt', r.updated_at) from reflection r where r.owner_id = ${me} and r.step_id = s.id) as reflection,
      ${draftColumn(visit.who, reflectionDraftKey(programme, number))} as draft
    from programme_step s
    where s.owner_id = ${programme.owner_id} and s.programme_id = ${programme.id} and s.number = ${number}
      and s.ended_at is null`.execute(visit.db);
  if (!rows[0]) throw new NotFound('There is no step at this address.');
  return rows[0];
}

interface FoundReflection {
  id: string;
  text: string;
  updatedAt: Date;
  author: string;
  step: string;
  programme: string;
}

/** The reflection that the address names by programme, step and person; the kernel is asked by the caller. */
export async function selectReflection(visit: Visit): Promise<FoundReflection> {
  const { programme = '', number = '', person = '' } = visit.params;
  const { rows } = await sql<FoundReflection>`
    select r.id, r.text, r.updated_at as "updatedAt", a.name as author, s.title as step, p.title as programme
    from programme p
    join programme_step s on s.owner_id = p.owner_id and s.programme_id = p.id
    join reflection r on r.step_id = s.id
    join person a on a.id = r.owner_id
    where p.owner_id = ${visit.organisationId} and p.slug = ${programme} and s.number::text = ${number}
      and r.owner_id = ${person} and s.ended_at is null`.execute(visit.db);
  if (!rows[0]) throw new NotFound('There is no reflection at this address.');
  return rows[0];
}
