import { closeWorker } from './capture-worker.ts';
import { canEncrypt } from './device-database.ts';
import { canKeep, isShared, setShared } from './device-store.ts';
import { keepAgain, keepNothing } from './note-queue.ts';
import { sendQueued } from './note-sender.ts';

/** Says what this device keeps, and lets whoever uses it say that it keeps nothing. */
export function showWhatIsKept(element: HTMLElement, changed: () => void): void {
  for (const words of element.querySelectorAll<HTMLElement>('.without-script')) words.hidden = true;
  const say = (): void => {
    const stands = !canEncrypt() ? 'cannot-keep' : isShared() ? 'keeps-nothing' : 'keeps';
    for (const words of element.querySelectorAll<HTMLElement>('.hint.with-script'))
      words.hidden = !words.classList.contains(stands);
  };
  say();
  const part = element.querySelector<HTMLElement>('.shared-device');
  const box = part?.querySelector<HTMLInputElement>('[data-keep-nothing]');
  if (!part || !box || !canEncrypt()) return;
  part.hidden = false;
  box.checked = isShared();
  box.addEventListener('change', () => {
    void change(box.checked).then(() => {
      say();
      changed();
    });
  });
}

async function change(shared: boolean): Promise<void> {
  if (shared) {
    await keepNothing();
    setShared(true);
    await closeWorker();
  } else {
    setShared(false);
    if (canKeep()) await keepAgain();
  }
  void sendQueued();
}
