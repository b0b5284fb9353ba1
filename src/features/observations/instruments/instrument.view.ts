import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type Instrument, type InstrumentPart, sourceLine } from '#features/evidence/index.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { observationHref } from '../observation.ts';

/** What is recorded in a part, in a sentence. */
function kindInWords(part: InstrumentPart): string {
  switch (part.kind) {
    case 'prompts':
      return t('Written answers under prompts');
    case 'pupil-notes':
      return t('Notes about chosen pupils, each with its moment');
    case 'predicted-observed':
      return t('What was seen, beside what the teacher expected');
    case 'tally':
      return t('A count of events, each with its moment');
    case 'timeline':
      return t('Stretches of the lesson, with beginning and end');
    case 'seating-plan':
      return t('Marks on a drawing of the tables');
    case 'listening-codes':
      return t('Whose talk it is, every {n} seconds', { n: part.every });
  }
}

/** The names within a part: its prompts, events, stretches, marks or codes. */
function namesOf(part: InstrumentPart): readonly string[] {
  switch (part.kind) {
    case 'prompts':
      return part.prompts.map(({ prompt }) => t(prompt));
    case 'tally':
      return part.events.map(({ label }) => t(label));
    case 'timeline':
      return part.episodes.map(({ label }) => t(label));
    case 'seating-plan':
      return part.marks.map(({ sign, label }) => `${sign}: ${t(label)}`);
    case 'listening-codes':
      return part.codes.map(({ who, label }) => `${t(who)}: ${t(label)}`);
    case 'pupil-notes':
    case 'predicted-observed':
      return [];
  }
}

/** What an instrument is for, what it cannot tell, what is recorded with it, and where it comes from. */
export const instrumentInWords = (instrument: Instrument): Html =>
  html`${definitionList([
    { term: t('What it is for'), says: t(instrument.whatFor) },
    { term: t('What it cannot tell'), says: list(instrument.cannotTell.map((words) => t(words))) },
    {
      term: t('What is recorded'),
      says: instrument.parts.map(
        (part) =>
          html`<strong>${t(part.title)}.</strong> ${kindInWords(part)}.
            ${namesOf(part).length > 0 && list(namesOf(part))}`,
      ),
    },
    {
      term: t('Before the visit'),
      says: instrument.preparation
        ? list(instrument.preparation.todo.map((words) => t(words)))
        : t('Nothing beyond reading this page.'),
    },
  ])}
  ${sourceLine(instrument.source)}`;

const list = (words: readonly string[]): Html =>
  html`<ul>
    ${words.map((each) => html`<li>${each}</li>`)}
  </ul>`;

/**
 * What the observer is asked to do before, why, and since when they have; with the button that says so, for them.
 * `preparedAt` is null while they have not.
 */
export function preparation(
  observation: { id: string; observer: string },
  instrument: Instrument,
  { preparedAt, observer }: { preparedAt: Date | null; observer: boolean },
): Value {
  const asked = instrument.preparation;
  if (!asked) return null;
  if (preparedAt !== null)
    return html`<p class="meta">
      ${
        observer
          ? t('You said on {day} that you have prepared for it.', { day: formatDate(preparedAt) })
          : t('{name} said on {day} that they have prepared for it.', {
              name: observation.observer,
              day: formatDate(preparedAt),
            })
      }
    </p>`;
  if (!observer)
    return html`<p class="meta">
      ${t('It asks the observer to prepare. {name} has not said yet that they have.', { name: observation.observer })}
    </p>`;
  return notice(
    'info',
    html`${list(asked.todo.map((words) => t(words)))}
      <p>${t('Why: {why}', { why: t(asked.why) })}</p>
      <p>${t('You say it once for this instrument. Until then the page for recording stays closed.')}</p>
      ${form({ action: observationHref(observation, 'prepared'), button: t('I have prepared for it') })}`,
    t('Before you record'),
  );
}
