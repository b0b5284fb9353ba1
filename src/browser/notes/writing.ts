import { NoteForm } from './note-form.ts';
import type { PlayerControl } from './player-control.ts';
import type { Noted } from './unsent.ts';
import type { Words } from './words.ts';

interface WritingOf {
  element: HTMLElement;
  player: PlayerControl | null;
  words: Words;
  /** Whether the film goes on while one writes. */
  goesOn(): boolean;
  add(noted: Noted): void;
  say(words: string): void;
}

/** The form on the page of a recording, and the film that waits meanwhile. */
export class Writing {
  readonly #of: WritingOf;
  readonly #form: NoteForm | null;
  #resumes = false;

  constructor(of: WritingOf) {
    this.#of = of;
    const form = of.element.querySelector<HTMLFormElement>('.make-note form');
    this.#form =
      form &&
      new NoteForm(form, of.words, {
        begun: () => this.#wait(),
        save: (noted) => this.#save(noted),
        wrong: (words) => of.say(words),
        left: () => this.#goOn(),
        now: () => of.player?.now ?? 0,
      });
  }

  /** Opens the form at a moment, or on a stretch. Where there is room, player, form and list are all in sight then. */
  open(from: number, to: number | null): void {
    if (matchMedia('(min-width: 62rem)').matches) this.#of.element.scrollIntoView({ block: 'start' });
    this.#form?.open(from, to);
  }

  #save(noted: Noted): void {
    this.#of.add(noted);
    this.#of.say(this.#of.words['saved'] ?? '');
  }

  /** The film waits while one writes, unless one said that it goes on. */
  #wait(): void {
    const { player } = this.#of;
    if (this.#of.goesOn() || !player?.playing) return;
    this.#resumes = true;
    player.pause();
  }

  #goOn(): void {
    const { player } = this.#of;
    player?.media.focus({ preventScroll: true });
    if (this.#resumes) player?.play();
    this.#resumes = false;
  }
}
