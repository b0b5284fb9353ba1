import type { Item } from '#platform/access/who.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { selectTemplate, type Template } from './template.queries.ts';

interface OpenedTemplate {
  item: Item;
  template: Template;
}

/**
 * Opens the school's own protocol that the address names (`:template`). Throws `NotFound` when there is none, `NotAllowed`
 * when it is not this person's to write.
 */
export async function openTemplate(visit: Visit, { lock = false } = {}): Promise<OpenedTemplate> {
  const template = await selectTemplate(visit.db, visit.organisationId, visit.params.template ?? '', {
    lock,
  });
  if (!template) throw new NotFound('There is no protocol at this address.');
  const item = await visit.open(protocolTemplatePolicy, template.id);
  visit.who.must('write', protocolTemplatePolicy, item);
  return { item, template };
}
