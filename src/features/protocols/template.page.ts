import { page } from '#platform/http/route.ts';
import { checkOwn } from './check-draft.ts';
import { editorHead } from './editor-frame.ts';
import { openTemplate } from './open-template.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { protocolOf } from './protocol-of.ts';
import { templateView } from './template.view.ts';
import { sameProtocol } from './version-changes.ts';

/** A protocol as it is being written: its picture, its stages and steps, and what stands against publishing it. */
export const templatePage = page('/protocols/mine/:template', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  async load(visit) {
    const { template } = await openTemplate(visit);
    const { owner_id: ownerId, protocol, published_version: version } = template;
    const published =
      version === null ? undefined : await protocolOf(visit.db, { ownerId, protocol, version });
    const checked = checkOwn(template.draft);
    return {
      template,
      problems: 'problems' in checked ? checked.problems : [],
      unpublished: published === undefined || !sameProtocol(published, template.draft),
    };
  },
  view: (data) => ({
    ...editorHead(data.template, data.template.title, { deeper: false }),
    wide: true,
    body: templateView(data),
  }),
});
