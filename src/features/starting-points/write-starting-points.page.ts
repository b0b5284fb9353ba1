import { audienceNote, onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form, type FormOptions } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf, openStartingPoints } from './open-starting-points.ts';
import { startingPointsPolicy } from './starting-points.policy.ts';
import { partFields, startingPointsForm } from './starting-points-form.ts';
import { type Named, selectMyProgrammes } from './starting-points.queries.ts';
import { selectToWrite } from './write-starting-points.queries.ts';

const list = '/my-learning/starting-points';
const newDraft = 'starting-points:new';
const draftOf = (id: string): string => `starting-points:${id}`;
const trail = () => [{ label: t('Where I start from'), href: list }];

export const newStartingPointsPage = page(`${list}/new`, {
  purpose: 'learning',
  access: 'signed-in',
  async load(visit) {
    const [programmes, draft] = await Promise.all([
      selectMyProgrammes(visit.db, visit.who),
      visit.draft(newDraft),
    ]);
    const wished = visit.query.programme ?? '';
    return { programmes, draft, wished, form: visit.formAt(list), today: visit.today };
  },
  view: ({ programmes, draft, wished, form: state, today }) => ({
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
          values: state.values ??
            draft ?? {
              title: t('Starting points, {month}', { month: formatDate(today, 'month') }),
              programme: programmes.some((programme) => programme.id === wished) ? wished : '',
            },
          button: t('Save'),
          draft: newDraft,
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
      selectToWrite(visit.db, item, visit.who, draftOf(item.id)),
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
        values: state.values ??
          stored.draft ?? { ...stored.texts, title: stored.title, programme: stored.programmeId },
        button: t('Save'),
        hidden: { version: stored.version },
        draft: draftOf(item.id),
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
