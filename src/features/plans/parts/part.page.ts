import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { longestText } from '#ui/text/parse-text.ts';
import { partHref, planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import type { TemplatePart, WrittenPart } from '../plan.ts';
import { planTrail } from '../plan-trail.ts';
import { openToWrite, type OpenedPlan } from '../scheme/open-plan.ts';

/** The heading in the address, with what stands under it. Throws `NotFound`. */
export async function openPart(
  visit: Visit,
): Promise<OpenedPlan & { part: TemplatePart; written: WrittenPart | undefined }> {
  const opened = await openToWrite(visit);
  const part = opened.plan.parts.find(({ key }) => key === visit.params.part);
  if (!part) throw new NotFound();
  return { ...opened, part, written: opened.parts.find(({ key }) => key === part.key) };
}

const partDraft = (planId: string, key: string): string => `plan:${planId}:${key}`;

/** Writes under one heading; colleagues write under the others meanwhile. */
export const partPage = page(partHref(':plan', ':part'), {
  purpose: 'learning',
  access: planPolicy,
  async load(visit) {
    const opened = await openPart(visit);
    return { ...opened, draft: await visit.draft(partDraft(opened.plan.id, opened.part.key)) };
  },
  view: ({ plan, part, written, draft }, visit) => {
    const action = partHref(plan.id, part.key);
    const { values, errors } = visit.formAt(action);
    return {
      title: part.title,
      audience: planAudience(visit.who),
      trail: planTrail(plan),
      body: form(
        {
          action,
          button: t('Save'),
          values: { text: written?.text ?? '', ...draft, ...values },
          errors,
          draft: partDraft(plan.id, part.key),
          hidden: { version: written?.version ?? 0 },
          cancel: planHref(plan.id),
        },
        (f) =>
          f.textarea({
            name: 'text',
            label: part.title,
            hint: part.hint || t('Plain words will do. A line that begins with - is a point of a list.'),
            rows: 10,
            maxlength: longestText,
          }),
      ),
    };
  },
});
