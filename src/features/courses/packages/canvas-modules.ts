import type { Archive } from './archive.ts';
import { childAt, childrenOf, readXml, textAt } from './read-xml.ts';

/** What Canvas says of a module or of an item in one, beside what the manifest says. */
interface CanvasItem {
  title: string;
  indent: number;
  hidden: boolean;
  url: string;
}

/** Modules and items by their ids; none where the package is not from Canvas. */
export async function readCanvasModules(archive: Archive): Promise<Map<string, CanvasItem>> {
  const entry = archive.get('course_settings/module_meta.xml');
  const found = new Map<string, CanvasItem>();
  if (!entry) return found;
  for (const module of childrenOf(await readXml(entry.open()), 'module'))
    for (const element of [module, ...childrenOf(childAt(module, 'items'), 'item')])
      found.set(element.attributes.identifier ?? '', {
        title: textAt(element, 'title'),
        indent: Math.min(6, Math.max(0, Number.parseInt(textAt(element, 'indent'), 10) || 0)),
        hidden: textAt(element, 'workflow_state') === 'unpublished',
        url: textAt(element, 'url'),
      });
  return found;
}
