/**
 * A register by keyboard, as in a spreadsheet: arrows up and down go from pupil to pupil, the letter of a code marks,
 * Enter goes on, Ctrl and Enter saves. Left and right choose among the usual codes, as in every group of radios.
 */
export class RegisterKeys {
  readonly #place: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #save: () => void;
  readonly #symbols: readonly string[];
  /** The first sign of a code of two, while the second is waited for. */
  #begun: { row: Element; sign: string; at: number } | null = null;

  constructor(place: HTMLElement, form: HTMLFormElement, save: () => void) {
    this.#place = place;
    this.#form = form;
    this.#save = save;
    this.#symbols = Object.keys(JSON.parse(place.dataset['codes']!) as Record<string, string>);
    form.addEventListener('keydown', (event) => this.#pressed(event));
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#save();
      return;
    }
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = field.closest('.register-row');
    if (!row) return;
    const way = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
    if (way !== undefined && (event.key === 'Enter' || field.type === 'radio')) {
      event.preventDefault();
      this.#go(row, way);
    } else if (field.type === 'radio' && event.key.length === 1 && event.key !== ' ') this.#mark(event, row);
  }

  #go(row: Element, way: number): void {
    const rows = [...this.#place.querySelectorAll('.register-row')];
    const next = rows[rows.indexOf(row) + way];
    const radios = next && [...next.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    const to = radios
      ? (radios.find(({ checked }) => checked) ?? radios[0])
      : this.#form.querySelector<HTMLElement>('button[type=submit]');
    if (way < 0 && !radios) return;
    to?.focus();
    to?.scrollIntoView({ block: 'center' });
  }

  /** A code that has no target of its own is written into the field for others. */
  #mark(event: KeyboardEvent, row: Element): void {
    const now = event.timeStamp;
    const begun = this.#begun?.row === row && now - this.#begun.at < 1_500 ? this.#begun.sign : '';
    const symbol = this.#symbolOf(begun + event.key) ?? this.#symbolOf(event.key);
    this.#begun = { row, sign: event.key, at: now };
    if (symbol === undefined) return;
    event.preventDefault();
    const other = row.querySelector<HTMLInputElement>('input[name^="other-"]')!;
    const radio = [...row.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(
      ({ value }) => value === symbol,
    );
    other.value = radio ? '' : symbol;
    if (radio) {
      radio.checked = true;
      radio.focus();
      radio.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      row.querySelector('details')!.open = true;
      other.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  #symbolOf = (typed: string): string | undefined =>
    this.#symbols.find((symbol) => symbol.toUpperCase() === typed.toUpperCase());
}
