import type { Agreement } from './agreement.ts';
import { type Answers, noFocus, type PlannedDate, type Preparation } from './answers.ts';

/** Rows offered beyond those in use. */
const spare = { dates: 2, preparations: 1 };

/**
 * The planned observations as one finds them when writing: those of the text, with the day they were last moved
 * to, without those that took place, were called off or taken away.
 */
function datesToWrite({ answers, observations }: Pick<Agreement, 'answers' | 'observations'>): PlannedDate[] {
  const live = new Set(observations.map(({ planId }) => planId));
  const written = Object.values(answers).flatMap(({ dates }) => dates ?? []);
  const planned = observations
    .filter(({ doneAt, calledOffAt, open }) => !doneAt && !calledOffAt && open)
    .flatMap(({ planId, on, at, place, observerId, observedId }) =>
      planId === null ? [] : [{ id: planId, on, at, place, observerId, observedId }],
    );
  return [...written.filter(({ id }) => !live.has(id)), ...planned].toSorted((a, b) =>
    a.on < b.on ? -1 : 1,
  );
}

/** The preparations as one finds them when writing, with the name and day they have by now. */
function preparationsToWrite({ answers, tasks }: Pick<Agreement, 'answers' | 'tasks'>): Preparation[] {
  const live = new Map(tasks.map((task) => [task.key, task]));
  return Object.values(answers)
    .flatMap(({ preparations }) => preparations ?? [])
    .map((each) => {
      const task = live.get(each.key);
      return task ? { ...each, personId: task.personId, dueOn: task.dueOn } : each;
    });
}

/** What is stored, as values of the form's fields; read back by `readAnswers`. */
export function answerValues(agreement: Agreement): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [id, answer] of Object.entries(agreement.answers)) {
    values[`part-${id}`] = answer.words;
    if (answer.chosen) values.places = answer.chosen;
    if (answer.reviewOn !== undefined) values.review_on = agreement.reviewOn ?? answer.reviewOn ?? '';
  }
  const focus = focusOf(agreement.answers);
  values.focus_priorities = focus.priorities.map(({ id }) => id);
  values.focus_topic = focus.topic ? 'yes' : '';
  values.focus_own = focus.own;
  values.focus_pupils = focus.pupils;
  values.focus_looks = focus.looksLike;
  values.focus_know = focus.wouldKnow;
  datesToWrite(agreement).forEach((date, row) => {
    values[`obs_id_${row}`] = date.id;
    values[`obs_on_${row}`] = date.on;
    values[`obs_at_${row}`] = date.at ?? '';
    values[`obs_place_${row}`] = date.place;
    values[`obs_who_${row}`] = `${date.observerId} ${date.observedId}`;
  });
  const ready = new Set(agreement.form.flatMap(({ options }) => options.map(({ id }) => id)));
  let own = 0;
  for (const each of preparationsToWrite(agreement)) {
    const isReady = ready.has(each.key);
    const suffix = isReady ? each.key : `own_${own}`;
    if (isReady) values[`prep_${each.key}`] = 'yes';
    else {
      values[`prep_own_${own}`] = each.title;
      values[`prep_key_${own}`] = each.key;
      own++;
    }
    values[`prep_who_${suffix}`] = each.personId ?? '';
    values[`prep_by_${suffix}`] = each.dueOn ?? '';
  }
  return values;
}

export const focusOf = (answers: Answers) =>
  Object.values(answers).find(({ focus }) => focus)?.focus ?? noFocus;

/** How many rows the form shows for what its values hold, with room for more. */
export function rowsFor(values: Readonly<Record<string, unknown>>): { dates: number; preparations: number } {
  const lastUsed = (...names: string[]): number => {
    for (let row = 39; row >= 0; row--) if (names.some((name) => values[`${name}_${row}`])) return row + 1;
    return 0;
  };
  return {
    dates: Math.max(lastUsed('obs_on', 'obs_at', 'obs_who') + 1, spare.dates),
    preparations: lastUsed('prep_own') + spare.preparations,
  };
}
