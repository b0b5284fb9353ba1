import { allStaff } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { form, type FormOptions } from '#ui/form.ts';
import type { Html } from '#ui/html.ts';
import { selectPriority } from './priorities.queries.ts';

const trail = () => [{ label: t('School priorities'), href: '/school/priorities' }];

const draftKey = 'priority:new';

export const newPriorityPage = page('/school/priorities/new', {
  purpose: 'administration',
  access: roles(...learningLeaders),
  load: async (visit) => ({
    form: visit.formAt('/school/priorities'),
    draft: await visit.draft(draftKey),
    today: visit.today,
  }),
  view: (data, visit) => ({
    title: t('Add a priority'),
    audience: allStaff(visit.who, t('Everybody who works at the school can read the priorities.')),
    trail: trail(),
    body: fields({
      ...data.form,
      values: data.form.values ?? data.draft ?? { starts_on: data.today },
      button: t('Add the priority'),
      draft: draftKey,
    }),
  }),
});

export const editPriorityPage = page('/school/priorities/:priority/edit', {
  purpose: 'administration',
  access: roles(...learningLeaders),
  async load(visit) {
    const id = visit.params.priority!;
    const priority = isId(id) ? await selectPriority(visit.db, visit.organisationId, id) : undefined;
    if (!priority) throw new NotFound();
    return { priority, form: visit.formAt(`/school/priorities/${id}/edit`) };
  },
  view: ({ priority, form: state }, visit) => ({
    title: t('Change a priority'),
    audience: allStaff(visit.who, t('Everybody who works at the school can read the priorities.')),
    trail: trail(),
    body: fields({
      ...state,
      values: state.values ?? {
        title: priority.title,
        about: priority.about,
        starts_on: priority.startsOn,
        ends_on: priority.endsOn,
      },
      button: t('Save the priority'),
      cancel: '/school/priorities',
    }),
  }),
});

const fields = (options: FormOptions): Html =>
  form(options, (f) => [
    f.text({ name: 'title', label: t('What the school is working on'), required: true, maxlength: 200 }),
    f.textarea({ name: 'about', label: t('What it means for pupils, and how you will know') }),
    f.date({ name: 'starts_on', label: t('From'), required: true }),
    f.date({ name: 'ends_on', label: t('Until'), hint: t('Leave it empty while no end is in sight.') }),
  ]);
