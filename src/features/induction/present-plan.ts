import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import { evidenceOf, lineOf, parts, partTitle, planTitle } from './plan.ts';
import { selectPlan } from './plan.queries.ts';

/** An induction plan in words, for those whom the law lets open it. */
export async function presentPlan(db: Db, ownerId: string, id: string): Promise<Presented> {
  // Nobody's drafts and nobody's list: the owner stands for no reader.
  const plan = (await selectPlan(db, ownerId, id, { personId: ownerId, organisationId: ownerId }))!;
  return {
    title: planTitle(plan),
    fields: [
      { label: t('New in'), text: plan.newIn },
      ...catalogue().induction.principles.flatMap((principle) => [
        ...parts.map((part) => ({
          label: `${principle.title}: ${partTitle(part)}`,
          text: lineOf(plan, principle.id, part)?.words ?? '',
        })),
        ...evidenceOf(plan, principle.id).map(({ words, link }) => ({
          label: `${principle.title}: ${t('Evidence')}`,
          text: [words, link].filter(Boolean).join(' '),
        })),
      ]),
    ].filter(({ text }) => text),
  };
}
