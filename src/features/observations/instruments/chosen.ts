import { byIdOrNone, catalogue, type Instrument, type InstrumentKind } from '#features/evidence/index.ts';

/** A pupil whom the observed teacher chose: by words, never by an account. */
export interface ChosenPupil {
  label: string;
  /** What the teacher expects of this pupil; '' where nothing was written. */
  expected: string;
}

/** How the tables stand. A seat is called by its row and its place in it, '1-3'; the front row is 1. */
export interface Seats {
  rows: number;
  columns: number;
  /** What each seat is called; where there is no seat, nothing. */
  names: Readonly<Record<string, string>>;
}

/** What the observed teacher chose for a visit. */
export interface Chosen {
  id: string;
  instrument: string;
  pupils: readonly ChosenPupil[];
  seats: Seats | null;
  version: number;
}

export const mostPupils = 6;
/** What a pupil is called, in characters. */
export const longestLabel = 60;
const mostRows = 12;
const mostColumns = 12;
const longestSeat = 24;

/** The instrument with this id; undefined where the catalogue has none any more. */
export const instrumentOf = (id: string | undefined): Instrument | undefined =>
  id === undefined ? undefined : byIdOrNone(catalogue().instruments, id);

export const hasPart = (instrument: Instrument, ...kinds: readonly InstrumentKind[]): boolean =>
  instrument.parts.some(({ kind }) => kinds.includes(kind));

/** Whether the observed teacher has to say more than which instrument. */
export const needsSetUp = (instrument: Instrument): boolean =>
  hasPart(instrument, 'pupil-notes', 'predicted-observed', 'seating-plan');

export const seatName = (row: number, column: number): string => `${row}-${column}`;

/** Reads tables as they are typed: a line for each row, the front first, seats between commas, '-' for a gap. */
export function readSeats(text: string): Seats | null {
  const rows = text
    .split('\n')
    .map((line) => line.split(',').map((seat) => seat.trim()))
    .filter((line) => line.some((seat) => seat !== ''));
  if (rows.length === 0) return null;
  const names: Record<string, string> = {};
  for (const [r, row] of rows.entries())
    for (const [c, seat] of row.entries())
      if (seat !== '' && seat !== '-') names[seatName(r + 1, c + 1)] = seat;
  return { rows: rows.length, columns: Math.max(...rows.map(({ length }) => length)), names };
}

/** The same again for the field it was typed in. */
export const seatsAsTyped = (seats: Seats | null): string =>
  seats === null
    ? ''
    : Array.from({ length: seats.rows }, (_row, r) =>
        Array.from({ length: seats.columns }, (_seat, c) => seats.names[seatName(r + 1, c + 1)] ?? '-').join(
          ', ',
        ),
      ).join('\n');

/** Whether tables can be drawn so that a thumb hits them; undefined when they can, otherwise what is wrong. */
export function whyNotDrawn(seats: Seats): 'too-many' | 'long-name' | undefined {
  if (seats.rows > mostRows || seats.columns > mostColumns) return 'too-many';
  return Object.values(seats.names).some(({ length }) => length > longestSeat) ? 'long-name' : undefined;
}
