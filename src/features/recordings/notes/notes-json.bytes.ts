import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { itemOf } from '#platform/access/select-item.ts';
import { admitTo } from '#platform/access/open.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { bytes, type Bytes } from '#platform/http/route.ts';
import { admitToRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { type NotesData, selectNotesData } from './notes-json.queries.ts';
import { tagTitles, usedTags } from './tags.ts';

const compress = promisify(gzip);

/**
 * All notes on a recording that the reader sees, for the page's script:
 *   { people: [[id, name]], tags: [[value, title, key, spans, set]], titles: {value: title}, peaks, duration, debrief,
 *     notes: [[id, from, to, judges, place in people, text, tags, shared, version, answers]] }
 * Moments are milliseconds; what is true is 1. The ETag stays as long as nothing that the reader sees has changed: then
 * 304 is answered and nothing is logged, since nothing was read.
 */
export const notesJson = bytes('/recordings/:recording/notes.json', {
  purpose: 'learning',
  access: recordingPolicy,
  async send(visit) {
    const id = visit.params.recording ?? '';
    if (!isId(id)) throw new NotFound();
    const known = /"([0-9a-f]{32})"/.exec(visit.arrival.headers['if-none-match'] ?? '')?.[1] ?? '';
    const data = await selectNotesData(visit, id, known);
    const item = admitTo(visit.who, recordingPolicy, data.item && itemOf(data.item, visit.who));
    admitToRecording(visit, item, data.recording);
    const headers = { etag: `W/"${data.stamp}"`, vary: 'accept-encoding' };
    if (data.stamp === known) return { status: 304, body: '', type: 'application/json', headers };
    visit.noteOpened(item, 'file');
    return packed(visit, bodyOf(data), headers);
  },
});

function bodyOf({ recording, written, peaks, ownSets }: NotesData): string {
  const { tagSets, durationMs, debriefAt, readyAt } = recording!;
  const tags = usedTags(tagSets, ownSets);
  const head = {
    people: written?.people ?? [],
    tags: tags.map(({ value, title, key, spans, set }) => [value, title, key, spans ? 1 : 0, set]),
    duration: durationMs,
    debrief: debriefAt === null ? 0 : 1,
    ready: readyAt === null ? 0 : 1,
    peaks,
    titles: Object.fromEntries(tagTitles(ownSets)),
  };
  return `${JSON.stringify(head).slice(0, -1)},"notes":[${written?.notes ?? ''}]}`;
}

/** On the same machine there is no line to save on; elsewhere it travels small. */
async function packed(visit: Visit, body: string, headers: Record<string, string>): Promise<Bytes> {
  const type = 'application/json; charset=utf-8';
  const { headers: asked, ip } = visit.arrival;
  const here = /^(127\.|::1|::ffff:127\.)/.test(ip);
  if (here || body.length < 1500 || !/\bgzip\b/.test(String(asked['accept-encoding'] ?? '')))
    return { body, type, headers };
  return {
    body: await compress(body, { level: 4 }),
    type,
    headers: { ...headers, 'content-encoding': 'gzip' },
  };
}
