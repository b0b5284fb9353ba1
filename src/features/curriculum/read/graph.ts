import type { Quad, Term } from 'n3';
import { t } from '#platform/i18n/i18n.ts';
import { decodeText } from '#features/imports/index.ts';
import type { CurriculumFile } from './framework-document.ts';

/** What files of linked data say, asked by subject and by the last part of a property's address. */
export interface Graph {
  /** Everything that is of a type, by the last part of the type's address, in the order of the files. */
  ofType(type: string): string[];
  /** Addresses or words, in the order of the files; words in the language asked for first. */
  all(subject: string, property: string): string[];
  one(subject: string, property: string): string;
  /** What points to it by a property. */
  whichSay(property: string, object: string): string[];
}

/** Files of linked data written as Turtle, joined into one graph; or why they could not be read. */
export async function readGraph(
  files: readonly CurriculumFile[],
  language: string,
): Promise<{ graph: Graph } | { unreadable: string }> {
  // Read when it is needed: schools bring a curriculum in once in some years.
  const { Parser } = await import('n3');
  const quads: Quad[] = [];
  for (const file of files) {
    try {
      quads.push(...new Parser({ format: 'text/turtle' }).parse(decodeText(file.bytes).text));
    } catch (error) {
      return {
        unreadable: t('We could not read “{file}” as Turtle: {reason}', {
          file: file.name,
          reason: error instanceof Error ? error.message.slice(0, 200) : '',
        }),
      };
    }
  }
  return { graph: graphOf(quads, language) };
}

const lastPart = (address: string): string => /[^/#]+$/.exec(address)?.[0] ?? address;

function graphOf(quads: readonly Quad[], language: string): Graph {
  const said = new Map<string, Term[]>();
  const saidOf = new Map<string, Set<string>>();
  const types = new Map<string, Set<string>>();
  const put = <Value>(map: Map<string, Set<Value>>, key: string, value: Value): void => {
    const there = map.get(key);
    if (there) there.add(value);
    else map.set(key, new Set([value]));
  };
  for (const { subject, predicate, object } of quads) {
    const property = lastPart(predicate.value);
    if (property === 'type') put(types, lastPart(object.value), subject.value);
    const key = `${subject.value} ${property}`;
    const there = said.get(key);
    if (!there) said.set(key, [object]);
    // Files of one curriculum repeat what they share.
    else if (!there.some((each) => each.equals(object))) there.push(object);
    if (object.termType === 'NamedNode') put(saidOf, `${object.value} ${property}`, subject.value);
  }
  const rank = (term: Term): number =>
    term.termType !== 'Literal' || term.language === language
      ? 0
      : term.language.split('-')[0] === language.split('-')[0]
        ? 1
        : term.language === ''
          ? 2
          : 3;
  const all = (subject: string, property: string): string[] =>
    (said.get(`${subject} ${property}`) ?? [])
      .map((term) => ({ term, at: rank(term) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ term }) => (term.termType === 'Literal' ? oneSpace(term.value) : term.value));
  return {
    ofType: (type) => [...(types.get(type) ?? [])],
    all,
    one: (subject, property) => all(subject, property)[0] ?? '',
    whichSay: (property, object) => [...(saidOf.get(`${object} ${property}`) ?? [])],
  };
}

/** Lines within a text of Turtle are broken where its file is, and paragraphs by an empty line. */
const oneSpace = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
    .join('\n');
