import { Adding } from './write/adding.ts';
import { type Edit, edit, type Mark, nextPoint } from './write/marks.ts';
import { Recording } from './write/recording.ts';
import { seen } from './write/seen.ts';
import { put, selected } from './write/text-box.ts';
import style from './write-text.css';
import { toolbar } from './write/toolbar.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets.push(sheet);

const keys: Readonly<Record<string, Mark>> = { b: 'bold', i: 'italic', k: 'link' };

/**
 * Marks at hand for a text: buttons and keys put into the field what one could type, so that what stands there is always
 * the text itself, with the browser's own undo.
 */
class WriteText extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector('textarea');
    const bar = this.querySelector<HTMLElement>('.write-tools');
    if (box === null || bar === null) return;
    const say = (words: string | undefined): void => {
      this.querySelector('.write-says')!.textContent = words ?? '';
    };
    const adding = new Adding(this, box, say);
    const recording = new Recording(this, say, (sound) => adding.ask([sound]));
    const words = {
      words: this.dataset['words'] ?? '',
      first: this.dataset['first'] ?? '',
      second: this.dataset['second'] ?? '',
    };
    const make = (change: Edit): void => put(box, change);
    toolbar(bar, (mark) => {
      say('');
      if (mark === 'picture') adding.choose();
      else if (mark === 'sound') void recording.open(adding.takes);
      else if (mark === 'see') void seen(this, box, bar, say);
      else make(edit(mark as Mark, selected(box), words));
    });
    // Under the field's own words, where one writes, and in sight while a long text is scrolled.
    box.before(bar, this.querySelector('.write-says')!);
    bar.hidden = false;
    box.addEventListener('keydown', (event) => {
      const mark =
        (event.ctrlKey || event.metaKey) && !event.altKey ? keys[event.key.toLowerCase()] : undefined;
      const change = mark
        ? edit(mark, selected(box), words)
        : event.key === 'Enter' && !event.shiftKey && !event.isComposing
          ? nextPoint(selected(box))
          : null;
      if (change === null) return;
      event.preventDefault();
      make(change);
    });
  }
}

customElements.define('write-text', WriteText);
