import type { Html, Value } from '#ui/html.ts';

/** A bare string is its own value and label. Options with a `group` stand under that heading. */
export type Option =
  | string
  | {
      value: string | number;
      label: string;
      hint?: string | undefined;
      group?: string | undefined;
      disabled?: boolean | undefined;
    };

export interface Field {
  name: string;
  label: string;
  /** One line under the label. */
  hint?: string | undefined;
  /** Wins over the form's `values[name]`. Dates as YYYY-MM-DD or a Date; lists for checkboxes. */
  value?: unknown;
  /** What it shows where the form's values say nothing of it. */
  initial?: unknown;
  /** Fields that are not required are marked "optional"; nothing is starred. */
  required?: boolean | undefined;
  /** Not marked so, where words above a group of such fields say it once. */
  unmarked?: boolean | undefined;
  autocomplete?: string | undefined;
  /** Height of a textarea when empty; it grows as one types. */
  rows?: number | undefined;
  /** For select, radios and checkboxes. */
  options?: readonly Option[] | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  maxlength?: number | undefined;
  inputmode?: string | undefined;
  /** For file: "image/*,.pdf". */
  accept?: string | undefined;
  /** For file and select: more than one. */
  multiple?: boolean | undefined;
  /** The label is heard but not seen, where a heading or column says it already. */
  labelHidden?: boolean | undefined;
  /** Width of the box in characters, when a short answer is expected: 4 for a mark. */
  width?: 'short' | 'middle' | undefined;
  /** The page opens with the cursor here. */
  autofocus?: boolean | undefined;
}

export interface Fields {
  text(field: Field): Html;
  email(field: Field): Html;
  password(field: Field): Html;
  number(field: Field): Html;
  date(field: Field): Html;
  time(field: Field): Html;
  url(field: Field): Html;
  search(field: Field): Html;
  textarea(field: Field): Html;
  select(field: Field): Html;
  radios(field: Field): Html;
  checkboxes(field: Field): Html;
  /** One tick box; sends value (or "yes") when ticked, nothing when not. */
  checkbox(field: Field): Html;
  file(field: Field): Html;
  /** Fields that belong together, under one legend. */
  group(legend: string, body: Value, hint?: string): Html;
  idOf(name: string): string;
  /** The how-many-eth of the fields shown so far it is, from 0; -1 where it is none of them. */
  placeOf(name: string): number;
  /** Whether one of the fields shown so far is for a password. */
  asksPassword(): boolean;
}
