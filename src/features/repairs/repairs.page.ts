import { allStaff } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { repairLine } from './repair-line.view.ts';
import { type Place, type RepairFilter, selectRepairs } from './repair.queries.ts';
import { newRepairPath, repairsPath } from './repair.ts';

/** What is broken, the oldest first; and what was mended. */
export const repairsPage = page(repairsPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const { query, pageNumber } = visit;
    const filter: RepairFilter = {
      closed: query.show === 'over' ? true : undefined,
      mine: query.whose === 'mine' ? true : undefined,
      room: isId(query.room ?? '') ? query.room : undefined,
      words: query.words?.trim().slice(0, 100) || undefined,
    };
    return { ...(await selectRepairs(visit.db, visit.who, filter, pageNumber)), filter, pageNumber };
  },
  view({ repairs, more, places, filter, pageNumber }, { who }) {
    const values = {
      show: filter.closed && 'over',
      whose: filter.mine && 'mine',
      room: filter.room,
      words: filter.words,
    };
    const narrowed = Object.values(values).some((each) => each !== undefined);
    return {
      title: t('Repairs'),
      audience: allStaff(who, t('All staff see what is broken and what is done about it.')),
      action: { label: t('Report something broken'), href: newRepairPath },
      trail: [{ label: t('Today'), href: '/today' }],
      body: html`${
        (repairs.length > 0 || narrowed || pageNumber > 1) &&
        filters({ action: repairsPath, values, narrowed }, (f) => [
          f.search({ name: 'words', label: t('Words in it') }),
          f.select({ name: 'room', label: t('Where'), all: t('Everywhere'), options: placeOptions(places) }),
          f.select({
            name: 'show',
            label: t('How it stands'),
            all: t('Not mended yet'),
            options: [{ value: 'over', label: t('Mended, or will not be') }],
          }),
          f.select({
            name: 'whose',
            label: t('Whose'),
            all: t('Everybody’s'),
            options: [{ value: 'mine', label: t('What I reported, have too or look after') }],
          }),
        ])
      }
      ${countedList({
        says: tn(repairs.length, '{n} thing on this page', '{n} things on this page'),
        items: repairs.map(repairLine),
        empty: empty({
          says: narrowed ? t('None is like that.') : t('Nothing is reported as broken.'),
        }),
      })}
      ${pager({ page: pageNumber, pages: 0, more, path: repairsPath, query: values })}
      ${!narrowed && html`<p><a href="${repairsPath}?show=over">${t('What was mended, or will not be')}</a></p>`}`,
    };
  },
});

/** Rooms and equipment, as options under their headings. */
export const placeOptions = (places: readonly Place[]) =>
  places.map(({ id: value, name: label, kind }) => ({
    value,
    label,
    group: kind === 'room' ? t('Rooms') : t('Equipment'),
  }));

export const repairsTrail = () => [
  { label: t('Today'), href: '/today' },
  { label: t('Repairs'), href: repairsPath },
];
