import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { dotPlot } from '#ui/chart/dot-plot.ts';
import { linePlot } from '#ui/chart/line-plot.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { stepList } from '#ui/step-list.ts';
import { groupHref, sheetHref } from './addresses.ts';
import { type Measure, rangeOf } from './evaluation.ts';
import { armWords, keepsWords } from './group.ts';
import { moments, momentWords } from './moments.ts';
import type { OpenedGroup } from './open-group.ts';
import { mean, median, rounded } from './statistics/describe.ts';

export const groupView = (opened: OpenedGroup, visit: Visit): Html => html`
  <p>${armWords(opened.group.arm)}. ${keepsWords(opened.group.keeps)}. ${t('Kept by {name}.', { name: opened.group.teacher })}</p>
  <h2>${t('Four moments')}</h2>
  ${stepList(
    moments.map((moment) => ({
      label: t('{moment}: {day}', { moment: momentWords(moment), day: formatDate(opened.evaluation.dates[moment]) }),
      state: opened.group.handedIn.includes(moment) ? 'done' : 'later',
      href: sheetHref(opened.programme, opened.group, moment),
      note: opened.group.handedIn.includes(moment) ? t('Handed in') : t('Not handed in yet'),
    })),
  )}
  ${opened.group.keeps === 'pupils' && pupils(opened, visit)}
  <h2>${t('What was measured')}</h2>
  ${
    opened.measures.length === 0
      ? empty({ says: t('No measure has been chosen for this group yet. The plan says which there are.') })
      : opened.measures.map((measure) => (opened.group.keeps === 'pupils' ? slopes(opened, measure) : course(opened, measure)))
  }
  ${opened.may('keep') && keeping(opened, visit)}
`;

const figureOf = ({ group }: OpenedGroup, measure: Measure, subjectId: string, moment: string): number | null =>
  group.values.find(
    (value) => value.measureId === measure.id && value.subjectId === subjectId && value.moment === moment,
  )?.value ?? null;

/** Each pupil from the start to the latest moment there is: only here, for those who may see single pupils. */
function slopes(opened: OpenedGroup, measure: Measure): Html {
  const taken = (moment: string) =>
    opened.group.values.some((value) => value.measureId === measure.id && value.moment === moment && value.value !== null);
  const last = (['end', 'delayed', 'middle'] as const).find(taken) ?? 'end';
  const figures = (moment: string) =>
    opened.group.pupils.flatMap(({ id }) => figureOf(opened, measure, id, moment) ?? []);
  const scale = scaleOf(measure);
  return dotPlot({
    title: measure.unit ? t('{measure}, {unit}', { measure: measure.title, unit: measure.unit }) : measure.title,
    note: moments
      .filter(taken)
      .map((moment) =>
        t('{moment}: mean {mean}, median {median}, n = {n}.', {
          moment: momentWords(moment),
          mean: formatNumber(rounded(mean(figures(moment)))),
          median: formatNumber(rounded(median(figures(moment)))),
          n: figures(moment).length,
        }),
      )
      .join(' '),
    before: momentWords('baseline'),
    after: momentWords(last),
    lines: opened.group.pupils.map(({ id, code }) => ({
      name: code,
      before: figureOf(opened, measure, id, 'baseline'),
      after: figureOf(opened, measure, id, last),
    })),
    ...(scale && { scale }),
  });
}

function course(opened: OpenedGroup, measure: Measure): Html {
  const scale = scaleOf(measure);
  return linePlot({
    title: measure.title,
    ...(measure.unit && { unit: measure.unit }),
    moments: moments.map(momentWords),
    series: [
      {
        name: t('Whole group'),
        measured: moments.map((moment) => {
          const stored = opened.group.values.find((value) => value.measureId === measure.id && value.moment === moment);
          return { value: stored?.value ?? null, ...(stored?.pupils && { n: stored.pupils }) };
        }),
      },
    ],
    ...(scale && { scale }),
  });
}

export const scaleOf = (measure: Measure): readonly [number, number] | undefined => {
  const [low, high] = rangeOf(measure);
  return low !== null && high !== null ? [low, high] : undefined;
};

function pupils(opened: OpenedGroup, visit: Visit): Html {
  const { group, programme } = opened;
  const state = visit.formAt(groupHref(programme, group, 'pupils'));
  return html`<h2 id="pupils">${t('Pupils, by code name')}</h2>
    ${countedList({
      says: tn(group.pupils.length, '{n} pupil', '{n} pupils'),
      dense: true,
      items: group.pupils.map(
        ({ code, leftOn }) =>
          html`${code}${leftOn && html` <span class="meta">${t('left on {day}', { day: formatDate(leftOn) })}</span>`}`,
      ),
      empty: empty({ says: t('No pupil is in this group yet.') }),
    })}
    ${opened.may('enter') && group.pupils.length > 0 && details(t('Somebody left, or is here after all'), leavingForm(opened))}
    ${
      opened.may('keep') &&
      details(
        t('Add pupils'),
        form({ ...state, button: t('Add them') }, (f) => [
          f.textarea({
            name: 'codes',
            label: t('Code names, one on each line'),
            hint: t('Not initials, which say who it is.'),
          }),
          f.number({ name: 'how_many', label: t('Or: make code names for so many pupils'), min: 1, max: 60 }),
        ]),
        state.errors !== undefined,
      )
    }`;
}

const leavingForm = ({ group, programme }: OpenedGroup): Html =>
  form({ action: groupHref(programme, group, 'left'), button: t('Save'), quiet: true }, (f) => [
    f.select({
      name: 'pupil',
      label: t('Pupil'),
      required: true,
      options: group.pupils.map(({ id, code }) => ({ value: id, label: code })),
    }),
    f.radios({
      name: 'is',
      label: t('What happened?'),
      required: true,
      options: [
        { value: 'left', label: t('Left the class') },
        { value: 'here', label: t('Is here after all') },
      ],
    }),
  ]);

function keeping(opened: OpenedGroup, visit: Visit): Html {
  const { group, programme, item } = opened;
  const others = programme.people.filter(
    ({ personId, parts }) => personId !== visit.who.personId && !(parts.length === 1 && parts[0] === 'specialist'),
  );
  const granted = (ability: string) =>
    item.audience.filter((grant) => grant.ability === ability).map((grant) => grant.principal.replace('person:', ''));
  const options = others.map(({ personId, name }) => ({ value: personId, label: name }));
  return html`<h2 id="share">${t('Who may see single pupils')}</h2>
    ${
      others.length === 0
        ? nothing
        : details(
            t('Choose people of the programme'),
            form(
              {
                action: groupHref(programme, group, 'share'),
                values: { see: granted('read'), enter: granted('contribute') },
                button: t('Save who may see it'),
                quiet: true,
              },
              (f) => [
                f.checkboxes({ name: 'see', label: t('May see'), options }),
                f.checkboxes({ name: 'enter', label: t('May see and write figures down'), options }),
              ],
            ),
          )
    }
    ${quietActions([
      { label: t('Who is who: your own list'), href: groupHref(programme, group, 'who-is-who'), icon: 'private' },
      { label: t('Corrections'), href: groupHref(programme, group, 'history'), icon: 'history' },
    ])}
    ${form({ action: groupHref(programme, group, 'end'), button: t('Take this group out'), quiet: true })}`;
}
