import { attributes } from '#ui/attributes.ts';
import { html, type Html } from '#ui/html.ts';

interface SvgTextOptions {
  x: number;
  y: number;
  class: string;
  anchor?: 'start' | 'middle' | 'end' | undefined;
  transform?: string | undefined;
  /** Distance between lines. */
  step?: number | undefined;
}

/** Words in a drawing, one line or several. */
export function svgText(options: SvgTextOptions, words: string | readonly string[]): Html {
  const lines = typeof words === 'string' ? [words] : words;
  const { x, y, anchor, step = 16, transform } = options;
  const marks = attributes({
    class: options.class,
    x: short(x),
    y: short(y),
    'text-anchor': anchor,
    transform,
  });
  if (lines.length === 1) return html`<text${marks}>${lines[0]}</text>`;
  const parts = lines.map(
    (line, index) =>
      html`<tspan${attributes({ x: short(x), dy: index === 0 ? null : step })}>${line}</tspan>`,
  );
  return html`<text${marks}>${parts}</text>`;
}

/** Breaks words into two lines at most, the first no longer than `room` letters where it can. */
export function wrap(words: string, room: number): string[] {
  if (words.length <= room) return [words];
  const cut = words.lastIndexOf(' ', room);
  const at = cut > 0 ? cut : words.indexOf(' ');
  return at < 0 ? [words] : [words.slice(0, at), words.slice(at + 1)];
}

/** To a tenth of a unit of the drawing: finer is never seen. */
export const short = (value: number): number => Math.round(value * 10) / 10;
