import { attributes } from '#ui/attributes.ts';
import type { Field, Option } from '#ui/form-types.ts';
import { html, type Html, type Value } from '#ui/html.ts';

interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
  group?: string | undefined;
  disabled?: boolean | undefined;
}

const whole = (option: Option): Choice =>
  typeof option === 'string' ? { value: option, label: option } : { ...option, value: String(option.value) };

/** The options of a select. Without an answer yet an empty one comes first, so none is chosen by accident. */
export function options(field: Field, chosen: readonly string[]): Value {
  const all = (field.options ?? []).map(whole);
  const hasEmpty = all.some((option) => option.value === '');
  const first = !hasEmpty && !field.multiple && (chosen.length === 0 || !field.required);
  const out: Value[] = [first && html`<option value=""></option>`];
  const groups = Map.groupBy(all, (option) => option.group ?? '');
  for (const [group, members] of groups) {
    const inside = members.map(
      (option) =>
        html`<option${attributes({
          value: option.value,
          selected: chosen.includes(option.value),
          disabled: option.disabled,
        })}>${option.label}</option>`,
    );
    out.push(group === '' ? inside : html`<optgroup label="${group}">${inside}</optgroup>`);
  }
  return out;
}

/**
 * Radios or tick boxes, those of a group under its heading. The first carries the field's own id, so that a link
 * from the summary lands on it.
 */
export function choices(
  type: 'radio' | 'checkbox',
  id: string,
  field: Field,
  chosen: readonly string[],
): Html {
  const groups = Map.groupBy<string, Choice>((field.options ?? []).map(whole), ({ group }) => group ?? '');
  let drawn = 0;
  const draw = (each: Choice): Html => choice(type, id, drawn++, field, each, chosen.includes(each.value));
  return html`${[...groups].map(([group, members]) => {
    const boxes = html`<div class="choices">${members.map(draw)}</div>`;
    return group === ''
      ? boxes
      : html`<fieldset class="choices-of">
          <legend>${group}</legend>
          ${boxes}
        </fieldset>`;
  })}`;
}

function choice(
  type: 'radio' | 'checkbox',
  id: string,
  index: number,
  field: Field,
  { value, label, hint, disabled }: Choice,
  checked: boolean,
): Html {
  const own = index === 0 ? id : `${id}-${index + 1}`;
  // The first choice bears the field's id, whose hint already has `-hint`.
  const hintId = `${own}-choice-hint`;
  return html`<label class="choice"><input${attributes({
    type,
    id: own,
    name: field.name,
    value,
    checked,
    required: type === 'radio' && field.required,
    disabled,
    // The hint lies in the label, so that a finger may land on it; it is read once, as a description.
    'aria-labelledby': hint === undefined ? null : `${own}-name`,
    'aria-describedby': hint === undefined ? null : hintId,
  })}>${
    hint === undefined
      ? html`<span>${label}</span>`
      : html`<span
          ><span id="${own}-name">${label}</span><span class="hint" id="${hintId}">${hint}</span></span
        >`
  }</label>`;
}
