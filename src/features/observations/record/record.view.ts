import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Instrument } from '#features/evidence/index.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { noteTaking, noteTemplate, type OwnNote, ownNotes, takenBack } from '#ui/waiting-notes.ts';
import type { Chosen } from '../instruments/chosen.ts';
import { type Observation, observationHref, titleOf, whenInWords } from '../observation.ts';
import { recordHref } from './addresses.ts';
import { entriesOf, type Entry } from './entry.ts';
import { entryInWords, whenRecorded } from './entry-words.ts';
import { partForm } from './part-form.view.ts';

interface RecordView {
  observation: Observation;
  chosen: Chosen;
  instrument: Instrument;
}

/** The parts of the instrument, and below them what one recorded, the newest first. */
export function recordView({ observation, chosen, instrument }: RecordView, visit: Visit): Html {
  const here = recordHref(observation);
  const mine = observation.entries.filter(({ personId }) => personId === visit.who.personId).toReversed();
  const own = (entry: Entry): OwnNote => {
    const { text, about } = entryInWords(entry, chosen.seats);
    const back = entry.endedAt !== null;
    return {
      id: entry.id,
      text,
      about: [about, whenRecorded(entry, observation.on, visit)].filter(Boolean).join(', '),
      key: keyOf(entry),
      action: recordHref(observation, `${entry.id}/${back ? 'bring-back' : 'withdraw'}`),
      button: back ? t('Bring it back') : t('Take it back'),
    };
  };
  const parts = instrument.parts.map((part) =>
    partForm({
      observation,
      instrument: instrument.id,
      part,
      entries: entriesOf(mine.toReversed(), instrument.id, part.id),
      pupils: chosen.pupils,
      seats: chosen.seats,
      visit,
    }),
  );
  const written = noteTaking(
    {
      name: 'observe-lesson',
      here,
      nothing: t('Write what you saw or heard first.'),
      leaving: t(
        'Some of what you recorded in a lesson has not been sent. To sign out all the same, and so take it off this device, press the button again.',
      ),
      data: { 'data-here': here, 'data-title': titleOf(observation), 'data-day': observation.on },
      opensWithout: true,
    },
    [ways(instrument), parts],
    [
      aboutTheVisit(observation, instrument),
      ownNotes(
        t('What you recorded'),
        t('Nothing yet. What you record stands here, the newest first.'),
        mine.filter(({ endedAt }) => endedAt === null).map(own),
      ),
      noteTemplate((id) => recordHref(observation, `${id}/withdraw`)),
    ],
  );
  return html`${observation.on > visit.today && notYet(observation)} ${written} ${afterwards(observation)}
  ${takenBack(mine.filter(({ endedAt }) => endedAt !== null).map(own))}`;
}

/** Recording before the day is a trial, or the lesson was moved: it is kept all the same, and said. */
const notYet = ({ on }: Observation): Html =>
  html`<p class="meta">
    ${t('The visit is on {day}. You can try this page before; what you write is kept, and can be taken back.', { day: formatDate(on, 'weekday') })}
  </p>`;

/** Nothing has to be sent off: what is left is said where one looks for it. */
const afterwards = (observation: Observation): Html =>
  html`<h2>${t('When the lesson is over')}</h2>
    <p>
      ${t('What you recorded is kept; nothing has to be sent off. Say on the page of the visit that it took place, and write what you noticed. Once you are both ready, {name} reads what you recorded.', { name: observation.observed })}
    </p>
    ${quietActions([{ label: t('The page of the visit'), href: observationHref(observation) }])}`;

/** What one looks for, at hand and folded away. */
const aboutTheVisit = (observation: Observation, instrument: Instrument): Html =>
  details(
    t('What to look for'),
    definitionList([
      {
        term: t('What to look for'),
        says:
          (observation.focus && html`<span class="as-written">${observation.focus}</span>`) ||
          t('Not chosen yet.'),
      },
      { term: t('When'), says: whenInWords(observation) },
      { term: t('Recorded with'), says: t(instrument.title) },
      { term: t('What it cannot tell'), says: instrument.cannotTell.map((words) => t(words)) },
    ]),
  );

/** From one part to another on a small screen. */
const ways = ({ parts }: Instrument): Html | false =>
  parts.length > 1 && quietActions(parts.map(({ id, title }) => ({ label: t(title), href: `#part-${id}` })));

/** What an entry counts towards on its button: its part and choice, or its seat and its choice. */
const keyOf = ({ part, body: { choice, seat, text } }: Entry): string | undefined =>
  text !== undefined || choice === undefined ? undefined : [part, choice, seat].filter(Boolean).join(' ');
