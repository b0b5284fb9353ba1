import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letter } from './letter.ts';

const why = {
  because: 'You get this because you are a partner in this agreement.',
  toStop: 'To stop these letters, open Me, then Notices.',
};

test('a letter reads well as plain text, and ends with why one got it and how to stop', () => {
  const { text } = letter({
    greeting: 'Dear Nia,',
    paragraphs: ['Tom has signed.', 'Yours is the last name missing.'],
    link: { label: 'Sign the agreement', url: 'https://school.example/agreements/1' },
    why,
  });
  assert.equal(
    text,
    `Dear Nia,

Tom has signed.

Yours is the last name missing.

Sign the agreement:
https://school.example/agreements/1

-- 
You get this because you are a partner in this agreement.
To stop these letters, open Me, then Notices.
`,
  );
});

test('the HTML says the same, with everything people wrote as plain words', () => {
  const { html } = letter({
    greeting: 'Dear <b>Nia</b>,',
    paragraphs: ['One & "two"\nnext line', '<script>alert(1)</script>'],
    link: { label: 'Open <it>', url: 'https://school.example/?a="1"&b=2' },
    why,
    language: 'cy',
  });
  assert.doesNotMatch(html, /<b>|<script>|<it>|style=|src=|<img/);
  assert.match(html, /<html lang="cy">/);
  assert.match(html, /One &amp; &quot;two&quot;<br>next line/);
  assert.match(html, /href="https:\/\/school.example\/\?a=&quot;1&quot;&amp;b=2"/);
  assert.ok(html.includes(why.because) && html.includes(why.toStop));
});

test('a letter never links to anything but a web page', () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', '/agreements/1']) {
    assert.throws(
      () => letter({ greeting: 'Hello,', paragraphs: [], link: { label: 'x', url }, why }),
      TypeError,
    );
  }
});

test('several things stand in a list, each with its page, in the text and where it is shown', () => {
  const { text, html } = letter({
    greeting: 'Dear Nia,',
    paragraphs: ['These wait for you:'],
    list: [
      { label: 'Sign <it>', url: 'https://school.example/1' },
      { label: 'Read', url: 'https://school.example/2' },
    ],
    why,
  });
  assert.match(
    text,
    /- Sign <it>\n {2}https:\/\/school\.example\/1\n\n- Read\n {2}https:\/\/school\.example\/2\n/,
  );
  assert.match(html, /<li><a href="https:\/\/school\.example\/1">Sign &lt;it&gt;<\/a><\/li>/);
  const unsafe = [{ label: 'x', url: 'javascript:alert(1)' }];
  assert.throws(() => letter({ greeting: '', paragraphs: [], list: unsafe, why }), TypeError);
});
