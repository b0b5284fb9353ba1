import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import type { Visit } from '#platform/http/context.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { type Clash, clashInWords, type Pattern } from './clashes.ts';
import type { Half } from './halves.ts';
import { rotaFields, slotFields } from './rota-input.ts';
import type { Colleague, Stand } from './rota.queries.ts';
import { type Rota, rotaHref, type Slot, slotHref, slotInWords, standHref } from './rotas.ts';

interface WholeRota {
  rota: Rota;
  slots: readonly Slot[];
  stands: readonly Stand[];
  clashes: readonly Clash[];
  patterns: readonly Pattern[];
  colleagues: readonly Colleague[];
  twoWeeks: readonly unknown[];
  halves: readonly Half[];
  today: string;
  makes: boolean;
  states: Record<'change' | 'times' | 'stands', ReturnType<Visit['formAt']>>;
}

/** The times of a rota with those who stand there, and for its makers the forms. */
export function rotaView(data: WholeRota): Html {
  const { rota, makes } = data;
  if (rota.endedAt !== null)
    return html`${notice('info', t('This rota was ended.'))}
    ${makes && form({ action: rotaHref(rota.id, 'restore'), button: t('Bring it back'), quiet: true })}`;
  return html`${rota.place !== '' && html`<p><bdi>${rota.place}</bdi></p>`}
    ${rota.swapNeedsLeave && html`<p>${t('A swap holds once somebody who makes rotas has agreed.')}</p>`}
    <h2>${t('Who stands when')}</h2>
    ${times(data)} ${makes && makersPart(data)}`;
}

const times = (data: WholeRota): Html =>
  data.slots.length === 0
    ? html`<p class="empty">${t('No time is written down yet.')}</p>`
    : html`<ul class="items">
        ${data.slots.map((slot) => html`<li>${time(slot, data)}</li>`)}
      </ul>`;

const time = (slot: Slot, data: WholeRota): Html => {
  const there = data.stands.filter(({ slotId }) => slotId === slot.id);
  const now = there.filter(({ fromOn }) => fromOn <= (slot.on ?? data.today)).length;
  return html`<h3>${slotInWords(slot)}</h3>
    ${
      there.length > 0 &&
      html`<ul class="items dense">
        ${there.map((stand) => html`<li>${standing(stand, slot, data)}</li>`)}
      </ul>`
    }
    ${now < slot.needed && html`<p class="meta">${tn(slot.needed - now, 'One place is open.', '{n} places are open.')}</p>`}
    ${data.makes && form({ action: slotHref(slot.id, 'end'), button: t('Not needed any more'), describe: t('Nobody is needed any more: {when}', { when: slotInWords(slot) }), quiet: true })}`;
};

const standing = (stand: Stand, slot: Slot, data: WholeRota): Html => {
  const clash = data.makes ? clashInWords(stand.personId, slot, data) : '';
  return html`<bdi>${stand.name}</bdi>
    ${stand.fromOn > data.today && html`<span class="meta">${t('from {day}', { day: formatDate(stand.fromOn, 'short') })}</span>`}
    ${clash !== '' && html`<span class="meta">${t('Take care: {clash}', { clash })}</span>`}
    ${
      data.makes &&
      stand.untilOn === null &&
      form({
        action: standHref(stand.id, 'end'),
        button: t('Take off'),
        describe: t('Take {name} off: {when}', { name: stand.name, when: slotInWords(slot) }),
        quiet: true,
      })
    }`;
};

const makersPart = ({ rota, slots, colleagues, twoWeeks, halves, states }: WholeRota): Value =>
  html`${
      slots.length > 0 &&
      html`<h2>${t('Put somebody there')}</h2>
        ${form(
          { ...states.stands, button: t('Put them there') },
          (f) =>
            html`${f.select({ name: 'slot', label: t('When'), required: true, initial: slots.length === 1 ? slots[0]!.id : undefined, options: slots.map((slot) => ({ value: slot.id, label: slotInWords(slot) })) })}
            ${f.select({ name: 'person', label: t('Who'), required: true, options: [{ value: '', label: t('Choose a colleague') }, ...colleagues.map(({ personId, name }) => ({ value: personId, label: name }))] })}
            ${f.date({ name: 'from_on', label: t('From which day'), hint: t('Today, if you leave it empty.') })}`,
        )}`
    }
    <h2>${t('Times and words')}</h2>
    ${details(
      t('Add a time'),
      form({ ...states.times, button: t('Add it') }, (f) =>
        slotFields(f, { twoWeeks: twoWeeks.length > 0, halves }),
      ),
      states.times.errors !== undefined,
    )}
    ${details(
      t('Change what it is called'),
      form(
        {
          ...states.change,
          values: states.change.values ?? {
            name: rota.name,
            place: rota.place,
            keeps_busy: rota.keepsBusy ? 'yes' : '',
            swap_needs_leave: rota.swapNeedsLeave ? 'yes' : '',
          },
          hidden: { version: rota.version },
          button: t('Save the rota'),
        },
        rotaFields,
      ),
      states.change.errors !== undefined,
    )}
    ${details(t('End this rota'), form({ action: rotaHref(rota.id, 'end'), button: t('End the rota'), danger: true }))}`;
