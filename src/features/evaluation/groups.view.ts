import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { table } from '#ui/table.ts';
import { evaluationHref, groupHref } from './addresses.ts';
import { evaluationTabs } from './evaluation-tabs.view.ts';
import { armWords, keepsWords } from './group.ts';
import { groupFields } from './group-fields.view.ts';
import type { ListedGroup } from './group.queries.ts';
import { moments, momentWords } from './moments.ts';
import type { OpenedEvaluation } from './open-evaluation.ts';

export function groupsView(opened: OpenedEvaluation, all: readonly ListedGroup[], visit: Visit): Html {
  const groups = all.filter((group) => group.endedAt === null);
  return html`${evaluationTabs(opened, 'groups')}
    <h2>${t('Figures you may see')}</h2>
    ${mine(
      opened,
      groups.filter(({ readable }) => readable),
      visit,
    )}
    ${opened.may('enter') && adding(opened, visit)}
    <h2>${t('What has been handed in')}</h2>
    <p>
      ${t('Figures stand in the report once every group that takes the measure has handed in its start and its end. In order of the teachers’ names; nothing here can be put in order of results.')}
    </p>
    ${handedIn(groups)} `;
}

const mine = ({ programme }: OpenedEvaluation, groups: readonly ListedGroup[], visit: Visit): Html =>
  countedList({
    says: tn(groups.length, '{n} group of pupils', '{n} groups of pupils'),
    items: groups.map(
      (group) =>
        html`<a href="${groupHref(programme, group)}">${group.name}</a>
          <span class="meta"
            >${armWords(group.arm)};
            ${keepsWords(group.keeps)}${
              group.teacherId !== visit.who.personId &&
              html`; ${t('shared by {name}', { name: group.teacher })}`
            }</span
          >`,
    ),
    empty: empty({
      says: t('None yet. Name a group of pupils below, then write their figures down as you take them.'),
    }),
  });

function adding({ programme }: OpenedEvaluation, visit: Visit): Html {
  const state = visit.formAt(evaluationHref(programme, 'groups'));
  return html`<h2>${t('Name a group of pupils')}</h2>
    ${
      visit.who.isIn(programme.id, 'participant') &&
      quietActions([
        {
          label: t('Begin from the pupils in your agreement'),
          href: evaluationHref(programme, 'groups/from-agreement'),
          icon: 'pupils',
        },
      ])
    }
    ${form(
      {
        ...state,
        values: { arm: 'programme', keeps: 'pupils', ...state.values },
        button: t('Add the group'),
      },
      groupFields,
    )}`;
}

const handedIn = (groups: readonly ListedGroup[]): Html =>
  table({
    caption: t('Groups and what they have handed in'),
    captionHidden: true,
    columns: [
      { label: t('Group'), wide: true },
      { label: t('Teacher') },
      ...moments.map((moment) => ({ label: momentWords(moment) })),
    ],
    rows: groups.map((group) => [
      group.name,
      personName({ name: group.teacher }),
      ...moments.map((moment) => (group.handedIn.includes(moment) ? t('Handed in') : t('Not yet'))),
    ]),
    empty: t('No group has been named yet.'),
  });
