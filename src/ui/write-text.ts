import { t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';

interface WriteText {
  /** A page that shows how the draft of the form looks. */
  see: string;
  /** Where pictures and sounds of the text are added; null where there is nothing yet that they could hang on. */
  files: string | null;
}

/**
 * A field for a text in Markdown, with marks at hand: they put into the field what one could type. A picture can be
 * pasted or dropped, and a sound recorded. Without JavaScript it is the field alone.
 */
export const writeText = (field: Html, { see, files }: WriteText): Html =>
  html`<write-text
    data-see="${see}"
    data-files="${files ?? ''}"
    data-words="${t('words')}"
    data-first="${t('First column')}"
    data-second="${t('Second column')}"
    data-shows="${t('What it shows')}"
    data-sending="${t('Sending…')}"
    data-failed="${t('It could not be sent. Try again.')}"
    data-no-microphone="${t('There is no microphone, or this browser may not use it.')}"
    data-save-first="${t('Save the page first; then pictures and sounds can be added.')}"
    data-back="${t('Go on writing')}"
  >
    <div class="write-tools" role="toolbar" aria-label="${t('Marks for the text')}" hidden>
      ${tool('heading', t('Heading'), html`<b>H</b>`)}
      ${tool('bold', t('Strong'), html`<b>B</b>`, 'Control+B')}
      ${tool('italic', t('Stress'), html`<i>I</i>`, 'Control+I')} ${tool('list', t('List'), html`•`)}
      ${tool('numbers', t('1. Numbered list'), html`1.`)}
      ${tool('link', t('Link'), icon('link'), 'Control+K')} ${tool('table', t('Table'), html`▦`)}
      ${tool('maths', t('x² Mathematics'), html`x²`)} ${tool('code', t('Code'), html`<code>&lt;&gt;</code>`)}
      ${tool('picture', t('Picture'), icon('photo'))} ${tool('sound', t('Record a sound'), icon('speak'))}
      <button type="button" data-mark="see" class="write-see" tabindex="-1">${t('See how it looks')}</button>
    </div>
    <p class="write-says" role="status"></p>
    ${field}
    <div class="write-seen" hidden></div>
    ${addFile()} ${recordSound()}
  </write-text>`;

const tool = (mark: string, label: string, sign: Html, keys?: string): Html =>
  html`<button
    type="button"
    data-mark="${mark}"
    aria-label="${label}"
    title="${label}"
    tabindex="-1"
    ${keys !== undefined && html`aria-keyshortcuts="${keys}"`}
  >
    ${sign}
  </button>`;

/** What is asked of a picture or a sound before it stands in the text. None of it is sent with the form around it. */
const addFile = (): Html =>
  html`<div class="write-file" role="group" aria-label="${t('Into the text')}" hidden>
    <div class="write-file-shown"></div>
    <div class="field">
      <label class="label" for="write-shows">${t('What it shows')}</label>
      <span class="hint" id="write-shows-hint">${t('For those who cannot see or hear it.')}</span>
      <input id="write-shows" aria-describedby="write-shows-hint" type="text" maxlength="200" />
    </div>
    <label class="choice"
      ><input type="checkbox" data-ask="nobody" />
      <span>${t('No pupil can be recognised in this')}</span></label
    >
    <label class="choice"
      ><input type="checkbox" data-ask="pupils" />
      <span>${t('It shows pupils’ work or words, and stays with the school')}</span></label
    >
    <p class="buttons">
      <button type="button" class="button secondary" data-do="add">${t('Put it into the text')}</button>
      <button type="button" class="button secondary" data-do="leave">${t('Leave it out')}</button>
    </p>
  </div>`;

const recordSound = (): Html =>
  html`<div class="write-sound" role="group" aria-label="${t('Record a sound')}" hidden>
    <p>
      ${t('Read it aloud, or say it in another language: up to ten minutes. Pupils’ voices are theirs: record them only where their family said yes to sound recordings.')}
    </p>
    <p class="write-time" role="timer">0:00</p>
    <p class="buttons">
      <button type="button" class="button secondary" data-do="record">${t('Record')}</button>
      <button type="button" class="button secondary" data-do="stop" hidden>${t('Stop')}</button>
      <button type="button" class="button secondary" data-do="close">${t('Close')}</button>
    </p>
  </div>`;
