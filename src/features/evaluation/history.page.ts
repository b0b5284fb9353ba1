import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { pager } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { evaluationHref, groupHref } from './addresses.ts';
import { groupPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { type Missing, missingWords } from './group.ts';
import { type Correction, selectCorrections } from './history.queries.ts';
import { momentWords } from './moments.ts';
import { openGroup } from './open-group.ts';

const perPage = 50;

/** Figures that were corrected: what stood there, what stands there now, who changed it and when. */
export const historyPage = page('/programmes/:programme/evaluation/groups/:group/history', {
  purpose: 'evaluation',
  access: groupPolicy,
  async load(visit) {
    const opened = await openGroup(visit);
    const number = visit.pageNumber;
    const found = await selectCorrections(visit.db, opened.item.ownerId, opened.group.id, {
      limit: perPage,
      offset: (number - 1) * perPage,
    });
    return { opened, number, ...found };
  },
  view({ opened: { programme, group, item }, number, total, corrections }, visit) {
    return {
      title: t('Corrections: {group}', { group: group.name }),
      audience: audienceNote(item, groupPolicy, visit.who),
      trail: [
        ...evaluationTrail(programme),
        { label: t('Pupils and figures'), href: evaluationHref(programme, 'groups') },
        { label: group.name, href: groupHref(programme, group) },
      ],
      body: html`<p class="count">${tn(total, '{n} correction', '{n} corrections')}</p>
        ${table({
          caption: t('Corrections, the latest first'),
          captionHidden: true,
          columns: [
            { label: t('Whose figure') },
            { label: t('Measure'), wide: true },
            { label: t('Moment') },
            { label: t('Was'), numeric: true },
            { label: t('Became'), numeric: true },
            { label: t('Who and when') },
          ],
          rows: corrections.map((each) => [
            each.code ?? t('Whole group'),
            each.measure,
            momentWords(each.moment),
            figure(each.value, each.missing),
            each.by === null ? t('Taken out') : figure(each.becameValue, each.becameMissing),
            html`${each.by && html`${each.by}, `}${formatMoment(each.at)}`,
          ]),
          empty: t('No figure has been corrected.'),
        })}
        ${pager({ page: number, pages: Math.ceil(total / perPage), path: groupHref(programme, group, 'history') })}`,
    };
  },
});

const figure = (value: Correction['value'], missing: Missing | null): string =>
  value !== null ? formatNumber(value) : missing === null ? '' : missingWords(missing);
