import { t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { html, type Html } from '#ui/html.ts';
import { seatName, type Seats } from '../instruments/chosen.ts';
import type { Entry } from './entry.ts';
import { press, pressForm } from './press.view.ts';

interface SeatFormOptions {
  action: string;
  hidden: Readonly<Record<string, string>>;
  part: { id: string; title: string };
  marks: readonly { id: string; label: string; sign: string }[];
  seats: Seats;
  entries: readonly Entry[];
  /** The mark that was chosen before, where there was one. */
  before: string | undefined;
}

/** First the mark, then the seat. The mark stays chosen. */
export function seatForm({ action, hidden, part, marks, seats, entries, before }: SeatFormOptions): Html {
  const chosen = marks.some(({ id }) => id === before) ? before : marks[0]?.id;
  const signs = new Map(marks.map(({ id, sign }) => [id, sign]));
  const on = (seat: string): string =>
    entries
      .filter(({ body }) => body.seat === seat)
      .map(({ body }) => signs.get(body.choice ?? '') ?? '')
      .join(' ');
  return pressForm(
    { action, label: t(part.title), hidden },
    html`<fieldset class="field">
        <legend>${t('Mark')}</legend>
        <div class="choices">
          ${marks.map(
            ({ id, label, sign }) =>
              html`<label class="choice"
                ><input${attributes({ type: 'radio', name: 'choice', value: id, 'data-sign': sign, checked: id === chosen })}><span
                  >${sign}: ${t(label)}</span
                ></label
              >`,
          )}
        </div>
      </fieldset>
      <p class="meta">${t('The front')}</p>
      <div class="seats">
        ${Array.from(
          { length: seats.rows },
          (_row, r) =>
            html`<div class="seat-row">
              ${Array.from({ length: seats.columns }, (_seat, c) => {
                const seat = seatName(r + 1, c + 1);
                const label = seats.names[seat];
                return label === undefined
                  ? html`<span class="no-seat"></span>`
                  : press({
                      name: 'seat',
                      value: seat,
                      label,
                      marks: { key: `${part.id} ${seat}`, signs: on(seat) },
                    });
              })}
            </div>`,
        )}
      </div>`,
  );
}
