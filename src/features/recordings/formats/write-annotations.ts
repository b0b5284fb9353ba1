import type { Thread } from '../notes/note.queries.ts';
import type { Note, Reply } from '../notes/note.ts';

/** The motivations of the Web Annotation Vocabulary that the two sorts of note are. */
export const motivations = { describe: 'describing', judge: 'assessing' } as const;
/** That of an answer to a note. */
export const replying = 'replying';
/** Before the value of a tag, in the id of its body: so it is found again whatever its title has become. */
export const tagUrn = 'urn:x-staffroom:tag:';
const mediaFragments = 'http://www.w3.org/TR/media-frags/';

interface Of {
  recordingId: string;
  title: string;
  /** Where the collection can be asked for. */
  address: string;
  /** What its tags are called. */
  titles: ReadonlyMap<string, string>;
}

/**
 * Notes as a W3C Web Annotation collection with its one page. A note is an annotation of the recording, at a media
 * fragment: `t=12.5,20`, or `t=12.5` of a moment. An answer follows it, as an annotation of the note.
 */
export function annotationCollection(notes: readonly Thread[], of: Of): string {
  const page = `${of.address}#page`;
  const items = notes.flatMap((note) => [annotation(note, of), ...note.replies.map(answer)]);
  return JSON.stringify(
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: of.address,
      type: 'AnnotationCollection',
      label: of.title,
      total: items.length,
      first: {
        id: page,
        type: 'AnnotationPage',
        partOf: of.address,
        startIndex: 0,
        items,
      },
      last: page,
    },
    null,
    1,
  );
}

function annotation(note: Note, { recordingId, titles }: Of): object {
  const motivation = motivations[note.sort];
  const words = { type: 'TextualBody', value: note.text, format: 'text/plain', purpose: motivation };
  const tags = note.tags.map((tag) => ({
    id: tagUrn + tag,
    type: 'TextualBody',
    value: titles.get(tag) ?? tag,
    purpose: 'tagging',
  }));
  return {
    id: `urn:uuid:${note.id}`,
    type: 'Annotation',
    motivation,
    creator: { type: 'Person', name: note.writer },
    created: note.createdAt.toISOString(),
    modified: note.changedAt.toISOString(),
    body: [...(note.text === '' ? [] : [words]), ...tags],
    target: {
      type: 'SpecificResource',
      source: `urn:uuid:${recordingId}`,
      selector: { type: 'FragmentSelector', conformsTo: mediaFragments, value: fragmentOf(note) },
    },
  };
}

const answer = ({ id, noteId, writer, text, createdAt }: Reply): object => ({
  id: `urn:uuid:${id}`,
  type: 'Annotation',
  motivation: replying,
  creator: { type: 'Person', name: writer },
  created: createdAt.toISOString(),
  body: [{ type: 'TextualBody', value: text, format: 'text/plain' }],
  target: `urn:uuid:${noteId}`,
});

const fragmentOf = ({ fromMs, toMs }: Note): string =>
  toMs === null ? `t=${fromMs / 1000}` : `t=${fromMs / 1000},${toMs / 1000}`;
