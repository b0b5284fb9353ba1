import type { Item } from '#platform/access/who.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, nothing } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { type Recording, recordingHref } from '../recording.ts';
import { mostBytes } from './arriving/upload-rules.ts';
import type { UnderWay } from './arriving/upload.queries.ts';
import { prepareRecording } from './prepare.view.ts';
import { sendWords, troubleInWords } from './send-words.ts';

export interface Sending {
  item: Item;
  recording: Recording;
  /** What was begun before and is not whole; `arrived` in bytes. */
  begun: (UnderWay & { arrived: number }) | null;
  /** How many pupils are seen or heard. */
  seen: number;
  /** Who of them may not be recognised. */
  mustHide: readonly string[];
  /** Who is out of the picture. */
  outside: readonly string[];
  /** What became of a plain form. */
  trouble: string | undefined;
}

export function sendView(sending: Sending): Html {
  const { recording, mustHide, trouble } = sending;
  const others = recording.blurNeeded && mustHide.length === 0;
  const hidden = others ? [t('somebody among those you named in words')] : mustHide;
  const says = troubleInWords(trouble);
  return html`${says !== undefined && notice('caution', says)} ${whatWasSaid(sending)}
  ${recording.state === 'arrived' && notice('info', t('Something has arrived for this recording already. What you send now takes its place.'))}
  ${sendElement(sending, hidden.length > 0)} ${prepareRecording({ withoutConsent: hidden })}`;
}

/** What was said of who is in it, for one more look before filming. */
const whatWasSaid = ({ recording, seen, outside }: Sending): Html =>
  definitionList([
    { term: t('Recording'), says: `${recording.title}; ${formatDate(recording.filmedOn)}` },
    { term: t('Class'), says: recording.unit },
    { term: t('Seen or heard'), says: seen > 0 ? tn(seen, 'One pupil', '{n} pupils') : null },
    { term: t('Out of the picture'), says: outside.length > 0 ? formatList(outside) : null },
    { term: t('Who else'), says: recording.others || null },
    { term: t('Kept until'), says: formatDate(recording.keepUntil) },
  ]);

function sendElement({ recording, begun }: Sending, mustHide: boolean): Html {
  const known = begun && { id: begun.id, name: begun.name, bytes: begun.bytes, begins: begun.begins };
  const marks = {
    class: 'send',
    'data-endpoint': recordingHref(recording, 'upload'),
    'data-page': recordingHref(recording),
    'data-most': mostBytes,
    'data-begun': known && JSON.stringify(known),
    'data-words': JSON.stringify(sendWords()),
  };
  return html`<send-recording${attributes(marks)}>
    <div class="without-script">${mustHide ? closedForm() : plainForm(recording)}</div>
    <div data-is="begun" hidden>${begun ? begunBefore(begun) : nothing}</div>
    <section data-is="sending" hidden>${sendingNow()}</section>
  </send-recording>`;
}

const begunBefore = ({ name, bytes, arrived, expiresAt }: NonNullable<Sending['begun']>): Html =>
  notice(
    'info',
    html`<p>
        ${t('{name} stopped at {percent} %. Choose the same file again, and it goes on from there. What you made ready on this device waits below.', { name, percent: Math.floor((arrived / bytes) * 100) })}
      </p>
      <p>${t('It waits until {day}.', { day: formatDate(expiresAt, 'weekday') })}</p>
      <div class="buttons">${button('let-go', t('Do not go on with it'))}</div>`,
  );

const sendingNow = (): Html =>
  html`<h2 data-is="heading">${t('Sending')}</h2>
    <div class="progress">
      <progress max="1" value="0" aria-label="${t('Sent so far')}" data-is="progress"></progress>
      <span class="says" data-is="numbers"></span>
    </div>
    <p class="hidden" role="status" data-is="heard"></p>
    <p class="send-state" role="status" data-is="state"></p>
    <p data-is="sign-in" hidden><a href="/sign-in" target="_blank">${t('Sign in again')}</a></p>
    <div class="buttons">
      ${button('pause', t('Pause'))} ${button('go-on', t('Go on'))} ${button('stop', t('Stop sending'))}
    </div>
    <p class="hint">
      ${t('Keep this page open. If it closes, what has arrived waits here for seven days.')}
    </p>`;

const button = (act: string, label: string): Html =>
  html`<button type="button" class="button secondary" data-do="${act}">${label}</button>`;

/** For browsers without JavaScript: whole or not at all. */
const plainForm = (recording: Recording): Html =>
  html`<h2>${t('Send a film or a sound')}</h2>
    <p>
      ${t('Without JavaScript it goes as it is and in one piece: if the line is cut, it begins again. What the device wrote into the file, such as the place it was filmed at, goes with it.')}
    </p>
    ${form(
      { action: recordingHref(recording, 'send/file'), button: t('Send this recording'), multipart: true },
      (f) =>
        f.file({
          name: 'film',
          label: t('The film or the sound'),
          hint: t('Up to 4 GB.'),
          accept: 'video/*,audio/*',
          required: true,
        }),
    )}`;

const closedForm = (): Html =>
  notice(
    'caution',
    html`<p>
      ${t('Somebody in it has not agreed to be seen. They are blurred on your device before anything is sent, and that needs JavaScript. Open this page in a browser with JavaScript, or film again from where only those who agreed can be seen, and describe that.')}
    </p>`,
    t('Nothing can be sent from this browser'),
  );
