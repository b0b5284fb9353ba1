import type { Visit } from '#platform/http/context.ts';
import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { evaluationHref, groupHref, sheetHref } from './addresses.ts';
import type { Measure } from './evaluation.ts';
import { missingReasons, missingWords } from './group.ts';
import { measureDetails } from './measure.view.ts';
import type { Moment } from './moments.ts';
import type { OpenedGroup } from './open-group.ts';
import {
  columnField,
  figureField,
  missingField,
  pupilsField,
  storedAt,
  type Subject,
  subjectsOf,
} from './sheet.ts';

export function sheetView(opened: OpenedGroup, moment: Moment, visit: Visit): Html {
  const { group, measures, programme } = opened;
  const subjects = subjectsOf(group);
  if (measures.length === 0)
    return empty({
      says: t('No measure has been chosen for this group yet.'),
      todo: { label: t('Go to the plan'), href: evaluationHref(programme, 'plan') },
    });
  if (subjects.length === 0)
    return empty({
      says: t('No pupil is in this group yet.'),
      todo: { label: t('Add pupils'), href: groupHref(programme, group) },
    });
  if (!opened.may('enter')) return html`${measures.map((measure) => asRead(opened, measure, moment))}`;
  const action = sheetHref(programme, group, moment);
  const state = visit.formAt(action);
  const handedIn = group.handedIn.includes(moment);
  return html`${form(
    {
      ...state,
      values: { ...storedValues(opened, moment), ...state.values },
      button: t('Save the figures'),
      hidden: { version: group.revisions[moment] ?? 0 },
      ...(!handedIn && { also: [{ label: t('Save and hand in'), name: 'then', value: 'hand-in' }] }),
    },
    (f) => measures.map((measure) => grid(f, opened, measure)),
  )}
  ${
    handedIn
      ? form({ action: `${action}/take-back`, button: t('Take back what was handed in'), quiet: true })
      : nothing
  }`;
}

function grid(f: Fields, opened: OpenedGroup, measure: Measure): Html {
  const subjects = subjectsOf(opened.group);
  const whole = opened.group.keeps === 'group';
  return html`<section>
    <h2>${measure.title}</h2>
    ${details(t('How it is taken'), measureDetails(measure))}
    ${table({
      caption: t('Figures: {measure}', { measure: measure.title }),
      captionHidden: true,
      columns: [
        { label: whole ? t('Group') : t('Code name') },
        { label: measure.unit || t('Figure') },
        ...(whole ? [{ label: t('Pupils behind it') }] : []),
        { label: t('If there is none: why') },
      ],
      rows: subjects.map((subject) => [
        subject.label,
        figureInput(f, measure, subject),
        ...(whole
          ? [
              f.number({
                name: pupilsField(measure),
                label: t('Pupils behind {measure}', { measure: measure.title }),
                labelHidden: true,
                min: 1,
              }),
            ]
          : []),
        f.select({
          name: missingField(measure, subject),
          label: t('Why {measure} is missing for {who}', { measure: measure.title, who: subject.label }),
          labelHidden: true,
          options: missingReasons.map((value) => ({ value, label: missingWords(value) })),
        }),
      ]),
      empty: '',
    })}
    ${
      !whole &&
      details(
        t('Paste a column'),
        f.textarea({
          name: columnField(measure),
          label: t('{measure}, one figure on each line', { measure: measure.title }),
          hint: t('In the order of the list above. An empty line leaves its row as it is.'),
          rows: 4,
        }),
      )
    }
  </section>`;
}

function figureInput(f: Fields, measure: Measure, subject: Subject): Html {
  const common = {
    name: figureField(measure, subject),
    label: t('{measure} of {who}', { measure: measure.title, who: subject.label }),
    labelHidden: true,
  };
  if (measure.kind !== 'rubric') return f.text({ ...common, inputmode: 'decimal', width: 'short' });
  return f.select({
    ...common,
    options: measure.levels.map((level, index) => ({
      value: index + 1,
      label: t('{n}: {level}', { n: index + 1, level: level.name }),
    })),
  });
}

function storedValues(opened: OpenedGroup, moment: Moment): Record<string, unknown> {
  const { group, measures, evaluation } = opened;
  const values: Record<string, unknown> = {};
  for (const measure of measures)
    for (const subject of subjectsOf(group)) {
      const stored = storedAt(group, measure, subject, moment);
      const gone = subject.leftOn !== null && subject.leftOn <= evaluation.dates[moment];
      values[figureField(measure, subject)] = stored?.value ?? '';
      values[missingField(measure, subject)] = stored?.missing ?? (!stored && gone ? 'left' : '');
      if (group.keeps === 'group') values[pupilsField(measure)] = stored?.pupils ?? '';
    }
  return values;
}

const asRead = ({ group }: OpenedGroup, measure: Measure, moment: Moment): Html =>
  table({
    caption: measure.title,
    columns: [{ label: t('Code name') }, { label: measure.unit || t('Figure'), numeric: true }],
    rows: subjectsOf(group).map((subject) => {
      const stored = storedAt(group, measure, subject, moment);
      return [
        subject.label,
        stored?.value != null
          ? formatNumber(stored.value)
          : stored?.missing
            ? missingWords(stored.missing)
            : t('Not written down yet'),
      ];
    }),
    empty: t('No pupil is in this group yet.'),
  });
