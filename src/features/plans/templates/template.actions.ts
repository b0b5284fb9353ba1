import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, roles, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { templateHref, templatesPath } from '../addresses.ts';
import { templateFrom, templateInput, templateValues } from './template-form.ts';
import {
  insertTemplate,
  type PlanTemplate,
  selectTemplate,
  setTemplateEnded,
  updateTemplate,
} from './template.queries.ts';
import { newTemplatePage, templatePage } from './templates.page.ts';

const common = { purpose: 'administration', access: roles(...learningLeaders) } as const;

/** Headings of the school's own: from then on plans are begun with its own alone. */
export const writeTemplate = action(templatesPath, {
  ...common,
  page: newTemplatePage,
  input: z.object(templateInput),
  async run(change, sent) {
    const id = await insertTemplate(change, templateFrom(sent));
    await change.record({ kind: 'plan-template.written', body: { templateId: id, title: sent.title } });
    return see(templatesPath, t('New plans are begun with them.'), templateHref(id, 'end'));
  },
});

export const changeTemplate = action(templateHref(':template'), {
  ...common,
  page: templatePage,
  input: z.object({ ...templateInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const template = await openTemplate(change);
    if (template.endedAt !== null)
      throw new Refused(t('These headings were taken away. Bring them back first.'));
    const saved = await updateTemplate(
      change,
      { id: template.id, version: shown },
      templateFrom(sent, template.parts),
    );
    if (!saved) {
      const { title, headings, lesson } = templateValues(template);
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: template.id },
        {
          version: template.version,
          fields: [
            { name: 'title', label: t('What it is called'), text: title },
            { name: 'headings', label: t('Headings'), text: headings },
            { name: 'lesson', label: t('What stands in a new lesson'), text: lesson },
          ],
        },
        change.now,
      );
    }
    await change.record({
      kind: 'plan-template.changed',
      body: { templateId: template.id, version: shown + 1 },
    });
    return see(templatesPath, t('The headings are saved. Plans that are there keep theirs.'));
  },
});

export const endTemplate = action(templateHref(':template', 'end'), {
  ...common,
  page: templatePage,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreTemplate = action(templateHref(':template', 'restore'), {
  ...common,
  page: templatePage,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, at: Date | null): Promise<See> {
  const { id, endedAt } = await openTemplate(change);
  if ((endedAt !== null) === (at !== null))
    throw new Refused(at ? t('They are taken away already.') : t('They are there already.'));
  await setTemplateEnded(change.tx, change.organisationId, id, at);
  await change.record({
    kind: at ? 'plan-template.ended' : 'plan-template.restored',
    body: { templateId: id },
  });
  return at
    ? see(templatesPath, t('The headings are taken away. Plans keep them.'), templateHref(id, 'restore'))
    : see(templatesPath, t('The headings are back.'), templateHref(id, 'end'));
}

async function openTemplate({ tx, organisationId, params }: Change): Promise<PlanTemplate> {
  const id = params.template!;
  const template = isId(id) ? await selectTemplate(tx, organisationId, id) : undefined;
  if (!template) throw new NotFound();
  return template;
}
