import { html, nothing, render } from 'lit';
import { clock } from './clock.ts';
import type { Lane } from './timeline.ts';
import { fill, type Words } from './words.ts';

export interface Stretch {
  from: number;
  to: number;
}

interface ToolsOf {
  words: Words;
  lanes: readonly Lane[];
  /** How many notes stand in each lane. */
  counts: readonly number[];
  /** Tags whose stretch has begun. */
  begun: ReadonlyMap<string, number>;
  chosen: Stretch | null;
  looping: boolean;
  mayNote: boolean;
  keysOn: boolean;
  goesOn: boolean;
  said: string;
}

interface Heard {
  tag(lane: Lane): void;
  noteOn(stretch: Stretch): void;
  playAgain(stretch: Stretch): void;
  leave(): void;
  help(): void;
  keys(on: boolean): void;
  goOn(on: boolean): void;
}

/** Names of the lanes beside the canvas; each is the button of its tag. */
export function drawLanes(place: HTMLElement, of: ToolsOf, heard: Heard): void {
  const { lanes, counts, begun, mayNote } = of;
  render(
    lanes.map((lane, index) => {
      const { tag, title } = lane;
      const since = tag && begun.get(tag.value);
      const body = html`${tag && tag.key !== '' ? html`<kbd>${tag.key.toUpperCase()}</kbd>` : nothing}
        <span class="lane-title">${title}</span><span class="lane-count">${counts[index]}</span>`;
      return tag && mayNote
        ? html`<button
            type="button"
            class="lane ${since === undefined ? '' : 'begun'}"
            aria-pressed=${tag.spans ? String(since !== undefined) : nothing}
            title=${title}
            @click=${() => heard.tag(lane)}
          >
            ${body}
          </button>`
        : html`<span class="lane">${body}</span>`;
    }),
    place,
  );
}

/** What is chosen, what was said last, and the settings. */
export function drawTools(place: HTMLElement, of: ToolsOf, heard: Heard): void {
  const { words, chosen, looping, mayNote, keysOn, goesOn, said } = of;
  const box = (label: string | undefined, checked: boolean, then: (on: boolean) => void) =>
    html`<label class="choice"
      ><input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => then((event.target as HTMLInputElement).checked)}
      /><span>${label}</span></label
    >`;
  const stretch = chosen && { from: clock(chosen.from), until: clock(chosen.to) };
  render(
    html`${
        chosen
          ? html`<div class="acts stretch">
              <strong>${fill(words['stretch'], stretch!)}</strong>
              ${
                mayNote
                  ? html`<button
                      type="button"
                      class="button secondary small"
                      @click=${() => heard.noteOn(chosen)}
                    >
                      ${words['noteStretch']}
                    </button>`
                  : nothing
              }
              <button
                type="button"
                class="button secondary small"
                aria-pressed=${String(looping)}
                @click=${() => heard.playAgain(chosen)}
              >
                ${words['playStretch']}
              </button>
              <button type="button" class="plain" @click=${() => heard.leave()}>
                ${words['clearStretch']}
              </button>
            </div>`
          : nothing
      }
      <p class="player-said" role="status">${said}</p>
      <details class="player-settings">
        <summary>${words['keys']}</summary>
        <p class="meta">${words['keysHint']} ${words['timelineHint']}</p>
        ${box(words['keysOn'], keysOn, heard.keys)}
        ${mayNote ? box(words['goOn'], goesOn, heard.goOn) : nothing}
        <p class="buttons">
          <button type="button" class="button secondary small" @click=${() => heard.help()}>
            ${words['help']}
          </button>
        </p>
      </details>`,
    place,
  );
}
