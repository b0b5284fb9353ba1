import type { Archive } from './archive.ts';
import { pathFrom } from './builder.ts';
import { nameOf } from './course-package.ts';
import { childAt, childrenOf, type XmlElement } from './read-xml.ts';

export type ResourceKind =
  | 'page'
  | 'file'
  | 'link'
  | 'discussion'
  | 'assignment'
  | 'canvas-assignment'
  | 'questions'
  | 'tool'
  | 'settings'
  | 'unknown';

/** A resource of the manifest: what it is, and where its content stands. */
export interface Resource {
  id: string;
  /** As the manifest calls it. */
  type: string;
  kind: ResourceKind;
  /** The file that is the resource; null where it is not in the package. */
  path: string | null;
  files: string[];
  name: string;
  /** It only serves another resource, which names it. */
  auxiliary: boolean;
  forTeachers: boolean;
}

/** Every resource by its id, in their order. */
export function cartridgeResources(manifest: XmlElement, archive: Archive): Map<string, Resource> {
  const elements = childrenOf(childAt(manifest, 'resources'), 'resource');
  const serving = new Set(
    elements.flatMap((each) =>
      childrenOf(each, 'dependency').map(({ attributes }) => attributes.identifierref),
    ),
  );
  return new Map(
    elements.flatMap((element) => {
      const id = element.attributes.identifier;
      return id === undefined ? [] : [[id, resourceOf(element, id, archive, serving.has(id))]];
    }),
  );
}

function resourceOf(element: XmlElement, id: string, archive: Archive, serves: boolean): Resource {
  const { href = '', type = '', base = '', intendeduse } = element.attributes;
  const hrefs = childrenOf(element, 'file').map(({ attributes }) => attributes.href ?? '');
  const there = (address: string): string | null => pathFrom(base, address, archive);
  const files = hrefs.map(there).filter((path) => path !== null);
  const named = href || hrefs[0] || '';
  const path = there(named);
  const kind = kindOf(type, path ?? named, hrefs);
  return {
    id,
    type,
    kind,
    path,
    files,
    name: nameOf(path ?? named) || id,
    // A file that serves another is still a file that texts show; what else serves is a part of it.
    auxiliary: serves && kind !== 'file' && kind !== 'page',
    forTeachers: intendeduse === 'lessonplan' || rolesIn(element).includes('Instructor'),
  };
}

function kindOf(type: string, path: string, hrefs: readonly string[]): ResourceKind {
  if (/^webcontent$/i.test(type)) return /\.x?html?$/i.test(path) ? 'page' : 'file';
  if (/^imswl_/i.test(type)) return 'link';
  if (/^imsdt_/i.test(type)) return 'discussion';
  if (/^imsqti_/i.test(type)) return 'questions';
  if (/^imsbasiclti_/i.test(type)) return 'tool';
  if (/^assignment_/i.test(type)) return 'assignment';
  if (!/^associatedcontent\//i.test(type)) return 'unknown';
  if (hrefs.some((href) => href.endsWith('assignment_settings.xml'))) return 'canvas-assignment';
  if (/(?:^|\/)canvas_export\.txt$/.test(path)) return 'settings';
  if (/\.x?html?$/i.test(path)) return 'page';
  return /\.(?:xml|qti)$/i.test(path) ? 'unknown' : 'file';
}

/** For whom a resource is, where its description says so. */
const rolesIn = (element: XmlElement): string[] =>
  childrenOf(childAt(element, 'metadata', 'lom', 'educational'), 'intendedEndUserRole').map(
    (role) => childAt(role, 'value')?.text.trim() ?? '',
  );
