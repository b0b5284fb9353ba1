import { type Area, overlap, type Place, placeAt } from './edits.ts';
import { say, type Words } from './page-words.ts';

/** What somebody does to the areas on the picture, by finger, mouse or keys. */
export interface Hands {
  /** The area shall stand there at the moment that is shown. */
  move(id: number, place: Place, gesture: string): void;
  draw(place: Place): void;
  /** The finger was lifted. */
  rest(): void;
  remove(id: number): void;
  open(id: number): void;
}

/** One press of an arrow key, in shares of the picture. */
const step = 0.01;
/** Less is a tap: then one of a usual size is put there. */
const tap = 0.04;
export const usual = { width: 0.22, height: 0.3 };

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** The outlines over the picture, by which areas are drawn, moved and sized. */
export class AreaBoxes {
  readonly #layer: HTMLElement;
  readonly #words: Words;
  readonly #hands: Hands;
  #gestures = 0;
  #shown: readonly Area[] = [];
  #at = 0;

  constructor(layer: HTMLElement, words: Words, hands: Hands, signal: AbortSignal) {
    this.#layer = layer;
    this.#words = words;
    this.#hands = hands;
    layer.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    layer.addEventListener('keydown', (event) => this.#key(event), { signal });
    signal.addEventListener('abort', () => layer.replaceChildren());
  }

  /** The next press on the picture draws. */
  set isDrawing(drawing: boolean) {
    this.#layer.classList.toggle('drawing', drawing);
  }

  get isDrawing(): boolean {
    return this.#layer.classList.contains('drawing');
  }

  show(areas: readonly Area[], at: number): void {
    this.#at = at;
    this.#shown = areas.filter((area) => overlap(area, { from: at, until: at + 0.001 }));
    for (const box of [...this.#layer.children] as HTMLElement[])
      if (!this.#shown.some(({ id }) => box.dataset['area'] === String(id))) box.remove();
    for (const area of this.#shown) this.#put(area, placeAt(area, at));
  }

  focus(id: number): void {
    this.#box(id)?.focus({ preventScroll: true });
  }

  #box = (id: number): HTMLElement | null => this.#layer.querySelector(`[data-area="${id}"]`);

  #put({ id, shape }: Area, { x, y, width, height }: Place): void {
    const box = this.#box(id) ?? this.#layer.appendChild(this.#newBox(id));
    const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
    box.style.left = percent(x);
    box.style.top = percent(y);
    box.style.width = percent(width);
    box.style.height = percent(height);
    box.classList.toggle('round', shape === 'ellipse');
    const whole = (share: number): number => Math.round(share * 100);
    const label = say(this.#words.box, {
      name: say(this.#words.blur, { n: id }),
      x: whole(x),
      y: whole(y),
      width: whole(width),
      height: whole(height),
    });
    if (box.getAttribute('aria-label') !== label) box.setAttribute('aria-label', label);
  }

  #newBox(id: number): HTMLElement {
    const box = document.createElement('div');
    box.className = 'area';
    box.dataset['area'] = String(id);
    box.tabIndex = 0;
    box.setAttribute('role', 'button');
    box.setAttribute('aria-describedby', 'prepare-keys');
    const name = document.createElement('span');
    name.className = 'name';
    name.textContent = String(id);
    const corner = document.createElement('span');
    corner.className = 'corner';
    box.append(name, corner);
    return box;
  }

  #placeOf(box: HTMLElement): { id: number; place: Place } | undefined {
    const area = this.#shown.find(({ id }) => String(id) === box.dataset['area']);
    return area && { id: area.id, place: placeAt(area, this.#at) };
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const box = event.target.closest<HTMLElement>('.area');
    if (this.isDrawing) return this.#follow(event, undefined, false);
    if (!box) return;
    box.focus({ preventScroll: true });
    this.#follow(event, this.#placeOf(box), event.target.matches('.corner'));
  }

  /** Follows one finger from where it was set down until it is lifted. */
  #follow(down: PointerEvent, held: { id: number; place: Place } | undefined, sizes: boolean): void {
    down.preventDefault();
    const layer = this.#layer;
    const { left, top, width, height } = layer.getBoundingClientRect();
    const gesture = `finger ${++this.#gestures}`;
    const at = ({ clientX, clientY }: PointerEvent): [number, number] => [
      Math.min(Math.max((clientX - left) / width, 0), 1),
      Math.min(Math.max((clientY - top) / height, 0), 1),
    ];
    const start = at(down);
    const ends = new AbortController();
    const { signal } = ends;
    let moved = false;
    layer.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId || !held) return;
      const [x, y] = at(event);
      const [across, along] = [x - start[0], y - start[1]];
      if (!moved && Math.hypot(across * width, along * height) < 3) return;
      moved = true;
      const { place } = held;
      this.#hands.move(
        held.id,
        sizes
          ? { ...place, width: place.width + across, height: place.height + along }
          : { ...place, x: place.x + across, y: place.y + along },
        gesture,
      );
    };
    const up = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      ends.abort();
      if (held) return this.#hands.rest();
      this.isDrawing = false;
      if (event.type === 'pointerup') this.#hands.draw(drawn(start, at(event)));
    };
    layer.addEventListener('pointermove', move, { signal });
    layer.addEventListener('pointerup', up, { signal });
    layer.addEventListener('pointercancel', up, { signal });
  }

  #key(event: KeyboardEvent): void {
    const box = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.area') : null;
    const held = box && this.#placeOf(box);
    if (!held) return;
    const { id, place } = held;
    const arrow = arrows[event.key];
    if (arrow) {
      const [x, y] = arrow;
      this.#hands.move(
        id,
        event.shiftKey
          ? { ...place, width: place.width + x, height: place.height + y }
          : { ...place, x: place.x + x, y: place.y + y },
        `keys ${id} ${event.shiftKey}`,
      );
    } else if (event.key === 'Delete' || event.key === 'Backspace') this.#hands.remove(id);
    else if (event.key === 'Enter' || event.key === ' ') this.#hands.open(id);
    else return;
    event.preventDefault();
  }
}

function drawn([x1, y1]: [number, number], [x2, y2]: [number, number]): Place {
  const place = {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  };
  if (place.width > tap || place.height > tap) return place;
  return { x: x2 - usual.width / 2, y: y2 - usual.height / 2, ...usual };
}
