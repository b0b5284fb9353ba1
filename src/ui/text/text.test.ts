import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speaking } from '#platform/i18n/i18n.ts';
import { hurdlesIn } from './check-text.ts';
import { drawText, type ShownFile } from './draw-text.ts';
import { parseText } from './parse-text.ts';
import { readingOf } from './reading-age.ts';
import { wordsOf } from './words-of.ts';

const english = { locale: 'en-GB', zone: 'Europe/London', now: new Date('2026-11-18T09:00:00Z') };
const id = '01936f6e-0000-7000-8000-000000000001';
const drawn = (text: string, files: [string, ShownFile][] = []): string =>
  speaking(english, () => drawText(parseText(text), new Map(files)).text)
    .replace(/\s+/g, ' ')
    .replace(/> (?=[^<]*<\/li>)/g, '>')
    .replace(/ <\/li>/g, '</li>');

test('headings, lists, tables, code and mathematics are drawn as what they are', () => {
  const page = drawn(
    '# The Tudors\n\nHenry *had* **six** wives.\n\n- one\n- two\n\n| Wife | Years |\n|---|---:|\n| Catherine | 24 |\n\n```\nx = 1\n```\n\nThe area is $\\pi r^2$.\n\n$$\\frac{1}{2}$$',
  );
  assert.match(page, /<h2 id="the-tudors" dir="auto">The Tudors<\/h2>/, 'under the page’s own title');
  assert.match(page, /<em>had<\/em> <strong>six<\/strong>/);
  assert.match(page, /<ul> <li dir="auto">one<\/li> <li dir="auto">two<\/li>/);
  assert.match(page, /<th scope="col" class="number">Years<\/th>/);
  assert.match(page, /<td dir="auto" class="number" data-label="Years"><div>24<\/div><\/td>/);
  assert.match(page, /<pre tabindex="0"><code>x = 1<\/code><\/pre>/);
  assert.match(page, /<math[^>]*>[^]*<mfrac>/);
});

test('headings never leave a level out, however they were written', () => {
  const levels = (text: string): string =>
    [...drawn(text).matchAll(/<h(\d)/g)].map(([, level]) => level).join('');
  assert.equal(levels('# One\n\n## Two\n\n### Three\n\n# One'), '2342');
  assert.equal(levels('## Two\n\n### Three'), '23', 'the shallowest is the first');
  assert.equal(levels('#### Four\n\n# One\n\n### Three\n\n###### Six'), '2234');
});

test('nothing anybody writes becomes a script, a style or a fetch from elsewhere', () => {
  const hostile = [
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '[press](javascript:alert(1))',
    '[press](JaVaScRiPt:alert(1))',
    '[press](data:text/html;base64,PHNjcmlwdD4=)',
    '[press](//evil.example/x)',
    '[press](/\\\\evil.example)',
    '[press](vbscript:x)',
    '![x](https://evil.example/pixel.png)',
    '![x](javascript:alert(1))',
    `![x](file:${id})`,
    '<https://example.org/"onmouseover="alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '$\\href{javascript:alert(1)}{x}$',
    '$\\htmlStyle{color:red}{x}$',
    '$\\includegraphics{https://evil.example/x.png}$',
    '# <b onclick=x>\n\n## "><script>',
    '| <script> |\n|---|\n| "><img src=x> |',
    '```<script>\n</code></pre><script>alert(1)</script>\n```',
    `${'> '.repeat(400)}deep`,
    `${'- '.repeat(300)}deep`,
    '$$\\def\\x{\\x\\x}\\x$$',
    '[^1]\n\n[^1]: <script>',
  ];
  for (const text of hostile) {
    const page = (drawn(text).match(/<[^>]*>/g) ?? []).join('');
    assert.doesNotMatch(page, /<script|<img|<iframe|<object|<style|\son\w+=|style=/i, text);
    assert.doesNotMatch(page, /(?:href|src|action)="(?:javascript|data|vbscript|\/\/|\/\\)/i, text);
    assert.doesNotMatch(page, /src="https?:/i, text);
  }
});

test('a text’s own pictures, sounds and films are shown with their words; one that is gone says so', () => {
  const file = (type: string): ShownFile => ({ href: `/files/${id}`, type, name: 'x' });
  assert.match(
    drawn(`![A rose](file:${id})`, [[id, file('image/png')]]),
    /<img src="\/files\/[^"]+" alt="A rose"/,
  );
  assert.match(
    drawn(`![The anthem](file:${id})`, [[id, file('audio/mpeg')]]),
    /The anthem<\/span> <audio controls/,
  );
  assert.match(
    drawn(`![A film](file:${id})`, [[id, file('video/mp4')]]),
    /<video controls[^>]*aria-label="A film"/,
  );
  assert.match(
    drawn(`![A sheet](file:${id})`, [[id, file('application/pdf')]]),
    /<a href="\/files\/[^"]+">A sheet<\/a>/,
  );
  assert.match(
    drawn(`![A sheet](file:${id})`, [[id, { ...file('application/pdf'), size: '2 MB' }]]),
    /<\/a> \(2 MB\)/,
  );
  assert.match(drawn(`![A rose](file:${id})`), /not here any more/);
});

test('what is in the way of readers is said with its line, and forbids nothing', () => {
  const found = speaking(english, () =>
    hurdlesIn(
      parseText(
        '## Begin\n\n![](file:x)\n\n#### Deeper\n\n[click here](https://example.org)\n\n|  |  |\n|---|---|\n| a | b |\n',
      ),
    ),
  );
  assert.deepEqual(
    found.map(({ kind, line }) => [kind, line]),
    [
      ['picture', 3],
      ['heading', 5],
      ['link', 7],
      ['table', 9],
    ],
  );
  const fine = '## Begin\n\n![A rose](file:x)\n\n### Then\n\n[The museum’s page](https://example.org)\n';
  assert.deepEqual(
    speaking(english, () => hurdlesIn(parseText(fine))),
    [],
  );
});

test('the reading age of a text for small children is low, of a statute high, and of a few words unknown', () => {
  const small = 'The cat sat on a mat. It was a red mat. The dog ran to the cat. '.repeat(6);
  const statute =
    'The regulations may provide for the determination, in accordance with prescribed procedures, of the circumstances in which an educational establishment is to be regarded as discharging its responsibilities. '.repeat(
      4,
    );
  assert.ok(readingOf(small, 'en-GB').age! <= 7);
  assert.ok(readingOf(statute, 'en-GB').age! >= 17);
  assert.equal(readingOf('Hello there.', 'en-GB').age, null);
  assert.equal(readingOf(small, 'cy').age, null, 'the formula is for English');
});

test('what is searched are the words that are read', () => {
  assert.equal(
    wordsOf(
      parseText('# Title\n\nSome *words* ![a rose](file:x)\n\n| a | b |\n|---|---|\n| c | d |\n'),
    ).replace(/\s+/g, ' '),
    'Title Some words a rose a b c d ',
  );
});
