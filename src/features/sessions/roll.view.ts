import { formatDate, formatList, formatTime, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { programmeHref } from '#features/programmes/index.ts';
import { attendanceHref, belowStep } from './addresses.ts';
import { attendanceStates, type OnRoll, type RollChange } from './roll.queries.ts';
import type { StepView } from './step.view.ts';
import { stateWords } from './words.ts';

/** The roll of a session: to be marked by those who may, one's own place on it for participants. */
export function rollSection(view: StepView): Html {
  const { data, marks, takesPart } = view;
  if (marks)
    return html`<section id="roll">
      <h2>${view.data.step.on_date < view.today ? t('Who was here') : t('Who is here')}</h2>
      ${view.data.step.on_date > view.today ? expected(view) : markedRoll(view)}
      ${takesPart && ownPlace(view)}
    </section>`;
  return takesPart && data.roll.length > 0
    ? html`<section id="roll">
        <h2>${t('Your place')}</h2>
        ${ownPlace(view)}
      </section>`
    : nothing;
}

const nobody = ({ opened }: StepView): Html =>
  empty({
    says: t('Nobody takes part yet.'),
    ...(opened.may('enrol') && {
      todo: { label: t('Choose the people'), href: programmeHref(opened.programme, 'people') },
    }),
  });

/** Before its day: when marking opens, and who has said that they cannot come. */
function expected(view: StepView): Html {
  const { roll, step } = view.data;
  if (roll.length === 0) return nobody(view);
  const come = roll.filter(({ apology }) => apology === null).map(({ name }) => name);
  return html`<p>
      ${t('You can mark who is here from {day} on, in this place.', { day: formatDate(step.on_date, 'weekday') })}
    </p>
    ${
      come.length > 0 &&
      html`<p>
        ${tn(come.length, 'One person is expected: {names}.', '{n} people are expected: {names}.', { names: formatList(come) })}
      </p>`
    }
    ${
      come.length < roll.length &&
      html`<ul>
        ${roll.map(
          ({ name, apology }) =>
            apology !== null && html`<li><bdi>${name}</bdi>: ${apology || t('Cannot come')}</li>`,
        )}
      </ul>`
    }`;
}

function markedRoll(view: StepView): Html {
  const { opened, data, visit } = view;
  const { roll } = data;
  if (roll.length === 0) return nobody(view);
  const unmarked = roll.filter(({ state }) => state === null).length;
  const action = belowStep(opened.programme, data.step, 'attendance');
  return html`<p>
      ${unmarked === 0 ? t('Everybody is marked.') : tn(unmarked, 'One of {all} is not marked yet.', '{n} of {all} are not marked yet.', { all: roll.length })}
      <a href="${attendanceHref(opened.programme)}">${t('The attendance at all steps')}</a>
    </p>
    ${unmarked > 0 && form({ action: `${action}/everybody`, button: t('Everybody was here'), quiet: true })}
    ${form(
      {
        ...visit.formAt(action),
        button: t('Save the roll'),
        ...(unmarked > 0 && {
          also: [{ label: t('Save, and all the others were here'), name: 'others', value: 'here' }],
        }),
        hidden: shownStates(roll),
      },
      (f) =>
        table({
          caption: t('The roll'),
          captionHidden: true,
          columns: [{ label: t('Name'), wide: true }, { label: t('Said beforehand') }, { label: t('Was') }],
          rows: roll.map((person) => [
            html`<bdi>${person.name}</bdi>`,
            person.apology !== null && (person.apology || t('Cannot come')),
            f.select({
              name: `state-${person.personId}`,
              label: person.name,
              labelHidden: true,
              required: true,
              ...(visit.formAt(action).values ? {} : { value: person.state ?? '' }),
              options: [
                { value: '', label: stateWords(null) },
                ...attendanceStates.map((state) => ({ value: state, label: stateWords(state) })),
              ],
            }),
          ]),
          empty: nothing,
        }),
    )}
    ${corrections(data.rollChanges, roll)}`;
}

/** What the form showed, so that what somebody else marked meanwhile is noticed. */
const shownStates = (roll: readonly OnRoll[]): Record<string, string> =>
  Object.fromEntries(roll.map(({ personId, state }) => [`was-${personId}`, state ?? '']));

function corrections(changes: readonly RollChange[], roll: readonly OnRoll[]): Html {
  if (changes.length === 0) return nothing;
  const names = new Map(roll.map(({ personId, name }) => [personId, name]));
  return details(
    t('What was marked, and when'),
    html`<ul>
      ${changes.map((change) => html`<li>${sentenceOf(change, names)}</li>`)}
    </ul>`,
  );
}

function sentenceOf({ at, by, marks }: RollChange, names: ReadonlyMap<string, string>): string {
  const all = Object.entries(marks);
  const corrected = all.filter(([, { from }]) => from !== null);
  const moment = new Date(at);
  const said = { when: `${formatDate(moment, 'short')}, ${formatTime(moment)}`, by: by ?? t('somebody') };
  if (corrected.length === 0)
    return t('{when}: {by} marked {n}.', { ...said, n: tn(all.length, 'one person', '{n} people') });
  return t('{when}: {by} corrected {what}.', {
    ...said,
    what: formatList(
      corrected.map(([personId, { from, to }]) =>
        t('{name} from “{from}” to “{to}”', {
          name: names.get(personId) ?? t('somebody who left'),
          from: stateWords(from),
          to: stateWords(to),
        }),
      ),
    ),
  });
}

function ownPlace({ opened, data, visit, today }: StepView): Html {
  const own = data.roll.find(({ personId }) => personId === visit.who.personId);
  if (!own) return nothing;
  if (own.state !== null)
    return html`<p>${t('On the roll you are marked: {state}.', { state: stateWords(own.state) })}</p>`;
  if (opened.programme.closed_at) return nothing;
  if (data.step.on_date < today) return html`<p>${t('Nobody has marked the roll yet.')}</p>`;
  if (own.apology !== null)
    return html`<p>${t('You said that you cannot come.')} ${own.apology}</p>
      ${form({ action: belowStep(opened.programme, data.step, 'can-come'), button: t('I can come after all'), quiet: true })}`;
  const action = belowStep(opened.programme, data.step, 'cannot-come');
  return details(
    t('I cannot come'),
    form({ ...visit.formAt(action), button: t('Say that I cannot come'), quiet: true }, (f) =>
      f.text({
        name: 'reason',
        label: t('Why'),
        hint: t('Read by those who mark the roll. You may leave it empty.'),
        maxlength: 300,
      }),
    ),
    visit.formAt(action).errors !== undefined,
  );
}
