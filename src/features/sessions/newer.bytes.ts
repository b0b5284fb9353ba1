import { sql } from 'kysely';
import type { ItemRow } from '#platform/access/select-item.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { bytes } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openProgramme, type Programme } from '#features/programmes/index.ts';
import { minutesColumn, minutesOf, stepNumber } from './minutes-item.ts';
import type { Section } from './minutes.queries.ts';
import { type WritingNow, writingNowJson, writingWords } from './section-writing.queries.ts';
import { minutesPolicy } from './sessions.policy.ts';

/** What a page that stays open asks now and then about a section: no text, only whether there is a newer one. */
interface Newer {
  section: string;
  version: number;
  /** "Tomos saved a newer text." */
  saved: string;
  /** "Amina is writing here, since 14:02.", or '' */
  writing: string;
}

/** Which versions of a step's sections stand, who saved them and who is writing now, as JSON: `{ sections: [] }`. */
export const newerSections = bytes('/programmes/:programme/steps/:number/newer', {
  purpose: 'learning',
  access: minutesPolicy,
  async send(visit) {
    const { programme } = await openProgramme(visit);
    const { sections, writing } = await selectNewer(visit, programme);
    const ids = new Set([...sections, ...writing].map(({ section }) => section));
    const answer: Newer[] = [...ids].map((id) => {
      const now = sections.find(({ section }) => section === id);
      return {
        section: id,
        version: now?.version ?? 0,
        saved: now ? t('{name} saved a newer text.', { name: now.writtenBy }) : '',
        writing: writingWords(writing, id),
      };
    });
    return { body: JSON.stringify({ sections: answer }), type: 'application/json; charset=utf-8' };
  },
});

interface Found {
  item: ItemRow | null;
  sections: Pick<Section, 'section' | 'version' | 'writtenBy'>[];
  writing: WritingNow[];
}

/** One statement. Throws `NotFound` when there is no such step, `NotAllowed` for those who may not read it. */
async function selectNewer(visit: Visit, programme: Programme): Promise<Found> {
  const { rows } = await sql<Found>`
    select ${minutesColumn(visit)} as item, ${writingNowJson(visit.who, visit.now)} as writing,
      coalesce((select json_agg(json_build_object('section', n.section, 'version', n.version, 'writtenBy', p.name))
        from step_minutes n join person p on p.id = n.written_by
        where n.owner_id = s.owner_id and n.step_id = s.id), '[]'::json) as sections
    from programme_step s
    where s.owner_id = ${programme.owner_id} and s.programme_id = ${programme.id}
      and s.number = ${stepNumber(visit)} and s.ended_at is null`.execute(visit.db);
  const [found] = rows;
  if (!found) throw new NotFound('There is no step at this address.');
  visit.who.must('read', minutesPolicy, minutesOf(visit, programme, found.item));
  return found;
}
