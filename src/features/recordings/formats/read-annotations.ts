import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  type About,
  answerStays,
  type CarriedNote,
  type LeftOut,
  momentOf,
  type ReadNotes,
  tidyText,
  whyNot,
} from './carried-note.ts';
import { type At, collectNotes } from './collect-notes.ts';
import { bodiesOf, type Bodies } from './read-bodies.ts';
import { timeOfTarget } from './read-target.ts';
import { isRecord, type Json, manyOf, parseShallow } from './shallow-json.ts';
import { motivations, replying } from './write-annotations.ts';

/**
 * Reads Web Annotations: a collection with its page, a page, a list or one alone. Throws `Refused` beside `file` where it
 * is none of these; what cannot be carried of a single annotation is named with its place, and nothing else throws.
 */
export function readAnnotations(text: string, about: About): ReadNotes {
  const { items, path, leftOut } = itemsOf(parseShallow(text));
  const notes = collectNotes(
    items,
    (_, index) => `${path}[${index}]`,
    (item, at) => (isRecord(item) ? readAnnotation(item, at) : t('It is no annotation.')),
    { about, leftOut },
  );
  return { format: 'Web Annotation', notes, leftOut };
}

/** The annotations, and where in the file they stand. */
function itemsOf(json: Json): { items: readonly Json[]; path: string; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  if (Array.isArray(json)) return { items: json, path: '', leftOut };
  const types = isRecord(json) ? manyOf(json['type']) : [];
  if (!isRecord(json)) throw notAnnotations();
  if (types.includes('Annotation')) return { items: [json], path: '', leftOut };
  const isCollection = types.includes('AnnotationCollection');
  const page = isCollection ? json['first'] : json;
  if (!isRecord(page) || !(isCollection || types.includes('AnnotationPage')) || !Array.isArray(page['items']))
    throw notAnnotations();
  const path = isCollection ? 'first.items' : 'items';
  if (page['next'] !== undefined)
    leftOut.push({
      where: 'next',
      why: t('What stands on further pages elsewhere was not fetched.'),
      whole: true,
    });
  return { items: page['items'], path, leftOut };
}

const notAnnotations = (): Refused =>
  new Refused({ file: t('There are no Web Annotations in it: a collection, a page, a list or one alone.') });

/** The note that an annotation is, or why it is none. */
function readAnnotation(
  item: Record<string, Json>,
  { where, about, keys, leftOut }: At,
): CarriedNote | string {
  const types = manyOf(item['type']);
  if (types.length > 0 && !types.includes('Annotation')) return t('It is no annotation.');
  if (manyOf(item['motivation']).includes(replying)) return answerStays();
  const time = timeOfTarget(item['target'], about.recordingId);
  if (typeof time === 'string') return time;
  const bodies = bodiesOf(item, about);
  if (typeof bodies === 'string') return bodies;
  const text = tidyText(bodies.texts.join('\n\n'));
  const sort = sortOf(item, bodies);
  const words = { fromMs: time.fromMs, toMs: time.toMs, sort, text, tags: bodies.tags };
  const why = whyNot(words, about);
  if (why !== null) return why;
  for (const part of [...time.leftOut, ...bodies.leftOut]) leftOut.push({ where, why: part, whole: false });
  const source = typeof item['id'] === 'string' ? item['id'].slice(0, 500) : null;
  const id = /^urn:uuid:(.+)$/i.exec(source ?? '')?.[1]?.toLowerCase() ?? '';
  return {
    where,
    id: isId(id) ? id : null,
    key: source ?? keys.of(words),
    ...words,
    createdAt: momentOf(item['created'], about.now),
    writer: creatorOf(item['creator']),
  };
}

/** What is said to describe describes. Anything else is taken for a judgement, which stays closed for longer. */
function sortOf(item: Record<string, Json>, { purposes }: Bodies): CarriedNote['sort'] {
  const said = [...purposes, ...manyOf(item['motivation'])];
  return said.includes(motivations.describe) && !said.includes(motivations.judge) ? 'describe' : 'judge';
}

function creatorOf(json: Json | undefined): string {
  const first = Array.isArray(json) ? json[0] : json;
  const name = isRecord(first) ? first['name'] : first;
  return typeof name === 'string' ? tidyText(name).slice(0, 120) : '';
}
