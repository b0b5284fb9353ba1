import type { Visit } from '#platform/http/context.ts';
import { formatMinutes, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import type { InstrumentPart } from '#features/evidence/index.ts';
import { lanePlot } from '#ui/chart/lane-plot.ts';
import { tally } from '#ui/chart/tally.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html, nothing, type Html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { instrumentOf, type Seats } from '../instruments/chosen.ts';
import type { Observation } from '../observation.ts';
import { howOften, entriesOf, type Entry, stretchesOf } from './entry.ts';
import { choiceInWords, pupilInWords, whenRecorded } from './entry-words.ts';
import { expectedAndSeen } from './expected-and-seen.view.ts';
import { seatingPlan } from './seating-plan.view.ts';

interface PartView {
  part: InstrumentPart;
  entries: readonly Entry[];
  observation: Observation;
  seats: Seats | null;
  visit: Visit;
}

/** What the observer recorded, drawn by kind, each with its table. `entries` are those that the reader may read. */
export function recordedView(observation: Observation, entries: readonly Entry[], visit: Visit): Html {
  const { chosen } = observation;
  const seats = chosen?.seats ?? null;
  const used = [
    ...new Set([...(chosen ? [chosen.instrument] : []), ...entries.map((each) => each.instrument)]),
  ];
  const drawn = used.flatMap((id) => {
    const instrument = instrumentOf(id);
    return (instrument?.parts ?? []).flatMap((part) => {
      const those = entriesOf(entries, id, part.id);
      return those.length === 0
        ? []
        : [
            html`<section class="recorded" id="recorded-${part.id}">
              <h3>
                ${t('{title}, recorded by {name}', { title: t(part.title), name: observation.observer })}
              </h3>
              ${drawPart({ part, entries: those, observation, seats, visit })}
            </section>`,
          ];
    });
  });
  return drawn.length === 0 ? nothing : html`${drawn}`;
}

function drawPart(view: PartView): Value {
  const { part, entries, observation, seats } = view;
  switch (part.kind) {
    case 'prompts':
      return definitionList(
        part.prompts.map(({ id, prompt }) => ({
          term: t(prompt),
          says: entries.filter(({ body }) => body.choice === id).map((entry) => noted(entry, view)),
        })),
      );
    case 'pupil-notes':
      return definitionList(
        [...Map.groupBy(entries, ({ body }) => body.pupil ?? '')].map(([pupil, theirs]) => ({
          term: pupilInWords(pupil),
          says: theirs.map((entry) => noted(entry, view)),
        })),
      );
    case 'predicted-observed':
      return expectedAndSeen(observation, entries, (entry) => noted(entry, view));
    case 'tally':
      return html`${tally({
        title: t('How often each happened'),
        note: t('A count of events. They are different things, so they are not added up.'),
        rows: part.events.map(({ id, label }) => ({
          label: t(label),
          count: howOften(entries).get(id) ?? 0,
        })),
      })}
      ${moments(view)}`;
    case 'timeline':
      return timeline(view, part.episodes);
    case 'listening-codes':
      return strip(view, part);
    case 'seating-plan':
      return html`${seatingPlan(part, entries, seats)} ${moments(view)}`;
  }
}

const noted = (entry: Entry, { observation, visit }: PartView): Html =>
  html`<span class="as-written">${entry.body.text}</span>
    <span class="meta">${whenRecorded(entry, observation.on, visit)}</span>`;

/** Each press with its moment, for whoever wants to look closely. */
const moments = ({ entries, part, observation, visit, seats }: PartView): Html =>
  details(
    tn(entries.length, 'One moment', '{n} moments'),
    table({
      caption: t('When each happened'),
      captionHidden: true,
      columns: [
        { label: t('When') },
        { label: t('What'), wide: true },
        ...(part.kind === 'seating-plan' ? [{ label: t('Seat') }] : []),
      ],
      rows: entries.map((entry) => [
        whenRecorded(entry, observation.on, visit),
        choiceInWords(part, entry.body.choice),
        ...(part.kind === 'seating-plan'
          ? [seats?.names[entry.body.seat ?? ''] ?? entry.body.seat ?? '']
          : []),
      ]),
      empty: '',
    }),
  );

const minute = 60_000;

function timeline(
  { entries, part, observation, visit }: PartView,
  episodes: readonly { id: string; label: string }[],
): Html {
  const stretches = stretchesOf(entries);
  const begin = Math.min(...entries.map(({ at }) => Date.parse(at)));
  const last = Math.max(...entries.map(({ at }) => Date.parse(at)));
  const used = episodes.filter(({ id }) => stretches.some(({ choice }) => choice === id));
  const at = (moment: number): string =>
    whenRecorded({ at: new Date(moment).toISOString() }, observation.on, visit);
  return lanePlot({
    title: t('Stretches of the lesson'),
    note: t('From the first to the last thing recorded. Nothing is said of the time between two stretches.'),
    lanes: used.map(({ label }) => t(label)),
    spans: stretches.map(({ choice, from, to }) => ({
      lane: used.findIndex(({ id }) => id === choice),
      from: (from - begin) / minute,
      to: ((to ?? last) - begin) / minute,
    })),
    minutes: (last - begin) / minute,
    columns: [
      { label: t('What'), wide: true },
      { label: t('From') },
      { label: t('To') },
      { label: t('How long'), numeric: true },
    ],
    rows: stretches.map(({ choice, from, to }) => [
      choiceInWords(part, choice),
      at(from),
      to === null ? t('not said') : at(to),
      to === null ? '' : formatMinutes(Math.max(1, Math.round((to - from) / minute))),
    ]),
  });
}

/** A code stands for the moment it was pressed; it is drawn as wide as it is to the next. */
function strip(view: PartView, part: Extract<InstrumentPart, { kind: 'listening-codes' }>): Html {
  const { entries } = view;
  const begin = Date.parse(entries[0]!.at);
  const used = part.codes.filter(({ id }) => entries.some(({ body }) => body.choice === id));
  const counts = howOften(entries);
  const width = part.every / 60;
  const placed = entries.map(({ at, body }) => ({
    lane: used.findIndex(({ id }) => id === body.choice),
    from: (Date.parse(at) - begin) / minute,
  }));
  return html`${lanePlot({
    title: t('Whose talk, moment by moment'),
    note: t('{count}, about {n} seconds apart. What was said between two moments is not in it.', {
      count: tn(entries.length, 'One code', '{n} codes'),
      n: part.every,
    }),
    lanes: used.map(({ id }) => choiceInWords(part, id)),
    spans: placed.filter(({ lane }) => lane >= 0).map(({ lane, from }) => ({ lane, from, to: from + width })),
    minutes: Math.max(...placed.map(({ from }) => from)) + width,
    columns: [
      { label: t('Talk'), wide: true },
      { label: t('At how many moments'), numeric: true },
    ],
    rows: used.map(({ id }) => [choiceInWords(part, id), formatNumber(counts.get(id) ?? 0)]),
  })}
  ${moments(view)}`;
}
