import { allStaff } from '#platform/access/audience-words.ts';
import { composed, type Given } from '#platform/access/composed.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page, roles } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { newTemplatePath, templateHref, templatesPath } from '../addresses.ts';
import { planTrail } from '../plan-trail.ts';
import { shippedTemplates } from './choices.ts';
import { templateFields, templateValues } from './template-form.ts';
import { templateList, templatesList } from './template.queries.ts';

const askAll = composed((who) => ({ templates: templatesList(who.organisationId) }));

/** The headings by which the school plans. */
export const templatesPage = page(templatesPath, {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({
    ...(await askAll(visit.db, visit.who, {})),
    changes: visit.who.hasAny(learningLeaders),
  }),
  view: ({ templates, changes }, visit) => ({
    title: t('Headings to plan by'),
    audience: allStaff(visit.who, t('Those who lead learning change them.')),
    ...(changes ? { action: { label: t('Write headings'), href: newTemplatePath } } : {}),
    trail: planTrail(),
    body: html`<p>
        ${t('Plans that are begun take these headings with them. Changing them changes no plan that is there.')}
      </p>
      ${countedList({
        says: tn(templates.length, '{n} set of headings', '{n} sets of headings'),
        items: templates.map(
          ({ id, title, parts }) =>
            html`${changes ? html`<a href="${templateHref(id)}"><bdi>${title}</bdi></a>` : html`<bdi>${title}</bdi>`}
              <span class="meta">${parts.map((part) => part.title).join(' · ')}</span>`,
        ),
        empty: empty({
          says: t(
            'The school has none of its own. Plans are begun with those that come with Staffroom: {titles}.',
            {
              titles: shippedTemplates()
                .map(({ title }) => title)
                .join('; '),
            },
          ),
        }),
      })}`,
  }),
});

/** Writes headings of the school's own, from those that come with Staffroom. */
export const newTemplatePage = page(newTemplatePath, {
  purpose: 'administration',
  access: roles(...learningLeaders),
  load: async (visit) => ({ state: visit.formAt(templatesPath) }),
  view: ({ state }, visit) => ({
    title: t('Write headings'),
    audience: allStaff(visit.who),
    trail: [...planTrail(), { label: t('Headings to plan by'), href: templatesPath }],
    body: form(
      {
        ...state,
        action: templatesPath,
        button: t('Save the headings'),
        values: { ...templateValues(shippedTemplates()[0]!), title: '', ...state.values },
        cancel: templatesPath,
      },
      templateFields,
    ),
  }),
});

const askOne = composed((who, { id }: Given<{ id: string }>) => ({
  templates: templateList(who.organisationId, id),
}));

export const templatePage = page(templateHref(':template'), {
  purpose: 'administration',
  access: roles(...learningLeaders),
  async load(visit) {
    const id = visit.params.template!;
    const [template] = isId(id) ? (await askOne(visit.db, visit.who, { id })).templates : [];
    if (!template) throw new NotFound();
    return { template, state: visit.formAt(templateHref(id)) };
  },
  view: ({ template, state }, visit) => ({
    title: template.title,
    audience: allStaff(visit.who),
    trail: [...planTrail(), { label: t('Headings to plan by'), href: templatesPath }],
    body:
      template.endedAt === null
        ? html`${form(
            {
              ...state,
              action: templateHref(template.id),
              button: t('Save the headings'),
              values: { ...templateValues(template), ...state.values },
              hidden: { version: template.version },
              cancel: templatesPath,
            },
            templateFields,
          )}
          ${form({ action: templateHref(template.id, 'end'), button: t('Take these headings away'), quiet: true, danger: true, prefix: 'end' })}`
        : html`${notice('caution', t('These headings were taken away. Plans keep them.'))}
          ${form({ action: templateHref(template.id, 'restore'), button: t('Bring them back'), quiet: true })}`,
  }),
});
