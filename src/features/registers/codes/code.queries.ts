import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { AttendanceCategory } from '#features/evidence/index.ts';
import type { StoredCode } from './code.ts';

export interface CodeRow extends StoredCode {
  position: number;
  version: number;
  endedAt: Date | null;
}

/** The code of an address, also one that is put away. Throws `NotFound`. */
export async function codeOfAddress({ db, organisationId, params }: Visit): Promise<CodeRow> {
  const id = params['code']!;
  const row = isId(id)
    ? await db
        .selectFrom('attendance_code')
        .select([
          'id',
          'symbol',
          'name',
          'list',
          'national',
          'category',
          'usual',
          'position',
          'version',
          'ended_at as endedAt',
        ])
        .where('owner_id', '=', organisationId)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  return { ...row, category: row.category as AttendanceCategory };
}
