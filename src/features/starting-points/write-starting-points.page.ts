import { audienceNote, onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form, type FormOptions } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf, openStartingPoints } from './open-starting-points.ts';
import { startingPointsPolicy } from './starting-points.policy.ts';
import { partFields, startingPointsForm } from './starting-points-form.ts';
import { type Named, selectMyProgrammes, selectStartingPoints } from './starting-points.queries.ts';

const list = '/my-learning/starting-points';
const trail = () => [{ label: t('Where I start from'), href: list }];

export const newStartingPointsPage = page(`${list}/new`, {
  purpose: 'learning',
  access: 'signed-in',
  async load(visit) {
    const programmes = await selectMyProgrammes(visit.db, visit.who);
    return { programmes, wished: visit.query.programme ?? '', form: visit.formAt(list), today: visit.today };
  },
  view: ({ programmes, wished, form: state, today }) => ({
    title: t('Write starting points'),
    audience: onlyYou(
      t(
        'Nobody else can open this, whatever their role, until you share it. It cannot be used for appraisal.',
      ),
    ),
    trail: trail(),
    body: html`<p>${startingPointsForm().plain}</p>
      ${writing(
        {
          ...state,
          values: state.values ?? {
            title: t('Starting points, {month}', { month: formatDate(today, 'month') }),
            programme: programmes.some((programme) => programme.id === wished) ? wished : '',
          },
          button: t('Save'),
          draft: 'starting-points:new',
          cancel: list,
        },
        programmes,
      )}`,
  }),
});

export const editStartingPointsPage = page('/starting-points/:person/:id/edit', {
  purpose: 'learning',
  access: startingPointsPolicy,
  async load(visit) {
    const item = await openStartingPoints(visit, 'change');
    const [stored, programmes] = await Promise.all([
      selectStartingPoints(visit.db, visit.who, item.ownerId, item.id, visit.now),
      selectMyProgrammes(visit.db, visit.who),
    ]);
    return { item, stored, programmes, form: visit.formAt(`${addressOf(item)}/edit`) };
  },
  view: ({ item, stored, programmes, form: state }, visit) => ({
    title: t('Change: {title}', { title: stored.title }),
    audience: audienceNote(item, startingPointsPolicy, visit.who, `${addressOf(item)}/share`),
    trail: [...trail(), { label: stored.title, href: addressOf(item) }],
    body: writing(
      {
        ...state,
        values: state.values ?? { ...stored.texts, title: stored.title, programme: stored.programmeId },
        button: t('Save'),
        hidden: { version: stored.version },
        draft: `starting-points:${item.id}`,
        cancel: addressOf(item),
      },
      programmes,
    ),
  }),
});

const writing = (options: FormOptions, programmes: readonly Named[]): Html =>
  form(options, (f) => [
    f.text({ name: 'title', label: t('What you call it'), required: true, maxlength: 120 }),
    programmes.length > 0 &&
      f.select({
        name: 'programme',
        label: t('For which programme'),
        hint: t('Leave it empty if it is for none, or for no one yet. Choosing one shares nothing.'),
        options: programmes.map((programme) => ({ value: programme.id, label: programme.title })),
      }),
    partFields(f),
  ]);
