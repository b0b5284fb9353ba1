import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { table } from '#ui/table.ts';
import { evaluationHref, groupHref } from './addresses.ts';
import { evaluationTabs } from './evaluation-tabs.view.ts';
import { armWords, arms, keepings, keepsWords } from './group.ts';
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
    ${form(
      {
        ...state,
        values: { arm: 'programme', keeps: 'pupils', ...state.values },
        button: t('Add the group'),
      },
      groupFields,
    )}`;
}

const groupFields = (f: Fields): Html => html`
  ${f.text({
    name: 'name',
    label: t('What is the group called?'),
    hint: t('Such as “Six focus readers, Willow class”. Colleagues in the programme see this name.'),
    required: true,
    maxlength: 80,
  })}
  ${f.radios({
    name: 'arm',
    label: t('Are these pupils in the programme?'),
    required: true,
    options: arms.map((value) => ({ value, label: armWords(value) })),
  })}
  ${f.radios({
    name: 'keeps',
    label: t('What do you write down?'),
    required: true,
    options: keepings.map((value) => ({ value, label: keepsWords(value) })),
  })}
  ${f.textarea({
    name: 'codes',
    label: t('Code names, one on each line'),
    hint: t(
      'Colours, birds, trees: not initials, which say who it is. You can keep a list of who is who that nobody else can open. Or leave this empty and give a number below.',
    ),
    rows: 4,
  })}
  ${f.number({ name: 'how_many', label: t('Or: make code names for so many pupils'), min: 1, max: 60 })}
`;

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
