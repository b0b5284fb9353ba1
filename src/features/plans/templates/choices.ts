import { catalogue } from '#features/evidence/index.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { TemplatePart } from '../plan.ts';
import type { PlanTemplate } from './template.queries.ts';

/** What a plan can be begun from: the school's own, and those that come with Staffroom. */
export interface TemplateChoice {
  value: string;
  title: string;
  plain: string;
  parts: TemplatePart[];
  lessonText: string;
}

const shipped = (): TemplateChoice[] =>
  catalogue().planTemplates.map(({ id, title, plain, parts, lessonText }) => ({
    value: id,
    title: t(title),
    plain: t(plain),
    parts: parts.map((part) => ({ key: part.key, title: t(part.title), hint: part.hint && t(part.hint) })),
    lessonText,
  }));

/** Its own first. A school that has its own is offered those alone: all its plans look alike. */
export const templateChoices = (own: readonly PlanTemplate[]): TemplateChoice[] =>
  own.length === 0
    ? shipped()
    : own.map(({ id, title, parts, lessonText }) => ({ value: id, title, plain: '', parts, lessonText }));

export const shippedTemplates = shipped;
