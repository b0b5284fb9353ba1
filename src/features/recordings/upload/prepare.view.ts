import { t, tn } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { html, type Html } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { notice } from '#ui/notice.ts';
import { prepareEditing } from './prepare-editing.view.ts';
import { prepareWords } from './prepare-words.ts';

export interface Preparing {
  /** Who was filmed and has no consent for the purpose: a film with them goes nowhere before they are hidden. */
  withoutConsent: readonly string[];
}

/**
 * Where a film is chosen and made ready on the device, by `src/browser/prepare-recording.part.ts`. Nothing in here is
 * a field of a form: what was made is handed to whatever sends it, by the event `recording-ready`.
 */
export function prepareRecording({ withoutConsent }: Preparing): Html {
  const mustHide = withoutConsent.length > 0;
  return html`<prepare-recording
    class="prepare"
    ${attributes({ 'data-blur': mustHide && 'required', 'data-words': JSON.stringify(prepareWords()) })}
  >
    <div class="without-script">
      ${notice('info', t('Choosing a part, blurring and silencing need JavaScript, which is off in this browser.'))}
    </div>
    ${mustHide && whoMustBeHidden(withoutConsent)}
    <p class="prepare-said" role="status"></p>
    <div data-is="left" hidden>${leftBefore()}</div>
    <section data-step="choose" hidden>${choosing()}</section>
    <section data-step="unreadable" hidden>${unreadable(mustHide)}</section>
    <section data-step="edit" hidden>${prepareEditing(mustHide)}</section>
    <section data-step="make" hidden>${making()}</section>
    <section data-step="look" hidden>${looking(mustHide)}</section>
  </prepare-recording>`;
}

const whoMustBeHidden = (names: readonly string[]): Html =>
  notice(
    'caution',
    html`<p>
        ${tn(
          names.length,
          'One pupil has no consent to be seen in this recording: {names}.',
          '{n} pupils have no consent to be seen in this recording: {names}.',
          { names: names.join(', ') },
        )}
      </p>
      <p>
        ${t(
          'Nobody may be able to recognise them. Blur them, blur the whole picture, or send the sound alone. Silence the moments at which their names are said.',
        )}
      </p>`,
    t('Hide these pupils before you send'),
  );

const chooser = (label: string, name: 'photo' | 'file', field: string, film: boolean): Html =>
  html`<label class="button ${film ? '' : 'secondary'}"
    >${icon(name)}${label}<input
      class="hidden"
      type="file"
      data-is="${field}"
      ${attributes(film ? { accept: 'video/*', capture: 'environment' } : { accept: 'video/*,audio/*' })}
  /></label>`;

const choosing = (): Html =>
  html`<h2>${t('Film, or choose what you have')}</h2>
    <p>
      ${t(
        'It stays on this device until you send it. Before that you can keep only a part, blur faces and silence moments.',
      )}
      ${t('If this page is loaded anew you choose the same film again; what you changed in it is kept in this tab.')}
    </p>
    <div class="buttons">
      ${chooser(t('Film now'), 'photo', 'camera', true)}
      ${chooser(t('Choose a film or a sound'), 'file', 'file', false)}
    </div>`;

const button = (act: string, label: string, secondary = true): Html =>
  html`<button type="button" class="button ${secondary ? 'secondary' : ''}" data-do="${act}">
    ${label}
  </button>`;

const leftBefore = (): Html =>
  notice(
    'info',
    html`<p data-is="left-words"></p>
      <div class="buttons">
        ${button('look-again', t('Look at it'), false)} ${button('throw-away', t('Throw it away'))}
      </div>`,
  );

const unreadable = (mustHide: boolean): Html =>
  html`<h2>${t('This browser cannot change this file')}</h2>
    <p data-is="unreadable-name" class="meta"></p>
    ${
      mustHide
        ? html`<p>${t('It cannot be sent as it is, because pupils in it have no consent. You can:')}</p>
            <ul>
              <li>${t('open this page in another browser, such as a current Chrome, Edge or Safari,')}</li>
              <li>${t('film again from where only pupils with consent are seen,')}</li>
              <li>${t('record the sound alone.')}</li>
            </ul>`
        : html`<p>
            ${t(
              'It can go as it is. What the device wrote into the file, such as the place it was filmed at, may go with it.',
            )}
          </p>`
    }
    <div class="buttons">
      ${!mustHide && button('as-it-is', t('Send it as it is'), false)}
      ${button('sound-alone', t('Send its sound alone'))} ${button('choose-another', t('Choose another'))}
    </div>`;

const making = (): Html =>
  html`<h2>${t('Making what is sent')}</h2>
    <p>${t('Keep this page open. Nothing has been sent.')}</p>
    <div class="progress">
      <progress max="1" value="0" aria-label="${t('Made so far')}" data-is="progress"></progress>
      <span class="says" data-is="progress-words"></span>
    </div>
    <div class="buttons">${button('stop', t('Stop'))}</div>`;

const looking = (mustHide: boolean): Html =>
  html`<h2>${t('Look at the whole before you send it')}</h2>
    <p>${t('This is what is sent. The film you chose stays on this device.')}</p>
    <video class="prepare-made" controls playsinline preload="metadata" data-is="made"></video>
    <p class="meta" data-is="made-words"></p>
    ${
      mustHide &&
      html`<label class="choice"
          ><input type="checkbox" data-is="looked" /><span
            >${t('I looked at the whole. Nobody without consent can be recognised.')}</span
          ></label
        >
        <p class="hint" data-is="not-yet"></p>`
    }
    <div class="buttons">
      ${button('send', t('Send this recording'), false)} ${button('change', t('Change something'))}
      ${button('throw-away', t('Throw it away'))}
    </div>`;
