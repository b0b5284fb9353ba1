import { clock } from '../notes/clock.ts';
import { fill, type Words } from '../notes/words.ts';
import type { Pair } from './pair.ts';

const speeds = [0.5, 0.75, 1, 1.25, 1.5];
const heard = ['left', 'right', 'both', 'none'] as const;
type Heard = (typeof heard)[number];

/** What moves both: made here, since without the script there is nothing that it could do. */
export class Tools {
  readonly #pair: Pair;
  readonly #words: Words;
  readonly #play: HTMLButtonElement;
  readonly #bar: HTMLInputElement;
  readonly #clock: HTMLOutputElement;
  readonly #heard: HTMLSelectElement;
  readonly #speed: HTMLSelectElement;
  readonly #line: HTMLButtonElement;
  readonly #nudges: HTMLButtonElement[];
  readonly #said: HTMLElement;
  #shown = '';

  constructor(place: HTMLElement, pair: Pair, words: Words) {
    this.#pair = pair;
    this.#words = words;
    this.#play = this.#button('play', () => pair.toggle());
    this.#play.classList.remove('secondary');
    this.#bar = this.#scrubber();
    this.#clock = document.createElement('output');
    this.#heard = this.#select(
      'heard',
      heard.map((each) => [each, words[each] ?? each]),
      (value) => this.#hear(value as Heard),
    );
    this.#speed = this.#select(
      'speed',
      speeds.map((each) => [String(each), fill(words['times'], { n: each })]),
      (value) => {
        pair.speed = Number(value);
      },
    );
    this.#speed.value = '1';
    this.#line = this.#button('part', () => this.lineUp());
    this.#nudges = [
      this.#button('nudgeBack', () => this.#nudge(-0.1)),
      this.#button('nudgeOn', () => this.#nudge(0.1)),
    ];
    this.#said = document.createElement('p');
    this.#said.className = 'meta';
    this.#said.setAttribute('role', 'status');
    const keys = document.createElement('p');
    keys.className = 'meta keys';
    keys.textContent = words['keys'] ?? '';
    place.replaceChildren(this.#atHand(), this.#others(), keys);
    this.#hear('left');
    pair.onChange(() => this.#draw());
    this.#draw();
  }

  /** What is needed all the time, and stays in sight while one scrolls from the one film to the other. */
  #atHand(): HTMLElement {
    const pair = this.#pair;
    const back = this.#button('back', () => pair.seek(pair.now - 5));
    const on = this.#button('on', () => pair.seek(pair.now + 5));
    const line = row(this.#play, back, on, this.#clock, this.#bar);
    line.classList.add('at-hand');
    line.setAttribute('role', 'group');
    line.setAttribute('aria-label', this.#words['tools'] ?? '');
    return line;
  }

  #others(): HTMLElement {
    const others = document.createElement('div');
    others.className = 'others';
    others.append(
      row(this.#labelled('heard', this.#heard), this.#labelled('speed', this.#speed)),
      row(this.#line, ...this.#nudges),
      this.#said,
    );
    return others;
  }

  /** Parts them, or lines them up where they stand; how they were lined up is kept in the address. */
  lineUp(): void {
    if (this.#pair.together) this.#pair.part();
    else {
      this.#pair.join();
      this.#keep();
    }
  }

  nextHeard(): void {
    const at = heard.indexOf(this.#heard.value as Heard);
    this.#hear(heard[(at + 1) % heard.length]!);
  }

  #nudge(seconds: number): void {
    this.#pair.nudge(seconds);
    this.#keep();
  }

  #keep(): void {
    const address = new URL(location.href);
    address.searchParams.set('apart', String(Math.round(this.#pair.apart * 1000)));
    history.replaceState(history.state, '', address);
  }

  #hear(which: Heard): void {
    this.#heard.value = which;
    const [first, second] = this.#pair.films;
    first.muted = which === 'right' || which === 'none';
    second.muted = which === 'left' || which === 'none';
  }

  #draw(): void {
    const { now, start, end, playing, together } = this.#pair;
    const words = this.#words;
    setText(this.#play, (playing ? words['pause'] : words['play']) ?? '');
    this.#bar.min = String(Math.round(start * 100) / 100);
    this.#bar.max = String(Math.round(end * 100) / 100);
    this.#bar.value = String(now);
    this.#bar.disabled = !together;
    const where = fill(words['at'], { now: clock((now - start) * 1000), end: clock((end - start) * 1000) });
    setText(this.#clock, where);
    if (where !== this.#shown) this.#bar.setAttribute('aria-valuetext', (this.#shown = where));
    setText(this.#line, (together ? words['part'] : words['join']) ?? '');
    for (const nudge of this.#nudges) nudge.disabled = !together;
    setText(this.#said, this.#says());
  }

  #says(): string {
    const { together, waiting, apart } = this.#pair;
    const words = this.#words;
    if (!together) return words['parted'] ?? '';
    if (waiting) return words['waiting'] ?? '';
    if (Math.abs(apart) < 0.05) return words['level'] ?? '';
    return fill(apart > 0 ? words['later'] : words['earlier'], { n: Math.abs(apart).toFixed(1) });
  }

  #scrubber(): HTMLInputElement {
    const bar = document.createElement('input');
    bar.type = 'range';
    bar.step = '0.05';
    bar.setAttribute('aria-label', this.#words['where'] ?? '');
    bar.addEventListener('input', () => this.#pair.seek(Number(bar.value)));
    return bar;
  }

  #button(word: string, then: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button secondary small';
    const short = this.#words[`${word}Short`];
    button.textContent = short ?? this.#words[word] ?? '';
    if (short) button.setAttribute('aria-label', `${short}: ${this.#words[word]}`);
    button.addEventListener('click', then);
    return button;
  }

  #select(
    word: string,
    options: readonly (readonly [string, string])[],
    then: (value: string) => void,
  ): HTMLSelectElement {
    const select = document.createElement('select');
    select.name = word;
    select.append(...options.map(([value, label]) => new Option(label, value)));
    select.addEventListener('change', () => then(select.value));
    return select;
  }

  #labelled(word: string, field: HTMLElement): HTMLLabelElement {
    const label = document.createElement('label');
    label.append(`${this.#words[word] ?? ''} `, field);
    return label;
  }
}

function row(...all: HTMLElement[]): HTMLElement {
  const line = document.createElement('div');
  line.className = 'row';
  line.append(...all);
  return line;
}

/** A line that has not changed is not read out again. */
function setText(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
