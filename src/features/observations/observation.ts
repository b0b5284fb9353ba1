import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Chosen } from './instruments/chosen.ts';
import type { Entry } from './record/entry.ts';
import type { FollowUp } from './record/follow-up.ts';

export type Kind = 'peer' | 'specialist';
export type Part = 'predicted' | 'noticed' | 'notes' | 'feedback' | 'plan';

interface PartText {
  part: Part;
  personId: string;
  texts: Record<string, string>;
  version: number;
  /** From when the other may read it. */
  readyAt: string | null;
}

/** One observation with all that is written in it. Days are 'YYYY-MM-DD', times '15:30'. */
export interface Observation {
  ownerId: string;
  id: string;
  circleId: string;
  circle: string;
  /** What sort of group it was agreed in: 'partnership', 'programme', 'coaching'. */
  circleKind: string;
  kind: Kind;
  observedId: string;
  observed: string;
  observerId: string;
  observer: string;
  proposedBy: string;
  on: string;
  startsAt: string | null;
  minutes: number;
  place: string;
  pupils: string;
  focus: string;
  version: number;
  zone: string;
  changedAt: Date;
  acceptedAt: Date | null;
  declinedAt: Date | null;
  calledOffAt: Date | null;
  doneAt: Date | null;
  endedAt: Date | null;
  parts: PartText[];
  grants: string[];
  /** The observer is in the group in which it was agreed: nobody else than that is let in to observe. */
  observerIsIn: boolean;
  /** What the observed teacher chose to have it recorded with; null where nothing is. */
  chosen: Chosen | null;
  /** For which instruments the observer has said that they have prepared, and when. */
  prepared: Readonly<Record<string, string>>;
  /** What the observer recorded, what they took back too, in the order in which it happened. */
  entries: Entry[];
  /** What the observed teacher's goal rests on: references to entries (record/evidence.ts). */
  evidence: string[];
  followUps: FollowUp[];
}

export type State = 'proposed' | 'declined' | 'called-off' | 'agreed' | 'done';

export function stateOf({
  acceptedAt,
  declinedAt,
  calledOffAt,
  doneAt,
}: Pick<Observation, 'acceptedAt' | 'declinedAt' | 'calledOffAt' | 'doneAt'>): State {
  if (doneAt) return 'done';
  if (calledOffAt) return 'called-off';
  if (acceptedAt) return 'agreed';
  return declinedAt ? 'declined' : 'proposed';
}

export const observationHref = ({ id }: { id: string }, below = ''): string =>
  `/observations/${id}${below && `/${below}`}`;

/** What its pages are called. */
export const titleOf = ({ observer, observed }: Pick<Observation, 'observer' | 'observed'>): string =>
  t('{observer} observes {observed}', { observer, observed });

/** What the observer writes: a partner learns for themselves, a specialist gives feedback. */
export const observerPart = ({ kind }: Pick<Observation, 'kind'>): Part =>
  kind === 'peer' ? 'notes' : 'feedback';

/** Who has to say yes to a proposal: the one of the two who did not make it. */
export const askedOf = ({
  proposedBy,
  observedId,
  observerId,
}: Pick<Observation, 'proposedBy' | 'observedId' | 'observerId'>): string =>
  proposedBy === observedId ? observerId : observedId;

export const partOf = ({ parts }: Observation, part: Part): PartText | undefined =>
  parts.find((each) => each.part === part);

/** Whether what the two wrote stands side by side: each has said that theirs is ready. */
export const sideBySide = (observation: Observation): boolean =>
  [partOf(observation, 'noticed'), partOf(observation, observerPart(observation))].every(
    (text) => text?.readyAt,
  );

/** The parts that somebody may read: their own always, everything once both are ready. */
export const partsFor = (observation: Observation, personId: string): PartText[] =>
  sideBySide(observation)
    ? observation.parts
    : observation.parts.filter((part) => part.personId === personId);

/** What the observer recorded, for whoever may read it now: the observer always, everybody once both are ready. */
export const entriesFor = (observation: Observation, personId: string): Entry[] =>
  sideBySide(observation)
    ? observation.entries
    : observation.entries.filter((entry) => entry.personId === personId);

/** The day and time in words. */
export const whenInWords = ({ on, startsAt }: Pick<Observation, 'on' | 'startsAt'>): string =>
  startsAt
    ? t('{day}, {time}', { day: formatDate(on, 'weekday'), time: startsAt })
    : formatDate(on, 'weekday');
