import { allStaff } from '#platform/access/audience-words.ts';
import { selectTexts } from '#platform/audit/text-versions.ts';
import type { Item } from '#platform/access/who.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html } from '#ui/html.ts';
import { saidIn, techniqueForm, valuesOf, type WrittenTechnique } from './technique-form.ts';
import { type LibraryTechnique, techniqueHref } from './technique.ts';
import { techniquePolicy } from './technique.policy.ts';

const address = '/practice/techniques/new';
const newDraft = 'technique:new';

/** Adds a technique to the school's library. */
export const newTechniquePage = page(address, {
  purpose: 'learning',
  access: members('staff'),
  load: (visit) => visit.draft(newDraft),
  view(draft, visit) {
    const { values, errors } = visit.formAt(address);
    return {
      title: t('Write down a technique'),
      audience: allStaff(
        visit.who,
        t('Once you save it, everybody who works at the school can read and improve it.'),
      ),
      trail: [{ label: t('Techniques'), href: '/practice/techniques' }],
      body: techniqueForm({
        action: address,
        button: t('Add it to the library'),
        values: { ...draft, ...values },
        errors,
        draft: newDraft,
        cancel: '/practice/techniques',
      }),
    };
  },
});

/** A technique of the library, for changing it. Throws `NotFound` for the catalogue's, which nobody here changes. */
export async function openLibraryTechnique(
  visit: Visit,
): Promise<{ item: Item; technique: LibraryTechnique }> {
  const item = await visit.open(techniquePolicy, visit.params.technique!);
  const row = await visit.db
    .selectFrom('technique')
    .select([
      'id',
      'title',
      'plain',
      'steps',
      'why',
      'against',
      'not_for as notFor',
      'phases',
      'subjects',
      'version',
    ])
    .where('owner_id', '=', item.ownerId)
    .where('id', '=', item.id)
    .executeTakeFirst();
  if (!row) throw new NotFound('There is no technique at this address.');
  return { item, technique: row };
}

/** Improves what stands in the library; earlier texts are kept. */
export const editTechniquePage = page('/practice/techniques/:technique/edit', {
  purpose: 'learning',
  access: techniquePolicy,
  async load(visit) {
    const { technique } = await openLibraryTechnique(visit);
    return { technique, draft: await visit.draft(`technique:${technique.id}`) };
  },
  view({ technique, draft }, visit) {
    const action = techniqueHref(technique.id, 'edit');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Improve: {title}', { title: technique.title }),
      audience: allStaff(visit.who, t('Everybody who works at the school reads what you save.')),
      trail: [
        { label: t('Techniques'), href: '/practice/techniques' },
        { label: technique.title, href: techniqueHref(technique.id) },
      ],
      body: techniqueForm({
        action,
        button: t('Save the changes'),
        values: { ...valuesOf(technique), ...draft, ...values },
        errors,
        draft: `technique:${technique.id}`,
        hidden: { version: technique.version },
        cancel: techniqueHref(technique.id),
      }),
    };
  },
});

/** What a technique of the library said before it was changed, and who wrote it. */
export const techniqueHistoryPage = page('/practice/techniques/:technique/history', {
  purpose: 'learning',
  access: techniquePolicy,
  async load(visit) {
    const { technique } = await openLibraryTechnique(visit);
    return {
      technique,
      texts: await selectTexts(visit.db, { ownerId: visit.organisationId, id: technique.id }),
    };
  },
  view: ({ technique, texts }, visit) => ({
    title: t('Earlier texts'),
    audience: allStaff(visit.who),
    trail: [
      { label: t('Techniques'), href: '/practice/techniques' },
      { label: technique.title, href: techniqueHref(technique.id) },
    ],
    body: html`${texts.map(({ version, writtenBy, writtenAt, fields }, index) =>
      details(
        t('Version {n}, {name}, {when}', { n: version, name: writtenBy, when: formatMoment(writtenAt) }),
        definitionList(
          saidIn(fields as unknown as WrittenTechnique).map(({ label, text }) => ({
            term: label,
            says: text && html`<span class="as-written">${text}</span>`,
          })),
        ),
        index === 0,
      ),
    )}`,
  }),
});
