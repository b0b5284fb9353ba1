import { t, tn } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { attributes } from '#ui/attributes.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, trusted, type Html, type Value } from '#ui/html.ts';

/**
 * Pages on which one writes where the line is bad: what is written is kept on the device until it has arrived
 * (src/browser/note-taking.ts). The words of the browser's half travel with the markup, so they are translated in
 * one place.
 */

/** What the browser fills in for a note that it made (src/browser/note-taking.ts). */
const idToCome = '00000000-0000-4000-8000-000000000000';

interface NoteTakingOptions {
  /** Of the custom element: 'lesson-notes'. */
  name: 'lesson-notes' | 'observe-lesson';
  /** Where the page is, to come back to after signing in again. */
  here: string;
  /** Said where nothing was written. */
  nothing: string;
  /** Said to whoever signs out before everything was sent. */
  leaving: string;
  /** What else the browser's half needs to know. */
  data?: Readonly<Record<string, string | number | null>>;
  /** The page can be opened without a connection (src/browser/observations.worker.ts). */
  opensWithout?: boolean;
}

/** The element with its words: what one writes with, then what says how it stands, then `rest`. */
export const noteTaking = (options: NoteTakingOptions, writing: Value, rest: Value): Html =>
  html`${trusted(`<${options.name}`)}${attributes({ ...words(options), ...options.data })}> ${writing}
    <p class="note-state" role="status"></p>
    <p class="sign-in-again" hidden>
      ${linkButton({ label: t('Sign in again'), href: `/sign-in?then=${encodeURIComponent(options.here)}` })}
    </p>
    ${whatIsKept(options)} ${rest} ${trusted(`</${options.name}>`)}`;

const words = ({ nothing: none, leaving }: NoteTakingOptions) => ({
  'data-one': tn(1, 'One note', '{n} notes'),
  // The browser fills in the number.
  'data-many': t('{n} notes', { n: '{n}' }),
  'data-waiting': t('Being sent. Kept on this device until it has arrived.'),
  'data-offline': t('Not sent yet: kept on this device.'),
  'data-signed-out': t(
    'Not sent yet: kept on this device. You were signed out; it is sent once you sign in again.',
  ),
  'data-elsewhere': t(
    'Not sent yet: kept on this device. It is sent once you are signed in here again, in this school.',
  ),
  'data-refused': t('Not sent: it was not taken here. It is kept on this device, so that you can copy it.'),
  'data-unkept': t('Not sent yet: kept in this page only. Leave it open until it is sent.'),
  'data-sent': t('Sent.'),
  'data-nothing': none,
  'data-no-line': t('There is no connection. Take the note back when there is one.'),
  'data-leaving': leaving,
});

/** One of the two is shown, with or without the browser's half; and the switch for devices that are shared. */
const whatIsKept = ({ opensWithout = false }: NoteTakingOptions): Html =>
  html`<p class="hint with-script keeps" hidden>
      ${t('Each note is kept on this device, encrypted, until it has arrived, for up to fourteen days, also when you close this page or your time signed in runs out; pressing “Sign out” takes it off.')}
      ${
        opensWithout
          ? t('Without a connection this page can be opened again at the same address.')
          : t('Without a connection this page cannot be opened again, so leave it open.')
      }
    </p>
    <p class="hint with-script keeps-nothing" hidden>
      ${t('Nothing is kept on this device. Each note is sent at once; where there is no connection it stands in this page alone and is lost when the page is closed.')}
    </p>
    <p class="hint with-script cannot-keep" hidden>
      ${t('This browser, at this address, cannot encrypt what it keeps, so notes are kept in this page only. Leave it open until they are sent.')}
    </p>
    <p class="hint without-script">
      ${t('Each note goes when you press the button. To keep notes on this device while the line is bad, the browser needs JavaScript; paper is the next best.')}
    </p>
    <div class="with-script shared-device" hidden>
      ${details(
        t('Is this a shared device?'),
        html`<label class="choice"
            ><input type="checkbox" data-keep-nothing /><span
              >${t('This is a shared device: keep nothing on it')}</span
            ></label
          >
          <p class="hint">
            ${t('It is remembered on this device, for everybody who uses it, until somebody takes the tick out. It is about notes like these: words in other forms that could not be saved stay on the device, unencrypted, until you sign out, for up to fourteen days.')}
          </p>`,
      )}
    </div>`;

export interface OwnNote {
  id: string;
  text: string;
  /** Whom or what it is about, and when. */
  about: string;
  /** What it counts towards, for the numbers on buttons; '' for none. */
  key?: string | undefined;
  /** Where its button posts; null where nothing can be changed any more. */
  action: string | null;
  button: string;
}

const ownNote = (note: OwnNote): Html =>
  html`<li${attributes({ 'data-note': note.id, 'data-key': note.key || null })}>
    <p class="as-written">${note.text}</p>
    <p class="meta">${note.about}</p>
    ${
      note.action !== null &&
      form({
        action: note.action,
        button: note.button,
        // Of what was pressed many times the moment tells which it is.
        describe: note.key ? `${shortened(note.text)}, ${note.about}` : shortened(note.text),
        prefix: `note-${note.id}`,
        quiet: true,
      })
    }
  </li>`;

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text);

/** As many stand open. */
const shown = 10;

/** One's own notes, the newest first; the earlier ones of many are folded away. */
export function ownNotes(title: string, none: string, notes: readonly OwnNote[]): Html {
  const earlier = notes.slice(shown);
  return html`<section class="own-notes">
    <h2>${title}</h2>
    <p class="count" ${attributes({ hidden: notes.length === 0 })}>${counted(notes.length)}</p>
    <ul class="items">
      ${notes.slice(0, shown).map(ownNote)}
    </ul>
    ${
      earlier.length > 0 &&
      details(
        tn(earlier.length, 'One that is earlier', '{n} that are earlier'),
        html`<ul class="items">
          ${earlier.map(ownNote)}
        </ul>`,
      )
    }
    <div class="none" ${attributes({ hidden: notes.length > 0 })}>${empty({ says: none })}</div>
  </section>`;
}

const counted = (count: number): string => tn(count, 'One note', '{n} notes');

/** Those one took back, folded away. */
export const takenBack = (notes: readonly OwnNote[]): Html =>
  notes.length === 0
    ? nothing
    : details(
        tn(notes.length, 'One note that you took back', '{n} notes that you took back'),
        html`<ul class="items">
          ${notes.map(ownNote)}
        </ul>`,
      );

/** What the browser's half fills in for a note that has not arrived yet. `withdraw` is the address of a note's button. */
export const noteTemplate = (withdraw: (id: string) => string): Html =>
  html`<template data-id="${idToCome}">
    <li data-note="${idToCome}">
      <p class="as-written"></p>
      <p class="meta"></p>
      <p class="note-waits"></p>
      <p class="buttons">
        <button type="button" class="button secondary" data-forget>${t('Take it back')}</button>
      </p>
      ${form({ action: withdraw(idToCome), button: t('Take it back'), quiet: true })}
    </li></template
  >`;
