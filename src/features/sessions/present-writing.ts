import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { templateOf } from '#features/programmes/index.ts';
import { sectionsOf, writingAt } from './step-in-protocol.ts';

/** Somebody's thoughts on a session, for those whom the law lets open them. */
export async function presentReflection(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { title, text } = await db
    .selectFrom('reflection')
    .select(['title', 'text'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { title, fields: [{ label: t('What they made of it'), text }] };
}

/** What somebody noticed at an exercise. */
export async function presentExerciseNote(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { title, noticed } = await db
    .selectFrom('exercise_note')
    .select(['title', 'noticed'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { title, fields: [{ label: t('What they noticed'), text: noticed }] };
}

/**
 * What was written at a session: together, part by part, and what people wrote there of their own with their names.
 * The item has the id of the step. Words given without a name stay out of it: they are nobody's.
 */
export async function presentMinutes(db: Db, ownerId: string, id: string): Promise<Presented> {
  const step = await db
    .selectFrom('programme_step as s')
    .innerJoin('programme as p', (join) =>
      join.onRef('p.owner_id', '=', 's.owner_id').onRef('p.id', '=', 's.programme_id'),
    )
    .selectAll('s')
    .select(['p.template_id', 'p.template_version'])
    .where('s.owner_id', '=', ownerId)
    .where('p.owner_id', '=', ownerId)
    .where('s.id', '=', id)
    .executeTakeFirstOrThrow();
  const sections = await db
    .selectFrom('step_minutes')
    .select(['section', 'text'])
    .where('owner_id', '=', ownerId)
    .where('step_id', '=', id)
    .orderBy('written_at')
    .execute();
  const answers = await db
    .selectFrom('contribution as c')
    .innerJoin('person as p', 'p.id', 'c.author_id')
    .select(['c.section', 'c.text', 'p.name'])
    .where('c.owner_id', '=', ownerId)
    .where('c.step_id', '=', id)
    .orderBy('p.sort_name')
    .orderBy('c.id')
    .execute();
  const protocol = await templateOf(db, step);
  const parts = [...sectionsOf(protocol, step), ...(writingAt(protocol, step)?.parts ?? [])];
  const titles = new Map(parts.map((part) => [part.id, part.title]));
  const titleOf = (section: string) => titles.get(section) ?? t('What was noted');
  return {
    title: t('{title}, {day}', { title: step.title, day: formatDate(step.on_date) }),
    fields: [
      ...sections.map(({ section, text }) => ({ label: titleOf(section), text })),
      ...answers.map(({ section, text, name }) => ({
        label: t('{part}, by {name}', { part: titleOf(section), name }),
        text,
      })),
    ],
  };
}
