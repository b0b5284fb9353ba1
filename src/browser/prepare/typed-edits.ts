import { changeArea, changeSpan, type HasSpan } from './change-edits.ts';
import { readClockTime } from './clock-time.ts';
import { type Edits, type Hiding, type Picture, type Place, placed, type Shape } from './edits.ts';
import { entryOf } from './entry-lists.ts';

export type Field = HTMLInputElement | HTMLSelectElement;

/** The edits with what was typed or chosen in a field, or why they cannot be; null where it is no field of theirs. */
export function withTyped(
  field: Field,
  edits: Edits,
  duration: number,
): Edits | 'unreadableTime' | 'wrongOrder' | null {
  const { field: name = '' } = field.dataset;
  const { value } = field;
  const id = entryOf(field, 'area');
  const [, of, end] = /^(part|area|silence)-(from|until)$/.exec(name) ?? [];
  if (of && end) {
    const time = readClockTime(value);
    if (time === undefined) return 'unreadableTime';
    const entry = of === 'silence' ? entryOf(field, 'silence') : id;
    return (
      changeSpan(edits, of as HasSpan, entry, { [end]: endIfShownSo(time, duration) }, duration) ??
      'wrongOrder'
    );
  }
  switch (name) {
    case 'picture':
      return { ...edits, picture: value as Picture };
    case 'shape':
      return changeArea(edits, id, (area) => ({ ...area, shape: value as Shape }));
    case 'hiding':
      return changeArea(edits, id, (area) => ({ ...area, hiding: value as Hiding }));
    case 'at':
    case 'x':
    case 'y':
    case 'width':
    case 'height':
      return withPosition(field, name, edits);
    default:
      return null;
  }
}

/** The end of a film is shown to a tenth of a second; typed so, the end itself is meant. */
const endIfShownSo = (time: number, duration: number): number =>
  Math.abs(time - duration) < 0.06 ? duration : time;

function withPosition(field: Field, name: 'at' | keyof Place, edits: Edits): Edits | 'unreadableTime' {
  const index = entryOf(field, 'position');
  const typed = name === 'at' ? readClockTime(field.value) : Number(field.value) / 100;
  if (typed === undefined || Number.isNaN(typed)) return 'unreadableTime';
  return changeArea(edits, entryOf(field, 'area'), (area) => {
    const { at, ...place } = { ...area.positions[index]!, [name]: typed };
    return placed({ ...area, positions: area.positions.toSpliced(index, 1) }, at, place);
  });
}
