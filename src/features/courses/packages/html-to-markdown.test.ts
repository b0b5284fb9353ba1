import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { type AddressBook, htmlToMarkdown, TooLong } from './html-to-markdown.ts';

const pictures: string[] = [];
const book: AddressBook = {
  addressOf: (address) => (/^(?:https?:|mailto:|#|package:)/.test(address) ? address : null),
  keepPicture: (bytes, mediaType) => {
    pictures.push(`${mediaType} ${bytes.length}`);
    return `package:data/${pictures.length}`;
  },
};
const markdown = (html: string): Promise<string> => htmlToMarkdown(html, book);
const drawn = (text: string): string => drawText(parseText(text)).text;
/** What is read, without marks and space. */
const said = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/\s+/g, '');

test('headings, lists, tables and what is stressed become Markdown', async () => {
  const text = await markdown(
    '<h2>The Tudors</h2><p>Henry <em>had</em> <strong>six</strong> wives.</p><ol><li>one<li>two</ol>' +
      '<table><tr><th>Wife</th><th>Years</th></tr><tr><td>Catherine</td><td>24</td></tr></table><pre>x = 1</pre>',
  );
  assert.equal(
    text,
    '## The Tudors\n\nHenry *had* **six** wives.\n\n1. one\n2. two\n\n| Wife | Years |\n| - | - |\n| Catherine | 24 |\n\n```\nx = 1\n```',
  );
});

test('words that look like marks stay words', async () => {
  for (const words of [
    '# no heading',
    '1. no list',
    '- nor this',
    '*stars* and _lines_',
    '[a](https://example.org)',
    'costs $5 and $6',
    '| a | b |',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '`code`',
    '![a](file:x)',
    'a ~~b~~ c',
    'footnote [^1]',
    '&amp;lt;',
    '&gt; said',
    '+ plus',
    'www.example.org and a@example.org',
  ]) {
    const page = drawn(await markdown(`<p>${words}</p>`));
    assert.equal(said(page), words.replace(/\s+/g, ''), `${words} → ${page}`);
    assert.doesNotMatch(page, /<(?:h\d|li|em|strong|code|math|table|blockquote|s|sup)\b/, words);
  }
});

test('mathematics is kept as mathematics, however it was written', async () => {
  assert.equal(await markdown('<p>So \\(a^2\\) and $$\\frac{1}{2}$$</p>'), 'So $a^2$ and $\\frac{1}{2}$');
  assert.equal(
    await markdown('<math><mfrac><mn>1</mn><msqrt><mi>x</mi></msqrt></mfrac></math>'),
    '$\\frac{1}{\\sqrt{x}}$',
  );
  assert.equal(
    await markdown(
      '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics></math>',
    ),
    '$x_1$',
  );
  assert.equal(
    await markdown('<img class="equation_image" data-equation-content="\\pi r^2" src="/equation_images/x">'),
    '$\\pi r^2$',
  );
  assert.equal(await markdown('<p>x<sup>2</sup>, H<sub>2</sub>O, a<sup>bc</sup></p>'), 'x², H₂O, a^(bc)');
});

test('scripts, styles and forms go; frames and players become links', async () => {
  assert.equal(
    await markdown(
      '<style>p{}</style><script>alert("<p>no</p>")</script><form><textarea>no</textarea><p>yes</p></form>' +
        '<iframe src="https://example.org/film" title="A film"></iframe><svg><text>no</text></svg>',
    ),
    'yes\n\n[A film](https://example.org/film)',
  );
  assert.equal(
    await markdown(
      '<video><source src="package:a.mp4"></video><audio src="https://example.org/a.mp3"></audio>',
    ),
    '![](package:a.mp4)<https://example.org/a.mp3>',
  );
});

test('pictures written into the text become files', async () => {
  pictures.length = 0;
  assert.equal(
    await markdown('<p><img alt="A rose" src="data:image/png;base64,AAAA"></p>'),
    '![A rose](package:data/1)',
  );
  assert.deepEqual(pictures, ['image/png 3']);
  assert.equal(
    await markdown('<img alt="x" src="data:image/svg+xml;base64,AAAA">'),
    'x',
    'a drawing may hold scripts',
  );
});

test('no disguise turns a text into a script, a style or a fetch from elsewhere', async () => {
  for (const html of [
    '<script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</script>',
    '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
    '<img src=x onerror=alert(1)>',
    '<img src="javascript:alert(1)" alt=x>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href=" data:text/html,<script>alert(1)</script>">x</a>',
    '<svg><script>alert(1)</script></svg>',
    '<svg/onload=alert(1)>',
    '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
    '<math href="javascript:alert(1)">x</math>',
    '<table background="javascript:alert(1)"><tr><td>x</table>',
    '<object data="javascript:alert(1)">x</object>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<template><script>alert(1)</script></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<!--><img src=x onerror=alert(1)>-->',
    '<![CDATA[<img src=x onerror=alert(1)>]]>',
    '<style><img src="</style><img src=x onerror=alert(1)//">',
    '&lt;img src=x onerror=alert(1)&gt;',
    '<p>&lt;script&gt;</p>',
    '<base href="https://evil.example/"><a href="x">x</a>',
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    '<a href="https://example.org/&quot; onclick=&quot;alert(1)">x</a>',
    '<code></code>```</code><script>alert(1)</script>',
  ]) {
    const tags = (drawn(await markdown(html)).match(/<[^>]*>/g) ?? []).join('');
    assert.doesNotMatch(tags, /<script|<img|<iframe|<object|<style|<svg|<meta|<base|\son\w+=/i, html);
    assert.doesNotMatch(tags, /(?:href|src)="(?!https?:)/i, html);
  }
});

test('what would take a parser hours takes no time and little memory', async () => {
  const n = 20_000;
  const texts: string[] = [
    '<div>'.repeat(n),
    `${'<div>'.repeat(n)}x${'</div>'.repeat(n)}`,
    Array.from({ length: n }, (_, at) => `<b id=${at}>`).join('') + '<p>x'.repeat(1000),
    '<b><p>'.repeat(n),
    '<table><tr><td>'.repeat(n),
    '<div><table><tr><td></div>'.repeat(n),
    '<a href="x'.repeat(n),
    '<!--'.repeat(n),
    '<ul><li>'.repeat(n),
    '<blockquote>'.repeat(n),
    `<p title="${'x'.repeat(2_000_000)}">x</p>`,
    `<p ${'a='.repeat(n * 10)}>x</p>`,
    '\\('.repeat(n),
    '$$'.repeat(n + 1),
    '&'.repeat(n),
    '*_'.repeat(n),
    '<a>'.repeat(n),
    '<'.repeat(n),
    '<svg>'.repeat(n),
    '<option>'.repeat(n),
  ];
  for (const text of texts) {
    const began = performance.now();
    const memory = process.memoryUsage().heapUsed;
    await markdown(text);
    const took = performance.now() - began;
    assert.ok(took < 8000, `${text.slice(0, 30)}… took ${Math.round(took)} ms`);
    assert.ok(
      process.memoryUsage().heapUsed - memory < 400_000_000,
      `${text.slice(0, 30)}… took much memory`,
    );
  }
  const words = await markdown(`${'<div>'.repeat(n)}deep words${'</div>'.repeat(n)}`);
  assert.equal(words, 'deep words');
  await assert.rejects(markdown(`<p>${'x '.repeat(800_000)}</p>`), TooLong);
});
