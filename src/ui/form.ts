import { DRAFT_SAVED_AT } from '#platform/drafts/drafts.ts';
import { DRAWN_FOR, drawnFor } from '#platform/http/drawn-for.ts';
import { t } from '#platform/i18n/i18n.ts';
import { attributes, slug } from '#ui/attributes.ts';
import { errorSummary } from '#ui/error-summary.ts';
import { fieldsOf } from '#ui/form-fields.ts';
import type { Fields } from '#ui/form-types.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';

export type { Field, Fields, Option } from '#ui/form-types.ts';

export interface FormOptions {
  /** Where it is posted. */
  action: string;
  /** What the one main button does, as a verb: "Sign the agreement". */
  button: string;
  /** What fields show when they are given no value of their own: what was typed, a draft, the stored row. */
  values?: Readonly<Record<string, unknown>> | undefined;
  /** Message by field name; the name '' is for the form as a whole. */
  errors?: Readonly<Record<string, string>> | undefined;
  /** 'get' for searches and filters; changes are always posted. */
  method?: 'get' | 'post' | undefined;
  /** Set when the form carries files. */
  multipart?: boolean | undefined;
  /** A small form inside a line or a list: its button is not the main thing of the page. */
  quiet?: boolean | undefined;
  /** The button takes something away. */
  danger?: boolean | undefined;
  /** Key under which what is typed is kept while typing; also gives the button "Keep as draft". */
  draft?: string | undefined;
  /** Its own button keeps what is typed as it is, for oneself, so a second one that keeps a draft is not drawn. */
  keepsAsTyped?: boolean | undefined;
  /** Sent unseen. A `version` is that of the stored text; a draft begun on another sends its own instead. */
  hidden?: Readonly<Record<string, string | number | null | undefined>> | undefined;
  /** Begins every id in this form. Needed only when one page has two forms with the same action and fields. */
  prefix?: string | undefined;
  /** Another way to send the same form: `name` and `value` tell the action which button it was. */
  also?: readonly AlsoButton[] | undefined;
  /** Where "Leave without saving" leads. */
  cancel?: string | undefined;
  /** Says which of several like buttons this is, for people who hear them one by one: "Remove Rhian Puw". */
  describe?: string | undefined;
}

interface AlsoButton {
  label: string;
  name: string;
  value: string;
}

/**
 * A form with its fields, errors and one main button.
 *
 *   form({ action: '/needs', button: t('Send my answers'), values, errors }, (f) => html`
 *     ${f.textarea({ name: 'most', label: t('What would help you most?'), required: true })}
 *   `)
 */
export function form(options: FormOptions, fields: (f: Fields) => Value = () => null): Html {
  const prefix = options.prefix ?? `f-${slug(options.action)}`;
  const errors = options.errors ?? {};
  const f = fieldsOf({ prefix, values: options.values ?? {}, errors });
  const body = fields(f);
  const markup = html`<form${attributes({
    action: options.action,
    method: options.method ?? 'post',
    enctype: options.multipart ? 'multipart/form-data' : null,
    class: options.quiet ? 'form quiet' : 'form',
    novalidate: true,
  })}>
${errorSummary(errors, f)}${savedMeanwhile(options)}${hiddenInputs(options)}${body}
${buttons(options)}
</form>`;
  return options.draft === undefined ? markup : draftForm(options.draft, options.values, markup);
}

/**
 * The version that a draft, or a form that came back, was written against, where it is not the one stored
 * now. Stored values give numbers; what was sent gives text.
 */
function versionBegunOn({ values, hidden }: FormOptions): string | undefined {
  const begun = values?.['version'];
  const now = hidden?.['version'];
  if (typeof begun !== 'string' || now === undefined || now === null) return undefined;
  return begun === String(now) ? undefined : begun;
}

/** Said at once; on saving, both texts are shown side by side, because the older version is sent. */
function savedMeanwhile(options: FormOptions): Value {
  if (versionBegunOn(options) === undefined) return null;
  return notice(
    'caution',
    t(
      'What you see here was begun before. When you save it, both texts are shown side by side and neither is lost.',
    ),
    t('This was saved again after you began.'),
  );
}

function hiddenInputs(options: FormOptions): Value {
  const begun = versionBegunOn(options);
  const hidden = Object.entries({
    ...(options.method !== 'get' && { [DRAWN_FOR]: drawnFor() }),
    ...options.hidden,
    ...(begun !== undefined && { version: begun }),
    draft_key: options.draft,
  });
  return hidden.map(
    ([name, value]) =>
      value !== undefined && value !== null && html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}

/** What is heard begins with what is seen, or people who speak to their computer cannot press it. */
function accessibleName({ button, describe }: FormOptions): string | undefined {
  if (describe === undefined) return undefined;
  return describe.toLowerCase().includes(button.toLowerCase()) ? describe : `${button}: ${describe}`;
}

function buttons(options: FormOptions): Html {
  const look = options.danger ? 'button danger' : options.quiet ? 'button secondary' : 'button';
  return html`<p class="buttons"><button${attributes({
    type: 'submit',
    class: look,
    'aria-label': accessibleName(options),
  })}>${options.button}</button>
${(options.also ?? []).map(
  (also) =>
    html`<button type="submit" class="button secondary" name="${also.name}" value="${also.value}">
      ${also.label}
    </button>`,
)}${options.draft !== undefined && draftButtons(options)}${
    options.cancel !== undefined &&
    html`<a class="leave" href="${options.cancel}">${t('Leave without saving')}</a>`
  }</p>`;
}

/** Where the stored text is newer than the draft, the draft may be thrown away as well as kept. */
const draftButtons = (options: FormOptions): Html =>
  html`${!options.keepsAsTyped && draftButton('/drafts/keep', t('Keep as draft'))}
  ${versionBegunOn(options) !== undefined && draftButton('/drafts/drop', t('Throw my draft away'))}`;

/** Sent url-encoded even from a form with files: a draft keeps words, files are chosen again. */
const draftButton = (action: string, label: string): Html =>
  html`<button
    type="submit"
    class="button secondary"
    formaction="${action}"
    formmethod="post"
    formenctype="application/x-www-form-urlencoded"
    formnovalidate
  >
    ${label}
  </button>`;

/** The words of the browser's half travel with the markup, so they are translated in one place. */
function draftForm(key: string, values: FormOptions['values'], markup: Html): Html {
  const savedAt = values?.[DRAFT_SAVED_AT];
  return html`<draft-form${attributes({
    'data-key': key,
    'data-saved-at': typeof savedAt === 'string' ? savedAt : null,
    'data-saved': t('Saved {time}', { time: '{time}' }),
    'data-offline': t('Not saved yet: no connection. Kept on this device.'),
    'data-refused': t(
      'Not saved yet. Kept on this device. Sign in again in another tab, then carry on here.',
    ),
    'data-lost': t('Not saved yet, and this device could not keep it. Copy your words before you leave.'),
    'data-elsewhere': t(
      'Not saved yet. Kept on this device. Go back to this school in another tab, then carry on here.',
    ),
    'data-restored': t(
      'You wrote this on {when}. It was kept on this device, which has not heard that it was saved.',
      { when: '{when}' },
    ),
    'data-older': t(
      'This device still has what you wrote here on {when}. What you see was saved meanwhile.',
      { when: '{when}' },
    ),
    'data-put-back': t('Put my words back'),
    'data-throw-away': t('Throw those words away'),
  })}>
${markup}
<p class="draft-state" role="status"></p></draft-form>`;
}
