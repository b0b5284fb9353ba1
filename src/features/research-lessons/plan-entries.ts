/** Lists of names that the group writes: its focus pupils, the moments of the lesson. */

interface Entry {
  id: string;
  title: string;
  takenOut: boolean;
}

/** What a sending of the list changes. What it does not speak of stays as it is. */
export interface ListChanges {
  renamed: { id: string; title: string }[];
  takenOut: string[];
  /** Names that were taken out before and are written again: with them comes back what was written about them. */
  broughtBack: { id: string; title: string }[];
  added: string[];
}

export interface ReadList {
  changes: ListChanges;
  /** The names as they stand afterwards. */
  titles: string[];
  /** Field → sentence. */
  errors: Record<string, string>;
}

export interface ListRules {
  /** Fields are called `<name>-<id>` for names there were, and `new-<name>-<n>` for others. */
  name: string;
  most: number;
  longest: number;
  says: { tooLong: string; twice: string; tooMany: string };
}

const tidy = (sent: unknown): string => (typeof sent === 'string' ? sent.trim().replace(/\s+/g, ' ') : '');
const same = (one: string, other: string): boolean => one.toLocaleLowerCase() === other.toLocaleLowerCase();

/**
 * Reads a list out of what a form sent. An emptied line takes its entry out; another name on it keeps what was
 * written about it; a field that was not sent, as of an entry somebody added meanwhile, is left alone.
 */
export function readList(
  sent: Readonly<Record<string, unknown>>,
  stored: readonly Entry[],
  { name, most, longest, says }: ListRules,
): ReadList {
  const changes: ListChanges = { renamed: [], takenOut: [], broughtBack: [], added: [] };
  const errors: Record<string, string> = {};
  const titles: string[] = [];
  const take = (field: string, title: string): boolean => {
    if (title.length > longest) errors[field] = says.tooLong;
    else if (titles.some((other) => same(other, title))) errors[field] = says.twice;
    else titles.push(title);
    return errors[field] === undefined;
  };

  for (const entry of stored.filter(({ takenOut }) => !takenOut)) {
    const field = `${name}-${entry.id}`;
    const title = sent[field] === undefined ? entry.title : tidy(sent[field]);
    if (title === '') changes.takenOut.push(entry.id);
    else if (take(field, title) && title !== entry.title) changes.renamed.push({ id: entry.id, title });
  }
  const begins = `new-${name}-`;
  for (const [field, value] of Object.entries(sent)) {
    const title = field.startsWith(begins) ? tidy(value) : '';
    if (title === '' || !take(field, title)) continue;
    const before = stored.find((entry) => entry.takenOut && same(entry.title, title));
    if (before) changes.broughtBack.push({ id: before.id, title });
    else changes.added.push(title);
  }
  if (titles.length > most) errors[''] = says.tooMany;
  return { changes, titles, errors };
}

/** Whether two changed the same name since the form was drawn: those fields, with the name as it stands now. */
export function conflicts(
  sent: Readonly<Record<string, unknown>>,
  stored: readonly Entry[],
  name: string,
): { field: string; title: string }[] {
  return stored
    .filter(({ takenOut }) => !takenOut)
    .map(({ id, title }) => ({ field: `${name}-${id}`, title }))
    .filter(({ field, title }) => sent[field] !== undefined && tidy(sent[field]) !== title);
}

/**
 * Who is chosen after a sending of tick boxes: what was ticked and unticked since the form was drawn, done to what
 * stands now, so that two who choose at the same time undo nothing of each other's.
 */
export function mergeTicks(
  stored: readonly string[],
  shown: readonly string[],
  sent: readonly string[],
): string[] {
  const kept = stored.filter((id) => sent.includes(id) || !shown.includes(id));
  const added = sent.filter((id) => !shown.includes(id) && !kept.includes(id));
  return [...kept, ...added];
}
