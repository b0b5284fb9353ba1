import { isCalendarDate } from '#platform/calendar/dates.ts';
import { HELD_FIELD } from '#platform/http/held-field.ts';
import type { Db } from '#platform/db/database.ts';
import type { Feature, TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';

/** Forms left unsent: what each is called, and what was written in it, without what only the program reads. */
export async function draftEntries(
  db: Db,
  features: readonly Feature[],
  personId: string,
): Promise<TakeAwaySection['entries']> {
  const names = Object.assign({}, ...features.map(({ drafts }) => drafts ?? {})) as NonNullable<
    Feature['drafts']
  >;
  const rows = await db
    .selectFrom('draft as d')
    .leftJoin('organisation as o', 'o.id', 'd.organisation_id')
    .select(['d.key', 'd.body', 'd.saved_at as at', 'o.name as school'])
    .where('d.owner_id', '=', personId)
    .orderBy('d.saved_at')
    .execute();
  return rows.map(({ key, body, at, school }) => ({
    title: t('{form}, draft of {day}', {
      form: names[key.split(':')[0]!]?.() ?? t('A form'),
      day: formatDate(at),
    }),
    at,
    fields: Object.entries(body as Record<string, string | string[]>)
      .filter(([name]) => name !== 'version' && name !== HELD_FIELD)
      .map(([name, value]) => ({
        label: labelOf(name),
        text: [value].flat().map(textOf).filter(Boolean).join('\n'),
      }))
      .concat({ label: t('School'), text: school ?? '' })
      .filter(({ text }) => text),
  }));
}

const holdsId = /[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** A draft keeps no labels: 'pupils-responded' → 'Pupils responded', which in English is nearly always the label. */
function labelOf(name: string): string {
  const words = name
    .split(/[-_:.]+/)
    .join(' ')
    .trim();
  return holdsId.test(name) ? t('Answer') : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Days as people write them; a choice that is only the number of a row says nothing to anybody. */
function textOf(value: string): string {
  if (holdsId.test(value) && !/\s/.test(value)) return '';
  return isCalendarDate(value) ? formatDate(value) : value;
}
