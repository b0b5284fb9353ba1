import { attributes } from '#ui/attributes.ts';
import type { Field, Option } from '#ui/form-types.ts';
import { html, type Html, type Value } from '#ui/html.ts';

const whole = (option: Option) =>
  typeof option === 'string' ? { value: option, label: option } : { ...option, value: String(option.value) };

/** The options of a select. Without an answer yet an empty one comes first, so none is chosen by accident. */
export function options(field: Field, chosen: readonly string[]): Value {
  const all = (field.options ?? []).map(whole);
  const hasEmpty = all.some((option) => option.value === '');
  const first = !hasEmpty && !field.multiple && (chosen.length === 0 || !field.required);
  const out: Value[] = [first && html`<option value=""></option>`];
  const groups = Map.groupBy(all, (option) => ('group' in option ? (option.group ?? '') : ''));
  for (const [group, members] of groups) {
    const inside = members.map(
      (option) =>
        html`<option${attributes({
          value: option.value,
          selected: chosen.includes(option.value),
          disabled: 'disabled' in option && option.disabled,
        })}>${option.label}</option>`,
    );
    out.push(group === '' ? inside : html`<optgroup label="${group}">${inside}</optgroup>`);
  }
  return out;
}

/** Radios or tick boxes. The first carries the field's own id, so that a link from the summary lands on it. */
export function choices(
  type: 'radio' | 'checkbox',
  id: string,
  field: Field,
  chosen: readonly string[],
): Html {
  return html`<div class="choices">
    ${(field.options ?? []).map((option, index) => {
      const { value, label, ...rest } = whole(option);
      const own = index === 0 ? id : `${id}-${index + 1}`;
      // The first choice bears the field's id, whose hint already has `-hint`.
      const hintId = `${own}-choice-hint`;
      const hint = 'hint' in rest ? rest.hint : undefined;
      return html`<label class="choice"><input${attributes({
        type,
        id: own,
        name: field.name,
        value,
        checked: chosen.includes(value),
        required: type === 'radio' && field.required,
        disabled: 'disabled' in rest && rest.disabled,
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
    })}
  </div>`;
}
