import { today } from '#platform/calendar/dates.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatTime, t } from '#platform/i18n/i18n.ts';
import type { InstrumentPart } from '#features/evidence/index.ts';
import { instrumentOf, type Seats } from '../instruments/chosen.ts';
import { type Entry, itEnds } from './entry.ts';

/** The part of the catalogue's instrument that an entry was recorded in; undefined where it is gone. */
const partOfEntry = ({ instrument, part }: Pick<Entry, 'instrument' | 'part'>): InstrumentPart | undefined =>
  instrumentOf(instrument)?.parts.find(({ id }) => id === part);

/** What is said of a choice: the event, the stretch, the mark, the code with whose talk it is, or the prompt. */
export function choiceInWords(part: InstrumentPart | undefined, choice: string | undefined): string {
  const named = (all: readonly { id: string; label: string }[]): string =>
    t(all.find(({ id }) => id === choice)?.label ?? choice ?? '');
  switch (part?.kind) {
    case 'prompts':
      return t(part.prompts.find(({ id }) => id === choice)?.prompt ?? choice ?? '');
    case 'tally':
      return named(part.events);
    case 'timeline':
      return choice === itEnds ? t('It ended') : named(part.episodes);
    case 'seating-plan':
      return named(part.marks);
    case 'listening-codes': {
      const code = part.codes.find(({ id }) => id === choice);
      return code ? t('{who}: {what}', { who: t(code.who), what: t(code.label) }) : (choice ?? '');
    }
    default:
      return choice ?? '';
  }
}

export const pupilInWords = (pupil: string): string => pupil || t('The class');

const seatInWords = (seats: Seats | null, seat: string): string =>
  seats?.names[seat] ?? t('Seat {seat}', { seat });

/** The first line of an entry, and what it is about. */
export function entryInWords(entry: Entry, seats: Seats | null): { text: string; about: string } {
  const part = partOfEntry(entry);
  const { choice, pupil, seat, text } = entry.body;
  if (text !== undefined)
    return { text, about: pupil === undefined ? choiceInWords(part, choice) : pupilInWords(pupil) };
  return {
    text: choiceInWords(part, choice),
    about: seat === undefined ? t(part?.title ?? '') : seatInWords(seats, seat),
  };
}

/** When it was recorded: the time, with seconds where they matter, and the day where that is not the visit's. */
export function whenRecorded(entry: Pick<Entry, 'at'>, day: string, { who }: Pick<Visit, 'who'>): string {
  const moment = new Date(entry.at);
  const time = formatTime(moment);
  return today(moment, who.standing.organisation.zone) === day
    ? time
    : `${formatDate(moment, 'short')}, ${time}`;
}
