import { allStaff } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { uploadFields } from '#features/files/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { repairLine } from './repair-line.view.ts';
import { selectForReport } from './repair.queries.ts';
import { newRepairPath, repairsPath } from './repair.ts';
import { placeOptions, repairsTrail } from './repairs.page.ts';

/** Reports something broken, in a line and a place; a photo and more words if one likes. `?room=` says where. */
export const newRepairPage = page(newRepairPath, {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({
    ...(await selectForReport(visit.db, visit.who)),
    state: visit.formAt(newRepairPath),
    room: isId(visit.query.room ?? '') ? visit.query.room : '',
  }),
  view: ({ places, open, state, room }, { who }) => ({
    title: t('Report something broken'),
    audience: allStaff(who, t('All staff see it, so that nobody reports it twice.')),
    trail: repairsTrail(),
    body: html`${form(
      {
        ...state,
        values: state.values ?? { room },
        multipart: true,
        button: t('Report it'),
        cancel: repairsPath,
      },
      (f) => [
        f.text({
          name: 'title',
          label: t('What is broken'),
          hint: t('“The projector flickers.”'),
          required: true,
          maxlength: 120,
          autofocus: true,
        }),
        places.length > 0 &&
          f.select({
            name: 'room',
            label: t('Where'),
            options: [{ value: '', label: t('Somewhere else') }, ...placeOptions(places)],
            unmarked: true,
          }),
        f.text({
          name: 'place',
          label: places.length > 0 ? t('Where exactly') : t('Where'),
          hint: t('“The corridor to the hall.”'),
          maxlength: 80,
        }),
        f.textarea({
          name: 'text',
          label: t('More about it'),
          hint: t('What happens, since when, what you tried. All staff read it.'),
          rows: 2,
          maxlength: 2000,
        }),
        uploadFields(f, { label: t('A photo') }),
      ],
    )}
    ${
      open.length > 0 &&
      html`<h2>${t('Reported already')}</h2>
        ${countedList({
          says: tn(open.length, 'The latest. Is it this?', 'The latest {n}. Is it one of these?'),
          items: open.map(repairLine),
          empty: '',
        })}`
    }`,
  }),
});
