import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { titleOf } from './observation.ts';
import { selectObservation } from './observation.queries.ts';
import { partForm } from './part-form.ts';

/** An observation in words, with what both of them wrote, for those whom the law lets open it. */
export async function presentObservation(db: Db, ownerId: string, id: string): Promise<Presented> {
  const observation = (await selectObservation(db, ownerId, id))!;
  const { on, pupils, focus, parts } = observation;
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
    ].filter(({ text }) => text),
  };
}
