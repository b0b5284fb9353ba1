import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { formalTitle, whenInWords } from './formal-observation.ts';
import { selectFormal } from './formal-observation.queries.ts';

/** A formal observation in words, for those whom the law lets open it. */
export async function presentFormal(db: Db, ownerId: string, id: string): Promise<Presented> {
  const formal = (await selectFormal(db, ownerId, id))!;
  return {
    title: formalTitle(formal),
    fields: [
      { label: t('When'), text: whenInWords(formal) },
      { label: t('What it is about'), text: formal.focus },
    ].filter(({ text }) => text),
  };
}
