import { closeWorker } from './capture-worker.ts';
import {
  beginSending,
  forgetAll,
  hasArrived,
  leftHere,
  queue,
  type QueuedNote,
  queued,
  tidy,
} from './note-queue.ts';

/** How a note stands that waits on this device. */
export type NoteState = 'waiting' | 'sent' | 'offline' | 'signed-out' | 'elsewhere' | 'refused';

/** Told on the document whenever it is known how a note stands. */
export const noteStateEvent = 'note-state';
export interface NoteStateDetail {
  id: string;
  state: NoteState;
}

const tryAgainAfter = 15_000;
/** A line so bad that nothing comes back is no line. */
const patience = 20_000;

let sending: Promise<void> | null = null;
let timer = 0;
/** Not taken, and no reason to think that it will be before the page is opened again. */
const refused = new Set<string>();

/**
 * Sends what waits, the oldest first, each until it is heard that it arrived: the server knows a note by its id,
 * so that one sent twice is there once. Runs on every page, so that notes go as soon as their writer is back.
 */
export function sendQueued(): Promise<void> {
  sending ??= sendAll().finally(() => (sending = null));
  return sending;
}

async function sendAll(): Promise<void> {
  clearTimeout(timer);
  // What is written meanwhile goes too.
  for (let [next] = await waiting(); next !== undefined; [next] = await waiting()) {
    if (!(await beginSending(next))) continue;
    const state = await send(next);
    if (state === 'sent') await hasArrived(next);
    if (state === 'refused') refused.add(next.id);
    tell(next.id, state);
    if (state !== 'sent' && state !== 'refused') {
      // What stopped this one stops the others.
      for (const { id } of await waiting()) tell(id, state);
      timer = window.setTimeout(() => void sendQueued(), tryAgainAfter);
      return;
    }
  }
  await tidy();
}

const waiting = async (): Promise<QueuedNote[]> =>
  (await queued()).filter(({ id, takenBack }) => takenBack || !refused.has(id));

/** How it is answered that something is not taken: sending it again would change nothing. */
const notTaken = [400, 403, 404, 413, 422];

/** An answer counts only when it names the note: a hot spot's own page is none. */
async function send({ id, at, action, fields, takenBack }: QueuedNote): Promise<NoteState> {
  const ago = Math.max(0, (Date.now() - at) / 1000);
  const body = new URLSearchParams({ ...fields, id, ago: String(ago), queued: 'yes' });
  try {
    const response = await fetch(takenBack ? `${action}/${id}/withdraw` : action, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    // What never arrived needs no taking back; what cannot be taken back any more is seen where it arrived.
    if (takenBack && notTaken.includes(response.status)) return 'sent';
    if (response.ok) return ((await response.json()) as { kept?: string }).kept === id ? 'sent' : 'offline';
    if (response.status === 401) return 'signed-out';
    if (response.status === 409) return 'elsewhere';
    return notTaken.includes(response.status) ? 'refused' : 'offline';
  } catch {
    return 'offline';
  }
}

const tell = (id: string, state: NoteState): boolean =>
  document.dispatchEvent(new CustomEvent<NoteStateDetail>(noteStateEvent, { detail: { id, state } }));

addEventListener('online', () => void sendQueued());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void sendQueued();
});
void sendQueued();

/** Puts a note into the queue and sends it. Says whether the device keeps it until it has arrived. */
export async function queueAndSend(note: QueuedNote): Promise<boolean> {
  const kept = await queue(note);
  void sendQueued();
  return kept;
}

let told = false;
let leaving = false;

/**
 * Signing out takes the notes off this device, so they are sent first. Where that fails it is said beside the
 * button, and the second press signs out. Heard before others hear of it, since whoever stays keeps their drafts.
 */
document.addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.getAttribute('action') !== '/sign-out' || leaving) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void leave(form);
  },
  { capture: true },
);

async function leave(form: HTMLFormElement): Promise<void> {
  if (!told) {
    await sendQueued();
    const [first] = await leftHere();
    if (first !== undefined) {
      const words = document.createElement('p');
      words.role = 'alert';
      words.textContent = first.leaving;
      form.after(words);
      told = true;
      return;
    }
  }
  await forgetAll();
  await closeWorker();
  leaving = true;
  form.requestSubmit();
}
