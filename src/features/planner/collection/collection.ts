import { formatNumber, t } from '#platform/i18n/i18n.ts';
import type { PartInWords } from '#features/agreements/index.ts';
import { catalogue } from '#features/evidence/index.ts';

/** An agreement of the collection. */
export interface Collected {
  id: string;
  /** In which order it came, also counting those that are gone, so that a number always means the same one. */
  number: number;
  came: 'given' | 'typed';
  title: string;
  comesFrom: string;
  parts: PartInWords[];
  addedAt: Date;
  endedAt: Date | null;
}

/** What the school notices of one feature over all agreements, and what it wants of it. */
export interface FeatureNote {
  id: string;
  feature: string;
  /** Agreement → how that one does it. */
  how: Readonly<Record<string, string>>;
  noticed: string;
  wanted: string;
  version: number;
  writtenBy: string;
  writtenAt: Date;
}

export const noteOf = (notes: readonly FeatureNote[], featureId: string): FeatureNote | undefined =>
  notes.find(({ feature }) => feature === featureId);

export type AgreementFeature = ReturnType<typeof catalogue>['planning']['agreementFeatures'][number];
export const features = (): readonly AgreementFeature[] => catalogue().planning.agreementFeatures;

export const collectionHref = (below = ''): string => `/school/agreement-collection${below && `/${below}`}`;

/** 'Agreement 3' for one that was given, its title for one that was typed in. Nothing names its people. */
export const nameOf = ({ title, number }: Pick<Collected, 'title' | 'number'>): string =>
  title || t('Agreement {n}', { n: formatNumber(number) });

export const lengthOf = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** All parts that any of them has, in the order of the first form that has it. */
export function partsOfAll(all: readonly Collected[]): { id: string; label: string }[] {
  const parts = new Map<string, string>();
  for (const { parts: own } of all) for (const { id, label } of own) if (!parts.has(id)) parts.set(id, label);
  return [...parts].map(([id, label]) => ({ id, label }));
}
