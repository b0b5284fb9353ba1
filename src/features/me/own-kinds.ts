import type { Feature, OwnKind } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { OwnItem, OwnKinds } from './own-items.queries.ts';

/** What all rooms say of the kinds of item that are people's own. */
export const ownKinds = (features: readonly Feature[]): OwnKinds =>
  Object.assign({}, ...features.map(({ own }) => own ?? {})) as OwnKinds;

/** What the policies call each kind. */
export const nounsOf = (features: readonly Feature[]): ReadonlyMap<string, string> =>
  new Map(features.flatMap(({ policies = [] }) => policies).map(({ kind, noun }) => [kind, noun]));

/** How one of them is shown in a list. */
export interface Named {
  title: string;
  href: string;
  /** The day it is from, in words. */
  day: string;
  /** What it is and from when. */
  meta: string;
}

export function nameOf(
  own: OwnKind,
  item: Pick<OwnItem, 'ownerId' | 'id' | 'kind' | 'at' | 'facts'>,
  nouns: ReadonlyMap<string, string>,
): Named {
  const noun = t(nouns.get(item.kind) ?? item.kind);
  const day = formatDate(item.at);
  return {
    title: own.title(item.facts as never),
    href: own.href(item.facts as never, item),
    day,
    meta: t('{noun}, {day}', {
      noun: noun.charAt(0).toLocaleUpperCase() + noun.slice(1),
      day,
    }),
  };
}
