import { formatNumber, t } from '#platform/i18n/i18n.ts';
import type { InstrumentPart } from '#features/evidence/index.ts';
import { chartFigure } from '#ui/chart/chart-figure.ts';
import { html, type Html } from '#ui/html.ts';
import { svgText, wrap } from '#ui/svg-text.ts';
import { seatName, type Seats } from '../instruments/chosen.ts';
import type { Entry } from './entry.ts';

const cell = { width: 108, height: 84, gap: 8 };
/** The drawing of a small room is not blown up. */
const leastColumns = 6;

/** The tables from the front, each with the signs that were put on it, and the same as a table. */
export function seatingPlan(
  part: Extract<InstrumentPart, { kind: 'seating-plan' }>,
  entries: readonly Entry[],
  seats: Seats | null,
): Html {
  const plan = seats ?? seatsOf(entries);
  const at = (seat: string, mark: string): number =>
    entries.filter(({ body }) => body.seat === seat && body.choice === mark).length;
  const all = [
    ...Object.keys(plan.names),
    ...entries.flatMap(({ body }) => (body.seat && !(body.seat in plan.names) ? [body.seat] : [])),
  ];
  return chartFigure({
    title: t('The tables'),
    note: part.marks.map(({ sign, label }) => `${sign}: ${t(label)}`).join(' · '),
    drawing: drawing(part, plan, at),
    columns: [{ label: t('Seat') }, ...part.marks.map(({ label }) => ({ label: t(label), numeric: true }))],
    rows: [...new Set(all)].map((seat) => [
      plan.names[seat] ?? t('Seat {seat}', { seat }),
      ...part.marks.map(({ id }) => formatNumber(at(seat, id))),
    ]),
  });
}

/** Where the drawing was taken back, the seats that were marked stand in it under their place. */
function seatsOf(entries: readonly Entry[]): Seats {
  const marked = [...new Set(entries.flatMap(({ body }) => body.seat ?? []))];
  const places = marked.map((seat) => seat.split('-').map(Number));
  return {
    rows: Math.max(1, ...places.map(([row]) => row ?? 1)),
    columns: Math.max(1, ...places.map(([, column]) => column ?? 1)),
    names: Object.fromEntries(marked.map((seat) => [seat, seat])),
  };
}

function drawing(
  part: Extract<InstrumentPart, { kind: 'seating-plan' }>,
  { rows, columns, names }: Seats,
  at: (seat: string, mark: string) => number,
): Html {
  const width = Math.max(columns, leastColumns) * cell.width;
  return html`<svg
    class="seating-plan"
    viewBox="0 0 ${width} ${rows * cell.height + 26}"
    role="img"
    aria-label="${t('The tables')}"
    direction="ltr"
  >
    ${svgText({ class: 'tick-label', x: 0, y: 16 }, t('The front'))}
    ${Array.from({ length: rows }, (_row, r) =>
      Array.from({ length: columns }, (_seat, c) => {
        const seat = seatName(r + 1, c + 1);
        const name = names[seat];
        if (name === undefined) return null;
        const [x, y] = [c * cell.width, r * cell.height + 26];
        const signs = part.marks
          .filter(({ id }) => at(seat, id) > 0)
          .map(({ id, sign }) => (at(seat, id) > 1 ? `${sign}${at(seat, id)}` : sign))
          .join(' ');
        return html`<rect
            class="seat"
            x="${x}"
            y="${y}"
            width="${cell.width - cell.gap}"
            height="${cell.height - cell.gap}"
            rx="6"
          />${svgText({ class: 'seat-name', x: x + 8, y: y + 20, step: 18 }, wrap(name, 11))}${
            signs !== '' && svgText({ class: 'seat-signs', x: x + 8, y: y + 66 }, signs)
          }`;
      }),
    )}
  </svg>`;
}
