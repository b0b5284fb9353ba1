import type { Nodes } from 'mdast';

/** What of a text is read: without marks, code and mathematics, a line for each block. For searching and counting. */
export function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'image':
      return node.alt ?? '';
    case 'break':
      return '\n';
    case 'inlineCode':
      return node.value;
    case 'code':
    case 'math':
    case 'inlineMath':
    case 'html':
    case 'definition':
    case 'yaml':
      return '';
    case 'tableRow':
      return `${node.children.map(wordsOf).join(' ')}\n`;
    default:
      if (!('children' in node)) return '';
      return isBlock(node) ? `${node.children.map(wordsOf).join('')}\n` : node.children.map(wordsOf).join('');
  }
}

const blocks: ReadonlySet<string> = new Set([
  'heading',
  'paragraph',
  'listItem',
  'blockquote',
  'table',
  'footnoteDefinition',
]);
const isBlock = ({ type }: Nodes): boolean => blocks.has(type);
