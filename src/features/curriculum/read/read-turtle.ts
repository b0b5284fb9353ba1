import { t } from '#platform/i18n/i18n.ts';
import { yearKey } from '../year-key.ts';
import type { CurriculumFile, FrameworkDocument, LeftOut, ReadStatement } from './framework-document.ts';
import { type Graph, readGraph } from './graph.ts';
import { putInOrder } from './put-in-order.ts';

/**
 * A curriculum as linked data: concepts of SKOS under one another, and where the files say so the stages and year groups
 * in which each is taught, as the national curriculum for England is published (Oak National Academy for the Department
 * for Education, ontology “curriculum core”: schemes cover key stages, progressions of a scheme cover content).
 */
export async function readTurtle(
  files: readonly CurriculumFile[],
  language: string,
): Promise<FrameworkDocument | { unreadable: string }> {
  const read = await readGraph(files, language);
  if ('unreadable' in read) return read;
  const { graph } = read;
  const concepts = graph.ofType('Concept');
  if (concepts.length === 0)
    return { unreadable: t('These files name no statements of a curriculum (concepts of SKOS).') };
  const left: LeftOut[] = [];
  const said = placeholders(graph, concepts, left);
  const taught = whenTaught(graph);
  const orderOf = (address: string): number => Number(graph.one(address, 'displayOrder')) || 0;
  const statements = concepts
    .toSorted((a, b) => orderOf(a) - orderOf(b))
    .map((address): ReadStatement => {
      const { subject, stages, years } = taught(address);
      return {
        address,
        parent: graph.one(address, 'broader') || (graph.whichSay('narrower', address)[0] ?? null),
        code: graph.one(address, 'notation'),
        kind: kindOf(graph, address),
        words: graph.one(address, 'prefLabel') || graph.one(address, 'label'),
        note: ['definition', 'scopeNote', 'supportingGuidance']
          .map((property) => graph.one(address, property))
          .filter((text) => text !== '' && !said.has(text))
          .join('\n'),
        subject,
        stages,
        years,
      };
    });
  return { ...about(graph), format: 'turtle', statements: putInOrder(statements, left), left };
}

/** The same words given for several statements say nothing about any of them: a publisher's place for words to come. */
function placeholders(graph: Graph, concepts: readonly string[], left: LeftOut[]): Set<string> {
  const counted = new Map<string, number>();
  for (const address of concepts)
    for (const property of ['definition', 'supportingGuidance']) {
      const text = graph.one(address, property);
      if (text !== '') counted.set(text, (counted.get(text) ?? 0) + 1);
    }
  const repeated = [...counted].filter(([, times]) => times > 1).map(([text]) => text);
  left.push(...repeated.map((what) => ({ what, why: 'placeholder' as const })));
  return new Set(repeated);
}

/** "ContentDescriptor" is "Content descriptor". */
const kindOf = (graph: Graph, address: string): string => {
  const type = graph
    .all(address, 'type')
    .map((each) => /[^/#]+$/.exec(each)?.[0] ?? '')
    .find((each) => each !== '' && each !== 'Concept' && each !== 'NamedIndividual');
  if (type === undefined) return '';
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words[0]!.toUpperCase() + words.slice(1);
};

/** The subject of a statement, and the stages and years in which a scheme of that subject covers it. */
function whenTaught(graph: Graph): (address: string) => Pick<ReadStatement, 'subject' | 'stages' | 'years'> {
  const yearsOf = (stage: string): string[] =>
    graph.whichSay('isYearGroupOf', stage).map((year) => yearKey(graph.one(year, 'label')));
  const schemeOf = (progression: string): string => graph.one(progression, 'isProgressionOf');
  const above = (address: string, seen = new Set<string>()): string => {
    const parent = graph.one(address, 'broader');
    return parent === '' || seen.has(parent) ? address : above(parent, seen.add(parent));
  };
  return (address) => {
    const schemes = graph.whichSay('coversContent', address).map(schemeOf).filter(Boolean);
    const stages = [...new Set(schemes.flatMap((scheme) => graph.all(scheme, 'coversKeyStage')))];
    const subject = schemes.map((scheme) => graph.one(scheme, 'isSchemeOf')).find(Boolean);
    return {
      subject: (subject && graph.one(subject, 'label')) || graph.one(above(address), 'prefLabel'),
      stages: stages.map((stage) => graph.one(stage, 'label')).filter(Boolean),
      years: [...new Set(stages.flatMap(yearsOf))],
    };
  };
}

/** What the files say of themselves: each is an ontology with a title, and what their titles share is the curriculum's. */
function about(
  graph: Graph,
): Pick<FrameworkDocument, 'address' | 'title' | 'version' | 'publisher' | 'licence' | 'source'> {
  const files =
    graph.ofType('Ontology').length > 0 ? graph.ofType('Ontology') : graph.ofType('ConceptScheme');
  const each = (property: string): string[] => files.map((file) => graph.one(file, property)).filter(Boolean);
  const titles = [...each('title'), ...(each('title').length === 0 ? each('prefLabel') : [])];
  return {
    address: shared(files).replace(/[^/#]*$/, '') || files[0] || '',
    title:
      titles.length === 1
        ? titles[0]!
        : shared(titles).replace(/[\s:–-]+$/, '') || (titles[0] ?? t('A curriculum')),
    version: [...new Set(each('versionInfo'))].join(', '),
    publisher: [...new Set([...each('publisher'), ...each('creator')])].join(', '),
    licence: [...new Set(each('license'))].join(', '),
    source: each('seeAlso')[0] ?? '',
  };
}

/** How all of them begin. */
function shared([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
