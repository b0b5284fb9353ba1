import { html, render } from 'lit';
import type { Tag } from './note-data.ts';
import type { Words } from './words.ts';

/** All keys, in a window over the page. */
export function openHelp(place: HTMLElement, words: Words, tags: readonly Tag[]): void {
  const rows: [string[], string | undefined][] = [
    [['Space', 'K'], words['play']],
    [['J', 'L'], words['slower']],
    [['←', '→'], words['tenth']],
    [[',', '.'], words['frame']],
    [['↑', '↓'], words['jump']],
    [['N'], words['noteHere']],
    [['Enter'], words['save']],
    [['Shift + Enter'], words['saveNew']],
    [['Esc'], words['leave']],
    [['R'], words['loop']],
    [['?'], words['help']],
    ...tags
      .filter(({ key }) => key !== '')
      .map(({ key, title, spans }): [string[], string] => [
        [key.toUpperCase()],
        `${title}: ${words[spans ? 'tagStretch' : 'tagMoment'] ?? ''}`,
      ]),
  ];
  render(
    html`<dialog class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title" tabindex="-1" autofocus>${words['keys']}</h2>
      <dl>
        ${rows.map(
          ([keys, says]) =>
            html`<div>
              <dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
              <dd>${says}</dd>
            </div>`,
        )}
      </dl>
      <form method="dialog"><button class="button secondary">${words['close']}</button></form>
    </dialog>`,
    place,
  );
  const dialog = place.querySelector('dialog')!;
  if (!dialog.open) dialog.showModal();
}
