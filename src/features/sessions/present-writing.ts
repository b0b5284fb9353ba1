import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { agendaOf } from './agenda.ts';

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

/** What was noted together at a session, section by section; the item has the id of the step. */
export async function presentMinutes(db: Db, ownerId: string, id: string): Promise<Presented> {
  const step = await db
    .selectFrom('programme_step')
    .select(['title', 'on_date', 'form'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const sections = await db
    .selectFrom('step_minutes')
    .select(['section', 'text'])
    .where('owner_id', '=', ownerId)
    .where('step_id', '=', id)
    .orderBy('written_at')
    .execute();
  const titles = new Map(agendaOf(step).items.map((item) => [item.id, item.title]));
  return {
    title: t('{title}, {day}', { title: step.title, day: formatDate(step.on_date) }),
    fields: sections.map(({ section, text }) => ({
      label: titles.get(section) ?? t('What was noted'),
      text,
    })),
  };
}
