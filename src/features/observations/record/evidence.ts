import { t, tn } from '#platform/i18n/i18n.ts';
import type { InstrumentPart } from '#features/evidence/index.ts';
import { instrumentOf } from '../instruments/chosen.ts';
import type { Observation } from '../observation.ts';
import { howOften, entriesOf, type Entry, itEnds } from './entry.ts';
import { choiceInWords, entryInWords } from './entry-words.ts';

/** One thing that a goal can rest on, in words. Kept by its reference, so it reads as the record does now. */
export interface EvidenceChoice {
  /** 'entry:<id>', or 'count:<instrument>:<part>:<choice>' for all presses of one sort. */
  reference: string;
  label: string;
  /** What it is about: the pupil or the prompt. */
  about: string;
  group: string;
}

/** What of the record can be chosen: each note, and the count of each event; of drawings, the whole. */
export function evidenceToChoose({ entries, chosen }: Observation): EvidenceChoice[] {
  const used = [...new Set(entries.map(({ instrument }) => instrument))];
  return used.flatMap((instrument) =>
    (instrumentOf(instrument)?.parts ?? []).flatMap((part) =>
      ofPart(instrument, part, entriesOf(entries, instrument, part.id), chosen?.seats ?? null),
    ),
  );
}

function ofPart(
  instrument: string,
  part: InstrumentPart,
  entries: readonly Entry[],
  seats: Parameters<typeof entryInWords>[1],
): EvidenceChoice[] {
  const group = t(part.title);
  if (part.kind === 'prompts' || part.kind === 'pupil-notes' || part.kind === 'predicted-observed')
    return entries.map((entry) => {
      const { text, about } = entryInWords(entry, seats);
      return { reference: `entry:${entry.id}`, label: text, about, group };
    });
  return [...howOften(entries.filter(({ body }) => body.choice !== itEnds))].map(([choice, n]) => ({
    reference: `count:${instrument}:${part.id}:${choice}`,
    label: choiceInWords(part, choice),
    about:
      part.kind === 'listening-codes' ? tn(n, 'at one moment', 'at {n} moments') : tn(n, 'once', '{n} times'),
    group,
  }));
}

/** What was chosen and still stands, in the order in which it can be chosen. */
export const chosenEvidence = (observation: Observation): EvidenceChoice[] =>
  evidenceToChoose(observation).filter(({ reference }) => observation.evidence.includes(reference));
