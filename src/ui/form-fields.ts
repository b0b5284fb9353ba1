import { t } from '#platform/i18n/i18n.ts';
import { attributes, slug, type AttributeValue } from '#ui/attributes.ts';
import { choices, options } from '#ui/form-choices.ts';
import { filesFromBefore } from '#ui/form-files.ts';
import type { Field, Fields, Option } from '#ui/form-types.ts';
import { html, type Html, type Value } from '#ui/html.ts';

interface Context {
  prefix: string;
  values: Readonly<Record<string, unknown>>;
  errors: Readonly<Record<string, string>>;
}

/** The field makers of one form: they know its values, its errors and how its ids begin. */
export function fieldsOf({ prefix, values, errors }: Context): Fields {
  const shown = new Set<string>();
  let asksPassword = false;
  const idOf = (name: string) => `${prefix}-${slug(name)}`;
  const placeOf = (name: string) => [...shown].indexOf(name);
  const valueOf = (field: Field) =>
    field.value === undefined ? (values[field.name] ?? field.initial) : field.value;

  /** What input, select and textarea have in common, and the ids of what describes them. */
  function common(field: Field): Record<string, AttributeValue> {
    shown.add(field.name);
    const id = idOf(field.name);
    return {
      id,
      name: field.name,
      required: field.required,
      autocomplete: field.autocomplete,
      autofocus: field.autofocus,
      'aria-invalid': errors[field.name] === undefined ? null : 'true',
      'aria-describedby': describedBy(field, id),
    };
  }

  function describedBy(field: Field, id: string): string | null {
    const ids = [];
    if (field.hint !== undefined) ids.push(`${id}-hint`);
    if (errors[field.name] !== undefined) ids.push(`${id}-error`);
    return ids.length > 0 ? ids.join(' ') : null;
  }

  const hintAndError = (field: Field, id: string): Value => [
    field.hint !== undefined && html`<span class="hint" id="${id}-hint">${field.hint}</span>`,
    errors[field.name] !== undefined &&
      html`<span class="error" id="${id}-error">${errors[field.name]}</span>`,
  ];

  const wrap = (field: Field, control: Html): Html => {
    const id = idOf(field.name);
    const label = field.labelHidden ? 'label hidden' : 'label';
    return html`<div class="field${errors[field.name] !== undefined && ' wrong'}">
      <label class="${label}" for="${id}">${field.label}${optional(field)}</label
      >${hintAndError(field, id)}${control}
    </div>`;
  };

  const passwordField = (field: Field): Html => {
    asksPassword = true;
    return input('password')(field);
  };

  const input = (type: string) => (field: Field) =>
    wrap(
      field,
      html`<input${attributes({
        type,
        ...common(field),
        value: type === 'password' || type === 'file' ? null : textOf(valueOf(field)),
        min: field.min,
        max: field.max,
        step: field.step,
        maxlength: field.maxlength,
        inputmode: field.inputmode,
        accept: field.accept,
        multiple: field.multiple,
        class: field.width,
      })}
        >${type === 'file' && filesFromBefore(field.name, idOf(field.name), values)}
       `,
    );

  const several = (type: 'radio' | 'checkbox') => (field: Field) => {
    shown.add(field.name);
    const id = idOf(field.name);
    return html`<fieldset${attributes({
      class: errors[field.name] === undefined ? 'field' : 'field wrong',
      'aria-describedby': describedBy(field, id),
    })}><legend class="${field.labelHidden ? 'label hidden' : 'label'}">${field.label}${optional(field)}</legend>${hintAndError(field, id)}${choices(type, id, field, listOf(valueOf(field)))}</fieldset>`;
  };

  return {
    text: input('text'),
    email: input('email'),
    password: passwordField,
    number: (field) => input('number')({ inputmode: 'decimal', step: 'any', width: 'short', ...field }),
    date: (field) => input('date')({ width: 'middle', ...field }),
    time: (field) => input('time')({ width: 'short', ...field }),
    url: input('url'),
    search: input('search'),
    file: input('file'),
    textarea: (field) =>
      wrap(
        field,
        html`<textarea${attributes({ ...common(field), rows: field.rows ?? 3, maxlength: field.maxlength })}>
${textOf(valueOf(field))}</textarea>`,
      ),
    select: (field) =>
      wrap(
        field,
        html`<select${attributes({ ...common(field), multiple: field.multiple, class: field.width })}>${options(field, listOf(valueOf(field)))}</select>`,
      ),
    radios: several('radio'),
    checkboxes: several('checkbox'),
    checkbox(field) {
      const value = valueOf(field);
      const sent = field.options?.[0] === undefined ? 'yes' : optionValue(field.options[0]);
      const id = idOf(field.name);
      const checked = value === true || listOf(value).some((each) => each === sent || each === 'on');
      return html`<div class="field tick${errors[field.name] !== undefined && ' wrong'}"><label class="choice"><input${attributes(
        { type: 'checkbox', ...common(field), value: sent, checked },
      )}><span>${field.label}</span></label>${hintAndError(field, id)}</div>`;
    },
    group: (legend, body, hint) =>
      html`<fieldset class="group">
        <legend>${legend}</legend>
        ${hint !== undefined && html`<p class="hint">${hint}</p>`}${body}
      </fieldset>`,
    idOf,
    placeOf,
    asksPassword: () => asksPassword,
  };
}

const optional = (field: Field): Value =>
  !field.required && !field.unmarked && html` <span class="optional">${t('(optional)')}</span>`;

const optionValue = (option: Option) => (typeof option === 'string' ? option : String(option.value));

/** A value as it stands in a field: dates as YYYY-MM-DD, nothing as ''. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return Array.isArray(value) ? value.join(', ') : String(value as string | number | boolean);
}

function listOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  return Array.isArray(value) ? value.map(String) : [textOf(value)];
}
