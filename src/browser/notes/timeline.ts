import type { NoteData, Tag, TimedNote } from './note-data.ts';

/** Heights in CSS pixels. */
const waveHeight = 44;
const laneHeight = 24;
/** What is drawn of a moment, and the least of a stretch. */
const markWidth = 3;
/** Nearer than this to where one pressed is a click. */
const dragFrom = 6;

/** Tokens of the interface, one after another for the lanes. */
const colours = ['--specialist', '--peer', '--practice', '--pupils', '--accent'];

export interface Lane {
  /** Undefined: notes that have no tag that is offered. */
  tag: Tag | undefined;
  title: string;
}

interface Heard {
  seek(ms: number): void;
  choose(stretch: { from: number; to: number } | null): void;
}

/** The waveform and a lane for each tag, on one canvas; what moves lies above it, so that playing draws nothing anew. */
export class Timeline {
  readonly canvas = document.createElement('canvas');
  readonly #needle = document.createElement('div');
  readonly #chosen = document.createElement('div');
  readonly #box = document.createElement('div');
  readonly #heard: Heard;
  #draws: { notes: readonly TimedNote[]; data: NoteData; lanes: readonly Lane[] } | null = null;
  #duration = 0;

  constructor(place: HTMLElement, heard: Heard) {
    this.#heard = heard;
    this.#box.className = 'timeline';
    this.#box.dir = 'ltr';
    this.#needle.className = 'needle';
    this.#chosen.className = 'chosen';
    this.#chosen.hidden = true;
    this.canvas.setAttribute('aria-hidden', 'true');
    this.#box.append(this.canvas, this.#chosen, this.#needle);
    place.append(this.#box);
    new ResizeObserver(() => this.#paint()).observe(this.#box);
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'])
      matchMedia(query).addEventListener('change', () => this.#paint());
    this.#listen();
  }

  /** Draws these notes, each in the lanes of its tags. */
  draw(notes: readonly TimedNote[], data: NoteData, lanes: readonly Lane[]): void {
    this.#draws = { notes, data, lanes };
    this.#duration = data.duration;
    this.#paint();
  }

  /** Moves the needle. */
  at(ms: number): void {
    const x = this.#duration > 0 ? (ms / this.#duration) * this.#box.clientWidth : 0;
    this.#needle.style.transform = `translateX(${x}px)`;
  }

  /** Shows the stretch that is chosen, or none. */
  show(stretch: { from: number; to: number } | null): void {
    this.#chosen.hidden = stretch === null || this.#duration === 0;
    if (!stretch || this.#duration === 0) return;
    this.#chosen.style.insetInlineStart = `${(100 * stretch.from) / this.#duration}%`;
    this.#chosen.style.inlineSize = `${(100 * (stretch.to - stretch.from)) / this.#duration}%`;
  }

  #paint(): void {
    if (!this.#draws) return;
    const { notes, data, lanes } = this.#draws;
    const width = this.#box.clientWidth;
    const wave = data.peaks.length > 0 ? waveHeight : 0;
    const height = wave + lanes.length * laneHeight;
    const scale = Math.min(window.devicePixelRatio || 1, 2);
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    this.canvas.style.inlineSize = `${width}px`;
    this.canvas.style.blockSize = `${height}px`;
    this.#box.style.blockSize = `${height}px`;
    const pen = this.canvas.getContext('2d');
    if (!pen || width === 0 || this.#duration === 0) return;
    pen.scale(scale, scale);
    const style = getComputedStyle(document.documentElement);
    const ink = (name: string): string => style.getPropertyValue(name).trim();
    drawWave(pen, data.peaks, { width, height: wave, colour: ink('--edge') });
    pen.fillStyle = ink('--rule');
    for (let lane = 0; lane <= lanes.length; lane++)
      pen.fillRect(0, wave + lane * laneHeight - 0.5, width, 1);
    const places = new Map(lanes.map(({ tag }, index) => [tag?.value, index]));
    const untagged = places.get(undefined);
    const paints = lanes.map((_lane, index) => ink(colours[index % colours.length]!));
    const mark = (note: TimedNote, lane: number): void => {
      const x = (note.from / this.#duration) * width;
      const span = note.to === null ? 0 : ((note.to - note.from) / this.#duration) * width;
      pen.fillStyle = paints[lane]!;
      pen.globalAlpha = note.to === null ? 1 : 0.72;
      pen.fillRect(
        Math.min(x, width - markWidth),
        wave + lane * laneHeight + 4,
        Math.max(span, markWidth),
        laneHeight - 8,
      );
    };
    for (const note of notes) {
      let drawn = false;
      for (const tag of note.tags) {
        const lane = places.get(tag);
        if (lane === undefined) continue;
        mark(note, lane);
        drawn = true;
      }
      if (!drawn && untagged !== undefined) mark(note, untagged);
    }
    pen.globalAlpha = 1;
  }

  /** A click goes there; a drag chooses a stretch. */
  #listen(): void {
    let pressed: number | null = null;
    const at = (event: PointerEvent): number => {
      const { left, width } = this.#box.getBoundingClientRect();
      return Math.round(Math.min(Math.max(0, (event.clientX - left) / width), 1) * this.#duration);
    };
    const stretch = (event: PointerEvent): { from: number; to: number } => {
      const ends = [at(event), pressed!].sort((one, other) => one - other);
      return { from: ends[0]!, to: ends[1]! };
    };
    let began = 0;
    this.#box.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      pressed = at(event);
      began = event.clientX;
      this.#box.setPointerCapture(event.pointerId);
    });
    this.#box.addEventListener('pointermove', (event) => {
      if (pressed !== null && Math.abs(event.clientX - began) >= dragFrom) this.show(stretch(event));
    });
    this.#box.addEventListener('pointerup', (event) => {
      if (pressed === null) return;
      if (Math.abs(event.clientX - began) < dragFrom) this.#heard.seek(at(event));
      else this.#heard.choose(stretch(event));
      pressed = null;
    });
    this.#box.addEventListener('pointercancel', () => {
      pressed = null;
      this.#heard.choose(null);
    });
  }
}

function drawWave(
  pen: CanvasRenderingContext2D,
  peaks: readonly number[],
  { width, height, colour }: { width: number; height: number; colour: string },
): void {
  if (height === 0) return;
  pen.fillStyle = colour;
  pen.globalAlpha = 0.6;
  const step = width / peaks.length;
  for (const [index, peak] of peaks.entries()) {
    const tall = Math.max(1, (peak / 100) * (height - 6));
    pen.fillRect(index * step, (height - tall) / 2, Math.max(step * 0.8, 0.5), tall);
  }
  pen.globalAlpha = 1;
}
