import type { Visit } from '#platform/http/context.ts';
import { selectPlannable } from './plannable.queries.ts';
import type { PointChoice } from './point-choice.ts';

/** Points of the curricula in use, as the address asks for them; at first those of the subject and the year. */
export async function selectPointChoice(visit: Visit, of: PointChoice['of']): Promise<PointChoice> {
  const { query } = visit;
  const asked = {
    subject: (query.subject ?? of.subject).slice(0, 80),
    year: (query.year ?? of.yearKey).slice(0, 40),
    words: (query.words ?? '').trim().slice(0, 100),
  };
  const found = await selectPlannable(visit.db, visit.who, asked);
  // A subject that no curriculum calls so would hide all of them.
  if (query.subject === undefined && !found.subjects.includes(asked.subject)) {
    const filter = { ...asked, subject: '' };
    return { ...(await selectPlannable(visit.db, visit.who, filter)), filter, of };
  }
  return { ...found, filter: asked, of };
}
