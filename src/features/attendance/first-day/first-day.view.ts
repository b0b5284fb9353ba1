import type { Visit } from '#platform/http/context.ts';
import { formatTime, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { pupilHref, sortInWords, todayPath } from '../attendance.ts';
import { isOffice } from '../attendance.access.ts';
import { officeTabs } from '../office-tabs.view.ts';
import { isPast } from './clock.ts';
import type { Carer, FirstDay, MissingPupil } from './first-day.queries.ts';
import { triesOf, tryWords } from './tries.view.ts';

export function firstDayView(data: FirstDay, visit: Visit): Html {
  const { pupils, contradicted, settings, taken } = data;
  const unknown = pupils.filter(({ standing }) => standing === 'unknown');
  const told = pupils.filter(({ standing }) => standing === 'told');
  const here = pupils.filter(({ standing }) => standing === 'here');
  return html`${officeTabs(visit.who, todayPath)}
    <p>
      ${tn(taken, '{n} register of a morning or afternoon has been taken today.', '{n} registers of a morning or afternoon have been taken today.')}
    </p>
    ${
      !isPast(visit, settings.listAt) &&
      html`<p>
        ${t('Registers are still being taken: the list is looked at from {time}.', { time: settings.listAt })}
      </p>`
    }
    ${
      unknown.length > 0 &&
      isPast(visit, settings.accountedBy) &&
      notice(
        'caution',
        t('Ring until you know where they are. If nobody can be reached, tell the safeguarding lead now.'),
        tn(
          unknown.length,
          'It is past {time}, and {n} pupil is not accounted for.',
          'It is past {time}, and {n} pupils are not accounted for.',
          {
            time: settings.accountedBy,
          },
        ),
      )
    }
    ${tellForm(unknown, data, visit)} ${unknown.length > 0 ? byClass(unknown, data, visit) : nobody(taken)}
    ${
      told.length > 0 &&
      html`<section>
        <h2>${tn(told.length, 'Somebody has said why: {n} pupil', 'Somebody has said why: {n} pupils')}</h2>
        <ul class="items dense">
          ${told.map((pupil) => html`<li>${nameOf(pupil)}${toldMeta(pupil)}</li>`)}
        </ul>
      </section>`
    }
    ${
      contradicted.length > 0 &&
      html`<section>
        <h2>
          ${tn(contradicted.length, 'Said to be away, and marked as here: {n} pupil', 'Said to be away, and marked as here: {n} pupils')}
        </h2>
        <ul class="items dense">
          ${contradicted.map((pupil) => html`<li>${nameOf(pupil)} ${sortInWords(pupil.sort)}</li>`)}
        </ul>
      </section>`
    }
    ${
      here.length > 0 &&
      html`<section>
        <h2>${tn(here.length, 'Here after all: {n} pupil', 'Here after all: {n} pupils')}</h2>
        <ul class="items dense">
          ${here.map((pupil) => html`<li>${nameOf(pupil)}${herefrom(pupil)}</li>`)}
        </ul>
      </section>`
    }`;
}

const nobody = (taken: number): Html =>
  empty({
    says:
      taken > 0
        ? t('It is known of every pupil in these registers where they are.')
        : t('No register has been taken yet. Whoever is marked as away comes in here.'),
  });

const nameOf = ({ id, name, form: unit }: Pick<MissingPupil, 'id' | 'name' | 'form'>): Html =>
  html`${personName({ name, href: pupilHref(id) })} <span class="meta">${unit ?? ''}</span>`;

const toldMeta = ({ toldAt }: MissingPupil): Html | false =>
  toldAt !== null &&
  html`<br /><span class="meta"
      >${t('We had asked the family at {time}.', { time: formatTime(toldAt) })}</span
    >`;

/** Told late: said as it was, because the family has read the other thing. */
const herefrom = ({ toldAt }: MissingPupil): Html | false =>
  toldAt !== null &&
  html`<br /><span class="meta"
      >${t('We asked the family at {time}. It stands on their Today no longer; a letter cannot be taken back. Ring them.', { time: formatTime(toldAt) })}</span
    >`;

/** One button for all whose families were not told yet. */
function tellForm(unknown: readonly MissingPupil[], { carers }: FirstDay, visit: Visit): Html | false {
  const untold = unknown.filter(
    ({ id, toldAt }) => toldAt === null && carers.some(({ pupilId }) => pupilId === id),
  );
  if (untold.length === 0 || !isOffice(visit.who)) return false;
  return form(
    {
      ...visit.formAt(`${todayPath}/tell`),
      button: tn(untold.length, 'Tell this family', 'Tell the families of these {n}'),
    },
    (f) =>
      f.checkboxes({
        name: 'pupils',
        label: t('A letter, and a line on their Today, that asks why'),
        unmarked: true,
        initial: untold.map(({ id }) => id),
        options: untold.map(({ id, name, form: unit }) => ({
          value: id,
          label: unit === null ? name : `${name}, ${unit}`,
        })),
      }),
  );
}

function byClass(unknown: readonly MissingPupil[], data: FirstDay, visit: Visit): Html {
  return html`${[...Map.groupBy(unknown, ({ form: unit }) => unit)].map(
    ([unit, pupils]) =>
      html`<section>
        <h2>${unit ?? t('In no class')}</h2>
        ${pupils.map((pupil) => onePupil(pupil, data, visit))}
      </section>`,
  )}`;
}

const onePupil = (pupil: MissingPupil, data: FirstDay, visit: Visit): Html => {
  const carers = data.carers.filter(({ pupilId }) => pupilId === pupil.id);
  const tries = data.tries.filter(({ pupilId }) => pupilId === pupil.id);
  return html`<div class="attendance-missing">
    <h3>${personName({ name: pupil.name, href: pupilHref(pupil.id) })}</h3>
    <p>
      ${pupil.mark === null ? t('Left out of a register that was taken.') : t('In the register: {mark}.', { mark: pupil.mark })}
      ${pupil.toldAt !== null && t('The family was asked at {time}.', { time: formatTime(pupil.toldAt) })}
    </p>
    ${whomToCall(pupil.id, carers)} ${triesOf(tries)}
    ${isOffice(visit.who) && whatWasTried(pupil, carers, visit)}
  </div>`;
};

/** A number that no line breaks in two. */
const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0');

const whomToCall = (pupilId: string, carers: readonly Carer[]): Html =>
  carers.length === 0
    ? html`<p>
        ${t('Nobody is written down who may be told about attendance.')}
        <a href="/contacts/${pupilId}">${t('Look at the pupil’s contacts')}</a>
      </p>`
    : html`<ol class="attendance-carers">
        ${carers.map(
          ({ name, numbers, askOffice }) =>
            html`<li>
              ${personName({ name })}
              ${numbers.map((number) => html`<a href="tel:${number.replace(/[^+\d]/g, '')}">${unbroken(number)}</a> `)}
              ${askOffice && html`<span class="meta">${t('Read what is written down about contact before you ring.')}</span>`}
            </li>`,
        )}
      </ol>`;

function whatWasTried({ id, name }: MissingPupil, carers: readonly Carer[], visit: Visit): Html {
  const action = `${todayPath}/${id}/tried`;
  const state = visit.formAt(action);
  return details(
    t('Write down what you tried for {name}', { name }),
    html`${form({ ...state, button: t('Write it down'), quiet: true, describe: name }, (f) => [
        f.radios({
          name: 'how',
          label: t('What'),
          required: true,
          initial: 'call',
          options: (['call', 'visit', 'other'] as const).map((value) => ({ value, label: tryWords(value) })),
        }),
        carers.length > 0 &&
          f.select({
            name: 'adult',
            label: t('Whom'),
            options: carers.map(({ adultId, name: carer }) => ({ value: adultId, label: carer })),
          }),
        f.text({ name: 'outcome', label: t('What came of it'), required: true, maxlength: 200 }),
      ])}
      <p><a href="${pupilHref(id, 'away')}">${t('They said why: write that down')}</a></p>`,
    state.errors !== undefined,
  );
}
