import { createRequire } from 'node:module';
import type * as Katex from 'katex';
import type { Nodes, Parents, Root, Table } from 'mdast';
import { t } from '#platform/i18n/i18n.ts';
import { attributes, slug } from '#ui/attributes.ts';
import { html, type Html, trusted, type Value } from '#ui/html.ts';
import { nodesOf } from './parse-text.ts';
import { wordsOf } from './words-of.ts';

const require = createRequire(import.meta.url);
/** Read when the first formula is drawn: ten megabytes that most schools never need. */
const katex = () => require('katex') as typeof Katex;

/** A file that a text shows: by its id, as `![words](file:ID)`. */
export interface ShownFile {
  href: string;
  /** 'image/png'; sounds and films are played, anything else is a link. */
  type: string;
  name: string;
  /** How large it is, in words: said where it is a link. */
  size?: string;
}

interface Drawing {
  /** Files of the text by id; one that is not among them is said to be gone. */
  files: ReadonlyMap<string, ShownFile>;
  /** At which level each heading is drawn. */
  levels: ReadonlyMap<Nodes, number>;
  /** What links mean whose address is given elsewhere in the text. */
  definitions: ReadonlyMap<string, string>;
}

/** Draws a text. Nothing in it becomes markup but what stands here. */
export function drawText(root: Root, files: ReadonlyMap<string, ShownFile> = new Map()): Html {
  const definitions = new Map(
    root.children.flatMap((node) =>
      node.type === 'definition' ? [[node.identifier, node.url] as const] : [],
    ),
  );
  return html`<div class="text">${inside(root, { files, levels: levelsOf(root), definitions })}</div>`;
}

/**
 * Headings as far apart as whoever hears the page expects: the shallowest of the text comes under the page's own title,
 * and none is more than one level below the heading before it.
 */
function levelsOf(root: Root): Map<Nodes, number> {
  const headings = [...nodesOf(root)].filter((node) => node.type === 'heading');
  const shallowest = Math.min(...headings.map(({ depth }) => depth));
  const first = 2;
  let last = first - 1;
  return new Map(
    headings.map((heading) => {
      last = Math.min(heading.depth - shallowest + first, last + 1, 6);
      return [heading, last];
    }),
  );
}

const inside = (node: Parents, drawing: Drawing): Value[] => node.children.map((each) => draw(each, drawing));

function draw(node: Nodes, drawing: Drawing): Value {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return html`<p dir="auto">${inside(node, drawing)}</p> `;
    case 'heading':
      return heading(drawing.levels.get(node)!, wordsOf(node), inside(node, drawing));
    case 'emphasis':
      return html`<em>${inside(node, drawing)}</em>`;
    case 'strong':
      return html`<strong>${inside(node, drawing)}</strong>`;
    case 'delete':
      return html`<s>${inside(node, drawing)}</s>`;
    case 'inlineCode':
      return html`<code>${node.value}</code>`;
    case 'code':
      return html`<pre tabindex="0"><code>${node.value}</code></pre> `;
    case 'break':
      return html`<br />`;
    case 'thematicBreak':
      return html`<hr /> `;
    case 'blockquote':
      return html`<blockquote>${inside(node, drawing)}</blockquote> `;
    case 'list':
      return node.ordered
        ? html`<ol start="${node.start ?? 1}">
            ${inside(node, drawing)}
          </ol> `
        : html`<ul>
            ${inside(node, drawing)}
          </ul> `;
    case 'listItem':
      return html`<li dir="auto">
        ${typeof node.checked === 'boolean' && html`<span class="task">${node.checked ? '☑' : '☐'}</span> `}${
          // A short list is close: its items hold one paragraph each.
          node.spread || node.children.length !== 1 || node.children[0]?.type !== 'paragraph'
            ? inside(node, drawing)
            : inside(node.children[0], drawing)
        }
      </li> `;
    case 'table':
      return table(node, drawing);
    case 'link':
      return link(node.url, inside(node, drawing));
    case 'linkReference':
      return link(drawing.definitions.get(node.identifier) ?? '', inside(node, drawing));
    case 'image':
      return shown(node.url, node.alt ?? '', drawing);
    case 'imageReference':
      return shown(drawing.definitions.get(node.identifier) ?? '', node.alt ?? '', drawing);
    case 'math':
      return html`<div class="maths" tabindex="0">${maths(node.value, true)}</div> `;
    case 'inlineMath':
      return maths(node.value, false);
    // What looks like a tag was meant as words.
    case 'html':
      return node.value;
    case 'footnoteReference':
      return html`<sup><a href="#note-${slug(node.identifier)}">${node.label ?? node.identifier}</a></sup>`;
    case 'footnoteDefinition':
      return html`<div class="note" id="note-${slug(node.identifier)}">
        <sup>${node.label ?? node.identifier}</sup> ${inside(node, drawing)}
      </div>`;
    default:
      return 'children' in node ? inside(node, drawing) : null;
  }
}

