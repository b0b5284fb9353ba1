import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, trusted } from './html.ts';

test('text is escaped wherever it stands, markup is not', () => {
  assert.equal(
    html`<a title="${'"x"'}">${'<b>&</b>'}${html`<i>${1}</i>`}</a>`.text,
    '<a title="&quot;x&quot;">&lt;b&gt;&amp;&lt;/b&gt;<i>1</i></a>',
  );
});

test('lists are joined and what is not there shows nothing', () => {
  assert.equal(html`${[html`<li>a</li>`, ['b', false, null, undefined, true]]}${0}`.text, '<li>a</li>b0');
});

test('only what this program made itself passes as it is', () => {
  assert.equal(html`${trusted('<svg></svg>')}`.text, '<svg></svg>');
});
