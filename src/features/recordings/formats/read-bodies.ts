import { t } from '#platform/i18n/i18n.ts';
import type { About } from './carried-note.ts';
import { isRecord, type Json, manyOf } from './shallow-json.ts';
import { tagUrn } from './write-annotations.ts';

/** What an annotation says. */
export interface Bodies {
  texts: string[];
  tags: string[];
  /** What its texts are for, as they say themselves. */
  purposes: string[];
  /** What could not be carried. */
  leftOut: string[];
}

/** Words and tags of an annotation, or why there is nothing that can be carried. */
export function bodiesOf(item: Record<string, Json>, about: About): Bodies | string {
  const read: Bodies = { texts: [], tags: [], purposes: [], leftOut: [] };
  if (typeof item['bodyValue'] === 'string') read.texts.push(item['bodyValue']);
  for (const body of [item['body'] ?? []].flat()) {
    const why = addBody(read, body, about, manyOf(item['motivation']));
    if (why !== null) return why;
  }
  read.tags = [...new Set(read.tags)];
  return read;
}

function addBody(read: Bodies, body: Json, about: About, motivations: string[]): string | null {
  if (!isRecord(body) || (typeof body['value'] !== 'string' && body['value'] !== undefined)) {
    read.leftOut.push(t('What it says lies elsewhere, or is no text, and was left out.'));
    return null;
  }
  const { value } = body;
  if (value === undefined) {
    read.leftOut.push(t('What it says lies elsewhere, or is no text, and was left out.'));
    return null;
  }
  const purposes = manyOf(body['purpose']);
  if (purposes.includes('tagging') || (purposes.length === 0 && motivations.includes('tagging'))) {
    addTag(read, body, String(value), about);
    return null;
  }
  const format = manyOf(body['format'])[0] ?? 'text/plain';
  if (!/^text\/plain\b/.test(format))
    return t('Its words are “{format}”. Only plain text is taken.', { format: format.slice(0, 60) });
  read.texts.push(String(value));
  read.purposes.push(...purposes);
  return null;
}

function addTag(read: Bodies, body: Record<string, Json>, value: string, { tagOf }: About): void {
  const { id } = body;
  const named = typeof id === 'string' && id.startsWith(tagUrn) ? id.slice(tagUrn.length) : null;
  const tag = (named === null ? null : tagOf(named)) ?? tagOf(value);
  if (tag === null)
    read.leftOut.push(t('There is no tag “{tag}” here; it was left out.', { tag: value.slice(0, 60) }));
  else read.tags.push(tag);
}