/** Each has an id of its own words, so that a link can lead to it. */
function heading(level: number, words: string, says: Value): Html {
  const id = slug(words);
  const tag = trusted(`h${level}`);
  return html`<${tag}${id !== '' && trusted(` id="${id}"`)} dir="auto">${says}</${tag}>\n`;
}

/** Where a link may lead: into this site, to the web, or to somebody's mail. Anything else stays words. */
const safeAddress = /^(?:https?:\/\/[^\s]+|mailto:[^\s]+|\/(?![/\\])[^\s]*|#[^\s]*)$/i;

const link = (url: string, says: Value): Html =>
  safeAddress.test(url)
    ? html`<a href="${url}" ${/^https?:/i.test(url) && trusted(' rel="noopener noreferrer"')}>${says}</a>`
    : html`<span>${says}</span>`;

/**
 * A picture, a sound or a film of the text's own files. What lies elsewhere is never fetched by opening the page, which
 * would tell that place who reads it: it is a link.
 */
function shown(url: string, words: string, { files }: Drawing): Html {
  const id = /^file:([\w-]{36})$/.exec(url)?.[1];
  if (id === undefined) return link(url, words || url);
  const file = files.get(id);
  if (!file) return html`<span class="meta">${t('(A file that is not here any more)')}</span>`;
  if (file.type.startsWith('image/')) return html`<img src="${file.href}" alt="${words}" loading="lazy" />`;
  if (file.type.startsWith('audio/'))
    return html`<span class="sound"
      >${words && html`<span>${words}</span> `}<audio controls preload="none" src="${file.href}"></audio
    ></span>`;
  if (file.type.startsWith('video/'))
    return html`<video
      controls
      preload="none"
      src="${file.href}"
      aria-label="${words || file.name}"
    ></video>`;
  const other = html`<a href="${file.href}">${words || file.name}</a>`;
  return file.size === undefined ? other : html`${other} (${file.size})`;
}

/** MathML, which screen readers read and every browser draws; what cannot be read as mathematics stays as it was typed. */
function maths(source: string, display: boolean): Html {
  try {
    return trusted(
      katex().renderToString(source, {
        displayMode: display,
        output: 'mathml',
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxExpand: 200,
        maxSize: 20,
      }),
    );
  } catch {
    return html`<code>${source}</code>`;
  }
}

/** On a phone each row becomes a card, in which the head of its column stands before each value. */
function table(node: Table, drawing: Drawing): Html {
  const [head, ...rows] = node.children;
  const heads = head!.children.map((cell) => wordsOf(cell).trim());
  const classOf = (column: number): string | null => (node.align?.[column] === 'right' ? 'number' : null);
  return html`<div class="table">
    <table>
      <thead>
        <tr>
          ${head!.children.map((cell, n) => html`<th${attributes({ scope: 'col', class: classOf(n) })}>${inside(cell, drawing)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.children.map((cell, n) => html`<td${attributes({ dir: 'auto', class: classOf(n), 'data-label': heads[n] || null })}><div>${inside(cell, drawing)}</div></td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div> `;
}
