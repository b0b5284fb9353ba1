import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import { titleOf } from './observation.ts';
import { selectObservation } from './observation.queries.ts';
import { instrumentOf } from './instruments/chosen.ts';
import { partForm } from './part-form.ts';
import { entryInWords } from './record/entry-words.ts';

/** An observation in words, with what both of them wrote and recorded, for those whom the law lets open it. */
export async function presentObservation(db: Db, ownerId: string, id: string): Promise<Presented> {
  const observation = (await selectObservation(db, ownerId, id))!;
  const { on, pupils, focus, parts, chosen, entries } = observation;
  const seats = chosen?.seats ?? null;
  return {
    title: titleOf(observation),
    fields: [
      { label: t('Date'), text: formatDate(on) },
      { label: t('With which pupils'), text: pupils },
      { label: t('What to look for'), text: focus },
      ...parts.flatMap(({ part, texts }) => {
        const { title, questions } = partForm(part);
        return questions.map(({ name, label }) => ({ label: `${title}: ${label}`, text: texts[name] ?? '' }));
      }),
      { label: t('Recorded with'), text: t(instrumentOf(chosen?.instrument)?.title ?? '') },
      ...(chosen?.pupils ?? []).map(({ label, expected }) => ({
        label: t('What was expected: {pupil}', { pupil: label }),
        text: expected || t('Nothing was written.'),
      })),
      ...entries
        .filter(({ endedAt }) => endedAt === null)
        .map((entry) => {
          const { text, about } = entryInWords(entry, seats);
          return {
            label: t('Recorded {moment}: {about}', { moment: formatMoment(new Date(entry.at)), about }),
            text,
          };
        }),
    ].filter(({ text }) => text),
  };
}
