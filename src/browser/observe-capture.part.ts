import { forgetVisitsOfOthers, speakFor } from './device-store.ts';
import { type KeptVisit, keptVisits } from './kept-visits.ts';
import './observe-lesson.ts';
import { sendQueued } from './note-sender.ts';

/**
 * The page that opens without a connection. It has no names in it; here it fills in, from what this device kept
 * encrypted, the visits opened before, or the one whose address this is.
 */
class ObserveCapture extends HTMLElement {
  connectedCallback(): void {
    for (const words of this.querySelectorAll<HTMLElement>('.without-script')) words.hidden = true;
    void this.#fill();
  }

  async #fill(): Promise<void> {
    const visits = (await keptVisits()).toSorted((one, other) => (one.day < other.day ? 1 : -1));
    const wanted = visits.find(({ here }) => here === location.pathname);
    if (wanted) return this.#record(wanted, visits.length > 1);
    const place = this.querySelector('.kept-visits')!;
    place.replaceChildren(
      ...(visits.length === 0
        ? [paragraph(this.dataset['none'] ?? '', 'empty')]
        : visits.map((visit) => this.#visit(visit))),
    );
  }

  /** What one presses to record a visit: its title and its day. */
  #visit(visit: KeptVisit): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = this.dataset['open']!.replace('{title}', visit.title);
    button.addEventListener('click', () => void this.#record(visit, true));
    const day = new Date(`${visit.day}T12:00`).toLocaleDateString(document.documentElement.lang, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
    const both = document.createElement('div');
    both.className = 'kept-visit';
    both.append(button, paragraph(day, 'meta'));
    return both;
  }

  async #record(visit: KeptVisit, more: boolean): Promise<void> {
    speakFor(visit);
    await forgetVisitsOfOthers();
    const drawn = document.createElement('template');
    // Sealed by this device and opened by its own key: it is what the server drew.
    drawn.innerHTML = visit.markup;
    document.querySelector('h1')!.textContent = this.dataset['open']!.replace('{title}', visit.title);
    const other = document.createElement('p');
    if (more) {
      const link = document.createElement('a');
      link.href = '/observations/capture';
      link.textContent = this.dataset['other'] ?? '';
      other.append(link);
    }
    this.replaceChildren(drawn.content, other);
    void sendQueued();
  }
}

function paragraph(words: string, look: string): HTMLElement {
  const made = document.createElement('p');
  made.className = look;
  made.textContent = words;
  return made;
}

customElements.define('observe-capture', ObserveCapture);
