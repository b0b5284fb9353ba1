import { newId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { InstrumentPart } from '#features/evidence/index.ts';
import { attributes } from '#ui/attributes.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { type ChosenPupil, longestLabel, type Seats } from '../instruments/chosen.ts';
import { type Observation } from '../observation.ts';
import { recordHref } from './addresses.ts';
import { howOften, type Entry, itEnds, longestEntry, stretchesOf } from './entry.ts';
import { press, pressForm } from './press.view.ts';
import { seatForm } from './seat-form.view.ts';

interface PartFormOptions {
  observation: Observation;
  instrument: string;
  part: InstrumentPart;
  /** What stands in this part. */
  entries: readonly Entry[];
  pupils: readonly ChosenPupil[];
  seats: Seats | null;
  visit: Visit;
}

/** What one records with in one part of the instrument. */
export function partForm(options: PartFormOptions): Html {
  const { part } = options;
  return html`<section${attributes({ class: 'record-part', id: `part-${part.id}`, 'data-part': part.id, 'data-kind': part.kind })}>
    <h2>${t(part.title)}</h2>
    <p class="hint">${t(part.plain)}</p>
    ${formOf(options)}
  </section>`;
}

function formOf(options: PartFormOptions): Value {
  const { part, seats } = options;
  switch (part.kind) {
    case 'prompts':
      return writeForm(options, (f) =>
        f.radios({
          name: 'choice',
          label: t('Prompt'),
          required: true,
          options: part.prompts.map(({ id, prompt, help }) => ({
            value: id,
            label: t(prompt),
            hint: help && t(help),
          })),
        }),
      );
    case 'pupil-notes':
      return writeForm(options, (f) => pupilField(f, options.pupils, true));
    case 'predicted-observed':
      return writeForm(options, (f) => pupilField(f, options.pupils, false));
    case 'tally':
      return pressing(
        options,
        part.events.map((event) => counted(options, event)),
      );
    case 'timeline':
      return stretches(options, part.episodes);
    case 'listening-codes':
      return html`<p
          class="next-code with-script"
          role="timer"
          hidden
          data-every="${part.every}"
          data-next="${t('The next in {time}', { time: '{time}' })}"
          data-now="${t('Now')}"
        ></p>
        ${[...Map.groupBy(part.codes, ({ who }) => who)].map(
          ([who, codes]) =>
            html`<h3>${t(who)}</h3>
              ${pressing(
                options,
                codes.map((code) => counted(options, code)),
                t(who),
              )}`,
        )}`;
    case 'seating-plan':
      return seats === null
        ? html`<p>
            ${t('The tables are not drawn yet. {name} draws them, on the page of this observation.', { name: options.observation.observed })}
          </p>`
        : seatForm({
            action: recordHref(options.observation),
            hidden: hiddenOf(options),
            part,
            marks: part.marks,
            seats,
            entries: options.entries,
            before: options.visit.query.part === part.id ? options.visit.query.choice : undefined,
          });
  }
}

const hiddenOf = ({ instrument, part, visit }: PartFormOptions): Record<string, string> => ({
  id: newId(visit.now),
  instrument,
  part: part.id,
});

/** Words under a choice. What was chosen for the one before stays chosen. */
function writeForm(options: PartFormOptions, about: (f: Fields) => Value): Html {
  const { observation, part, visit } = options;
  const action = recordHref(observation);
  // Taken by the part that it was sent from alone: what fits none is said above the page.
  const mine = visit.arrival.form?.values['part'] === part.id ? visit.formAt(action) : undefined;
  const before = visit.query.part === part.id ? visit.query : {};
  return form(
    {
      action,
      button: t('Note it'),
      values: { choice: before.choice, pupil: before.pupil, ...mine?.values },
      errors: mine?.errors,
      prefix: `part-${part.id}`,
      quiet: true,
      hidden: hiddenOf(options),
    },
    (f) => [
      about(f),
      f.textarea({
        name: 'text',
        label: t('What you saw or heard'),
        required: true,
        rows: 3,
        maxlength: longestEntry,
      }),
    ],
  );
}

/** Stands for "nobody in particular" where radios need a value. */
export const theClass = 'class';

const pupilField = (f: Fields, pupils: readonly ChosenPupil[], orClass: boolean): Html =>
  pupils.length === 0
    ? f.text({
        name: 'pupil',
        label: t('Which pupil'),
        hint: t('In words the teacher knows them by. No full names.'),
        required: !orClass,
        maxlength: longestLabel,
      })
    : f.radios({
        name: 'pupil',
        label: t('Whom you watch'),
        required: true,
        options: [
          ...pupils.map(({ label }) => ({ value: label, label })),
          ...(orClass ? [{ value: theClass, label: t('The class') }] : []),
        ],
      });

const pressing = (options: PartFormOptions, buttons: Value, label = t(options.part.title)): Html =>
  pressForm(
    { action: recordHref(options.observation), label, hidden: hiddenOf(options) },
    html`<div class="presses">${buttons}</div>`,
  );

const counted = (
  { part, entries }: PartFormOptions,
  { id, label, plain }: { id: string; label: string; plain?: string | undefined },
): Html =>
  press({
    name: 'choice',
    value: id,
    label: t(label),
    plain: plain && t(plain),
    count: { key: `${part.id} ${id}`, n: howOften(entries).get(id) ?? 0 },
  });

/** The stretch that goes on is marked; pressing another ends it. */
function stretches(
  options: PartFormOptions,
  episodes: readonly { id: string; label: string; plain?: string | undefined }[],
): Html {
  const last = stretchesOf(options.entries).at(-1);
  const goesOn = last?.to === null ? last.choice : undefined;
  return pressing(options, [
    ...episodes.map(({ id, label, plain }) =>
      press({ name: 'choice', value: id, label: t(label), plain: plain && t(plain), now: id === goesOn }),
    ),
    press({ name: 'choice', value: itEnds, label: t('It ended') }),
  ]);
}
