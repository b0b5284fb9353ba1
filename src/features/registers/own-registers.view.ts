import type { Visit } from '#platform/http/context.ts';
import { clockIn } from '#platform/calendar/local-time.ts';
import { formatTime, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { registerHref } from './addresses.ts';
import { usualStart } from './expected.ts';
import type { OwnRegister } from './own-registers.ts';
import { whenInWords } from './taking/register.ts';

/** From so many minutes before it begins a register is the one to take now. */
const soon = 10;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const startOf = ({ slot, startsAt }: OwnRegister): number =>
  minutesOf(startsAt ?? (slot === 'pm' ? usualStart.pm : usualStart.am));

/**
 * What is now first: the latest that has begun and is not taken, then the others that have begun, those to come, and
 * what is done.
 */
export function inOrderOfNow(registers: readonly OwnRegister[], now: number): OwnRegister[] {
  const standing = (each: OwnRegister): number => (each.taken ? 2 : startOf(each) <= now + soon ? 0 : 1);
  return registers.toSorted(
    (one, other) =>
      standing(one) - standing(other) ||
      (standing(one) === 0 ? startOf(other) - startOf(one) : startOf(one) - startOf(other)),
  );
}

export const minutesNow = ({ now, who }: Visit): number =>
  minutesOf(clockIn(now, who.standing.organisation.zone));

/** A register in a line: what it is, and whether it has been taken. */
export const registerLine = (register: OwnRegister, on: string): Html =>
  html`<a href="${registerHref({ ...register, on })}"
      >${register.unit}<span class="hidden">, ${whenInWords(register)}</span></a
    >
    <span class="meta" aria-hidden="true">${whenInWords(register)}</span>
    <span class="${register.taken ? 'register-done' : 'register-open'}"
      >${
        register.takenAt !== null
          ? t('Taken at {time}: {n} of {all} here', {
              time: formatTime(register.takenAt),
              n: register.here,
              all: register.pupils,
            })
          : t('Not taken yet')
      }</span
    >`;
