import { sql } from 'kysely';
import type { OwnKind } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { techniqueTitle } from '../techniques/technique.ts';
import { askHref, exchangeHref, type Side, sideWords } from './exchange.ts';

interface Facts {
  technique: string;
  schoolTitle: string | null;
  side: Side;
}

const factsOf =
  (table: 'exchange_choice' | 'exchange_ask'): OwnKind['facts'] =>
  (alias) =>
    sql`(select json_build_object('technique', e.technique, 'side', e.side,
      'schoolTitle', (select x.title from technique x where x.owner_id = e.owner_id and x.id::text = e.technique))
    from ${sql.table(table)} e
    where e.owner_id = ${sql.ref(`${alias}.owner_id`)} and e.id = ${sql.ref(`${alias}.id`)})`;

const inWords = ({ technique, schoolTitle, side }: Facts): string =>
  t('{words}: {title}', { words: sideWords(side), title: t(techniqueTitle(technique, schoolTitle)) });

/** What one said that one could show or would like to see. */
export const ownChoices: OwnKind = {
  facts: factsOf('exchange_choice'),
  title: inWords,
  href: () => exchangeHref,
  bringBack: (_, item) => `${exchangeHref}/choices/${item.id}/bring-back`,
  shown: {
    when: (alias) => sql`${sql.ref(`${alias}.ended_at`)} is null`,
    to: () => t('colleagues who said the other half of it'),
  },
};

/** What one asked a colleague. */
export const ownAsks: OwnKind = {
  facts: factsOf('exchange_ask'),
  title: inWords,
  href: (_, item) => askHref(item.id),
  bringBack: (_, item) => askHref(item.id, 'bring-back'),
};
