import { escapeXml } from './read-xml.ts';
import type { WrittenItem } from './write-common-cartridge.ts';

/** How Canvas calls what an item is. */
const kinds: Readonly<Record<WrittenItem['kind'], string>> = {
  section: 'ContextModuleSubHeader',
  page: 'WikiPage',
  file: 'Attachment',
  link: 'ExternalUrl',
  discussion: 'DiscussionTopic',
  questions: 'Quizzes::Quiz',
};

/** The course as modules of Canvas: what is hidden and how far it is set in. Sections within sections are modules of their own. */
export function canvasModules(items: readonly WrittenItem[]): string {
  const loose = items.filter(({ kind }) => kind !== 'section');
  const modules = [
    ...(loose.length > 0 ? [moduleXml('root', '', false, loose)] : []),
    ...everySection(items).map(({ id, title, hidden, items: within }) =>
      moduleXml(id, title, hidden, within),
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<modules xmlns="http://canvas.instructure.com/xsd/cccv1p0">\n${modules.join('\n')}\n</modules>\n`;
}

const everySection = (items: readonly WrittenItem[]): WrittenItem[] =>
  items.filter(({ kind }) => kind === 'section').flatMap((item) => [item, ...everySection(item.items)]);

const stateOf = (hidden: boolean): string =>
  `<workflow_state>${hidden ? 'unpublished' : 'active'}</workflow_state>`;

const moduleXml = (id: string, title: string, hidden: boolean, items: readonly WrittenItem[]): string =>
  `<module identifier="${id}"><title>${escapeXml(title)}</title>${stateOf(hidden)}<items>${items
    .filter(({ kind }) => kind !== 'section')
    .map(
      (item) =>
        `<item identifier="${item.id}"><content_type>${kinds[item.kind]}</content_type>${stateOf(item.hidden)}<title>${escapeXml(item.title)}</title><identifierref>${item.resource ?? ''}</identifierref><indent>${item.indent}</indent></item>`,
    )
    .join('')}</items></module>`;
