import { html, render } from 'lit';
import { type NoteData, titleOf } from './note-data.ts';
import type { Narrow } from './narrow.ts';
import { counted, fill, type Words } from './words.ts';

interface FiltersOf {
  data: NoteData;
  words: Words;
  narrow: Narrow;
  shown: number;
  follows: boolean;
  mayNote: boolean;
}

interface Heard {
  narrow(by: Narrow): void;
  follow(follows: boolean): void;
}

/** What narrows the list, as one types, and how many notes fit. */
export function drawFilters(place: HTMLElement, of: FiltersOf, heard: Heard): void {
  const { data, words, narrow, shown, follows } = of;
  const all = data.notes.length;
  if (all === 0)
    return void render(
      html`<p class="empty">${of.mayNote ? words['nothing'] : words['nothingToRead']}</p>`,
      place,
    );
  const isNarrowed = Object.values(narrow).some((value) => value !== '');
  const choose = (part: Partial<Narrow>): void => heard.narrow({ ...narrow, ...part });
  const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const used = new Set(data.notes.flatMap(({ tags }) => tags));
  render(
    html`<div class="narrow" role="search">
        <label class="narrow-words"
          ><span>${words['words']}</span
          ><input
            type="search"
            autocomplete="off"
            .value=${narrow.words}
            @input=${(event: Event) => choose({ words: valueOf(event) })}
        /></label>
        ${
          data.people.size > 1
            ? html`<label
                ><span>${words['writtenBy']}</span
                ><select @change=${(event: Event) => choose({ person: valueOf(event) })}>
                  <option value="" ?selected=${narrow.person === ''}>${words['everybody']}</option>
                  ${[...data.people].map(
                    ([id, name]) =>
                      html`<option value=${id} ?selected=${narrow.person === id}>${name}</option>`,
                  )}
                </select></label
              >`
            : ''
        }
        ${
          used.size > 0
            ? html`<label
                ><span>${words['tag']}</span
                ><select @change=${(event: Event) => choose({ tag: valueOf(event) })}>
                  <option value="" ?selected=${narrow.tag === ''}>${words['allTags']}</option>
                  ${[...used].map(
                    (tag) =>
                      html`<option value=${tag} ?selected=${narrow.tag === tag}>
                        ${titleOf(data, tag)}
                      </option>`,
                  )}
                </select></label
              >`
            : ''
        }
        <label
          ><span>${words['sort']}</span
          ><select @change=${(event: Event) => choose({ sort: valueOf(event) as Narrow['sort'] })}>
            <option value="" ?selected=${narrow.sort === ''}>${words['both']}</option>
            <option value="describe" ?selected=${narrow.sort === 'describe'}>${words['see']}</option>
            <option value="judge" ?selected=${narrow.sort === 'judge'}>${words['make']}</option>
          </select></label
        >
      </div>
      <div class="narrow-line">
        <span role="status"
          >${
            isNarrowed
              ? shown === 0
                ? words['none']
                : fill(words['part'], { n: shown, all })
              : counted(all, words['one'], words['many'])
          }</span
        >
        <label class="choice"
          ><input
            type="checkbox"
            .checked=${follows}
            @change=${(event: Event) => heard.follow((event.target as HTMLInputElement).checked)}
          /><span>${words['follow']}</span></label
        >
      </div>`,
    place,
  );
}
