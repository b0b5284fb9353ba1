import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Given, List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Value } from '#ui/html.ts';
import { registersPath } from './addresses.ts';
import { type OwnRegister, ownRegisters } from './own-registers.ts';
import { inOrderOfNow, minutesNow, registerLine } from './own-registers.view.ts';

/** A part of Teaching and of Today: today's registers of this person, taken or not. */
export const registersOnTeaching = (who: Who, { today }: Given<{ today: string }>): List<OwnRegister> =>
  ownRegisters(who, { on: today });

/** So many stand there; the page of registers has the rest. */
const most = 4;

/** What is now stands first; whoever has no register is told of none. */
export function ownRegistersView(registers: readonly OwnRegister[], visit: Visit): Value {
  if (registers.length === 0) return null;
  return html`<h2>${t('Registers')}</h2>
    <ul class="items">
      ${inOrderOfNow(registers, minutesNow(visit))
        .slice(0, most)
        .map((each) => html`<li>${registerLine(each, visit.today)}</li>`)}
    </ul>
    ${quietActions([{ label: t('All registers of today'), href: registersPath }])}`;
}
