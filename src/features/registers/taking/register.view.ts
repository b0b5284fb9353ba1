import { newId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { clockIn } from '#platform/calendar/local-time.ts';
import { formatTime, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { registerHref } from '../addresses.ts';
import { type Code, codeWritten, isHere, presentCode } from '../codes/code.ts';
import { knownInWords } from '../known-absences.ts';
import { keepsRegisters } from '../registers.access.ts';
import { drawnOnce } from './alike-rows.ts';
import { markField, minutesField, noteField, otherField } from './mark-fields.ts';
import type { RegisterPupil } from './register.ts';
import type { OpenRegister } from './register.queries.ts';
import { registerTaking } from './register-taking.view.ts';

export function registerView(register: OpenRegister, visit: Visit): Html {
  const { pupils, version, writing } = register;
  if (pupils.length === 0)
    return html`${empty({ says: t('No pupil is in this class on this day.') })} ${further(register, visit)}`;
  const open = writing === 'open' || writing === 'with-reason';
  return html`${standing(register, visit)}
  ${open ? registerTaking(register, taking(register, visit)) : asMarked(register)}
  ${version > 0 && takeBack(register, visit)} ${further(register, visit)}`;
}

/** What has been done already, before anything else. */
function standing(
  { on, startsAt, takenAt, takenBy, writing }: OpenRegister,
  { now, today, who }: Visit,
): Value {
  if (writing === 'not-yet') return notice('info', t('This register opens on its day.'));
  if (writing === 'closed')
    return notice(
      'info',
      t(
        'It can be changed by those who keep registers: on its day and on the next school day you could do so yourself.',
      ),
    );
  if (
    takenAt === null &&
    on === today &&
    startsAt !== null &&
    clockIn(now, who.standing.organisation.zone) < startsAt
  )
    return notice(
      'info',
      t('This begins at {time}. What you mark before then may not hold.', { time: startsAt }),
    );
  return (
    takenAt !== null &&
    html`<p class="register-taken">
      ${t('Taken at {time} by {name}. You can change it.', { time: formatTime(takenAt), name: takenBy ?? '' })}
    </p>`
  );
}

const taking = (register: OpenRegister, visit: Visit): Html => {
  const { codes, session, pupils, version, writing } = register;
  const here = presentCode(codes, session);
  const at = visit.formAt(registerHref(register, 'save'));
  return form(
    {
      ...at,
      button: t('Save the register'),
      // Each pupil has eight fields: ids that begin with the address make the page a third longer.
      prefix: 'r',
      // Made anew each time the page is drawn: what is sent twice is saved once.
      hidden: { version, id: newId(visit.now), after: '' },
    },
    (f) => {
      const one = (pupil: RegisterPupil): Html => row(f, pupil, codes, here);
      // What came back has each pupil's own values and errors.
      const isFresh = at.values === undefined && at.errors === undefined;
      return html`<fieldset class="register-list">
          <legend>${tn(pupils.length, '{n} pupil, by name', '{n} pupils, by name')}</legend>
          ${pupils.map(isFresh ? drawnOnce(one) : one)}
        </fieldset>
        ${otherCodes(codes)}
        ${
          writing === 'with-reason' &&
          f.text({
            name: 'reason',
            label: t('Why you change it'),
            hint: t('It stands in the history of this register.'),
            maxlength: 200,
            required: true,
          })
        }`;
    },
  );
};

/** One pupil: the usual codes side by side, and the rest behind one press. */
function row(f: Fields, pupil: RegisterPupil, codes: readonly Code[], here: Code | undefined): Html {
  const { pupilId, name, symbol, minutes, note } = pupil;
  const marked = symbol ?? expected(pupil, codes) ?? here?.symbol ?? null;
  const usual = codes.filter((code) => code.usual);
  const shown = usual.some((code) => code.symbol === marked)
    ? usual
    : [...usual, ...codes.filter((code) => code.symbol === marked)];
  const fold = note !== '' || minutes !== null;
  return html`<div class="register-row">
    ${f.radios({
      name: markField(pupilId),
      label: name,
      unmarked: true,
      initial: marked,
      options: shown.map((code) => ({ value: code.symbol, label: code.short })),
    })}
    ${said(pupil)}
    <details class="register-more" ${fold ? html` open` : null}>
      <summary>
        <span aria-hidden="true">${t('More')}</span
        ><span class="hidden">${t('More for {name}', { name })}</span>
      </summary>
      <div class="register-fields">
        ${f.number({ name: minutesField(pupilId), label: t('Minutes late'), unmarked: true, value: minutes ?? undefined, min: 1, max: 600, width: 'short' })}
        ${f.text({ name: otherField(pupilId), label: t('Other code'), unmarked: true, maxlength: 4, width: 'short' })}
        ${f.text({ name: noteField(pupilId), label: t('Short note'), unmarked: true, value: note || undefined, maxlength: 200 })}
      </div>
    </details>
  </div>`;
}

/**
 * What stands for a pupil until somebody marks otherwise: what is settled, or away where somebody said so; then what was
 * marked last on that day, so that nobody who is missed becomes present by a register that is saved as it stands. Null
 * where nothing speaks against "here".
 */
function expected(
  { known, knownSymbol, earlierSymbol }: RegisterPupil,
  codes: readonly Code[],
): string | null {
  const fitting = [knownSymbol, earlierSymbol].find(
    (symbol) => symbol !== null && codeWritten(codes, symbol) !== undefined,
  );
  if (fitting !== undefined) return fitting;
  const isAway = known !== null || earlierSymbol !== null;
  return (isAway && codes.find(({ role }) => role === 'away')?.symbol) || null;
}

/** What somebody said before, or marked earlier that day. */
const said = ({ known, earlier, symbol }: RegisterPupil): Value =>
  symbol === null &&
  (known !== null || earlier !== null) &&
  html`<p class="register-known">
    ${known !== null ? t('Known: {words}', { words: knownInWords(known) }) : t('Earlier today: {code}', { code: earlier! })}
  </p>`;

/** Every code with its meaning, for whoever types one. */
const otherCodes = (codes: readonly Code[]): Html =>
  html`<details class="more">
    <summary>${t('All codes, and what each means')}</summary>
    <div>
      <ul class="register-codes">
        ${codes.map((code) => html`<li><kbd>${code.symbol}</kbd> ${code.name}</li>`)}
      </ul>
    </div>
  </details>`;

/** As it stands, for whoever can no longer change it. */
const asMarked = ({ pupils, codes }: OpenRegister): Html =>
  html`<ul class="items dense register-marked">
    ${pupils.map((pupil) => {
      const code = pupil.symbol === null ? undefined : codeWritten(codes, pupil.symbol);
      return html`<li>
        <bdi>${pupil.name}</bdi>
        <span class="${code && !isHere(code) ? 'register-away' : 'meta'}"
          >${[pupil.codeName ?? t('Not marked'), pupil.minutes !== null && tn(pupil.minutes, '{n} minute late', '{n} minutes late'), pupil.note].filter(Boolean).join(', ')}</span
        >
      </li>`;
    })}
  </ul>`;

const takeBack = (register: OpenRegister, visit: Visit): Value =>
  register.takenAt !== null &&
  (register.writing === 'open' || keepsRegisters(visit.who)) &&
  html`<details class="more">
    <summary>${t('Taken by mistake?')}</summary>
    <div>
      ${form(
        {
          ...visit.formAt(registerHref(register, 'give-back')),
          button: t('Give this register back'),
          quiet: true,
          danger: true,
          hidden: { version: register.version },
        },
        () => html`<p>${t('It then counts as not taken. What was marked stays in its history.')}</p>`,
      )}
    </div>
  </details>`;

const further = (register: OpenRegister, { who }: Visit): Html =>
  quietActions([
    ...(register.version > 0
      ? [{ label: t('What was changed in it'), href: registerHref(register, 'changes') }]
      : []),
    { label: t('Who stands in'), href: registerHref(register, 'stand-in') },
    ...(keepsRegisters(who)
      ? [{ label: t('Registers not taken'), href: `/registers/missing?day=${register.on}` }]
      : []),
  ]);
