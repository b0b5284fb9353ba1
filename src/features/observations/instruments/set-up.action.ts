import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { optionalLine, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Instrument } from '#features/evidence/index.ts';
import { observationPolicy } from '../observation.policy.ts';
import { observationHref } from '../observation.ts';
import { mayStillChoose, whyNotChosen } from './may-choose.ts';
import {
  type ChosenPupil,
  hasPart,
  longestLabel,
  mostPupils,
  readSeats,
  type Seats,
  whyNotDrawn,
} from './chosen.ts';
import { saveChosen } from './save-chosen.ts';
import { aboutPupils, openChoice, setUpPage } from './set-up.page.ts';

const numbers = Array.from({ length: mostPupils }, (_, n) => n + 1);
const pupilFields = Object.fromEntries(
  numbers.flatMap((n): [string, z.ZodType<string>][] => [
    [`pupil-${n}`, optionalLine(longestLabel)],
    [`expected-${n}`, optionalProse(2_000)],
  ]),
);

/** Saves whom the observer looks at and how the tables stand. Throws `Stale`, as from another tab. */
export const setUp = action('/observations/:observation/instrument/set-up', {
  purpose: 'learning',
  access: observationPolicy,
  page: setUpPage,
  input: z.object({ ...pupilFields, seats: optionalProse(4_000), version: version() }),
  async run(change, sent) {
    const { observation, chosen, instrument } = await openChoice(change);
    if (!mayStillChoose(observation)) throw new Refused(whyNotChosen(observation));
    const fields = sent as unknown as Record<string, string>;
    const pupils = aboutPupils(instrument)
      ? expectedOf(instrument, readPupils(fields), chosen.pupils)
      : chosen.pupils;
    const seats = hasPart(instrument, 'seating-plan') ? drawable(sent.seats) : chosen.seats;
    await saveChosen(change, observation, sent.version, { instrument: instrument.id, pupils, seats });
    await change.record({
      kind: 'observation.instrument-set-up',
      itemId: observation.id,
      body: { instrument: instrument.id, pupils: pupils.length },
    });
    return see(
      observationHref(observation),
      t('Saved. {name} sees it here.', { name: observation.observer }),
    );
  },
});

/** Throws `Refused` where something is expected of nobody, or two pupils are called the same. */
function readPupils(sent: Record<string, string>): ChosenPupil[] {
  const errors: Record<string, string> = {};
  const pupils: ChosenPupil[] = [];
  for (const n of numbers) {
    const [label, expected] = [sent[`pupil-${n}`] ?? '', sent[`expected-${n}`] ?? ''];
    if (label === '' && expected !== '') errors[`pupil-${n}`] = t('Say which pupil this is about.');
    if (label === '') continue;
    if (pupils.some((pupil) => pupil.label === label))
      errors[`pupil-${n}`] = t('Two pupils are called the same. Say which is which.');
    pupils.push({ label, expected });
  }
  if (Object.keys(errors).length > 0) throw new Refused(errors);
  return pupils;
}

/** What was expected of a pupil before stays where this instrument does not ask for it. */
const expectedOf = (
  instrument: Instrument,
  pupils: readonly ChosenPupil[],
  before: readonly ChosenPupil[],
): readonly ChosenPupil[] =>
  hasPart(instrument, 'predicted-observed')
    ? pupils
    : pupils.map(({ label }) => ({
        label,
        expected: before.find((each) => each.label === label)?.expected ?? '',
      }));

function drawable(text: string): Seats | null {
  const seats = readSeats(text);
  const why = seats && whyNotDrawn(seats);
  if (why === 'too-many')
    throw new Refused({ seats: t('At most twelve rows of twelve seats can be drawn.') });
  if (why === 'long-name')
    throw new Refused({ seats: t('One seat has too long a name: 24 letters at most.') });
  return seats;
}
