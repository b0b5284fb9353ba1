import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Option } from '#ui/form.ts';
import { selectTechniques } from './technique.queries.ts';

/** The techniques to choose from in a form, by who wrote them. One statement. */
export const selectTechniqueChoices = async (db: Db, who: Who): Promise<Exclude<Option, string>[]> =>
  (await selectTechniques(db, who)).map(({ id, title, own }) => ({
    value: id,
    label: t(title),
    group: own ? t('Written at the school') : t('With their sources'),
  }));
