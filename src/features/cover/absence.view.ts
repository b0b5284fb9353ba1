import { addDays } from '#platform/calendar/dates.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { addressOf } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import type { Absence } from './absence.queries.ts';
import { absenceValues, changeFields } from './absence-input.ts';
import {
  absenceHref,
  arrangedInWords,
  daysInWords,
  type Gap,
  kindInWords,
  lessonInWords,
  timesInWords,
} from './cover.ts';

interface AbsenceShown {
  absence: Absence;
  gaps: readonly Gap[];
  workVersion: number;
  week: string;
}

/** The field of what one class does. */
export const workField = ({ on, startsAt, unitId }: Pick<Gap, 'on' | 'startsAt' | 'unitId'>): string =>
  `work-${on}-${startsAt.replace(':', '')}-${unitId}`;

export function absenceView(shown: AbsenceShown, visit: Visit): Html {
  const { absence } = shown;
  const own = absence.personId === visit.who.personId;
  const over = absence.untilOn < visit.today;
  return html`${absence.endedAt !== null && notice('info', t('This was taken back.'))}
  ${definitionList([
    { term: t('Away'), says: daysInWords(absence) },
    { term: t('Why'), says: [kindInWords[absence.kind](), absence.words].filter(Boolean).join('; ') },
    {
      term: t('Colleagues read'),
      says: absence.shown ? t('that, and why') : t('that somebody is away, not why'),
    },
    {
      term: t('Written down by'),
      says: absence.saidBy !== absence.personId && personName({ name: absence.saidByName }),
    },
  ])}
  ${absence.endedAt === null && classes(shown, visit, over)}
  ${
    absence.endedAt === null &&
    !over &&
    html`<h2>${own ? t('If it is otherwise') : t('To change it')}</h2>
      ${form({
        action: absenceHref(absence.id, 'back'),
        button:
          absence.fromOn < visit.today
            ? own
              ? t('I am back today')
              : t('Back today')
            : own
              ? t('I am in after all')
              : t('In after all'),
        quiet: true,
      })}
      ${details(t('Change days or reason'), changeForm(absence, visit), visit.formAt(absenceHref(absence.id)).errors !== undefined)}`
  }
  ${absence.endedAt !== null && form({ action: absenceHref(absence.id, 'restore'), button: t('Away after all'), quiet: true })}`;
}

const changeForm = (absence: Absence, visit: Visit): Html =>
  form(
    {
      action: absenceHref(absence.id),
      button: t('Save it so'),
      values: { ...absenceValues(absence), ...visit.formAt(absenceHref(absence.id)).values },
      errors: visit.formAt(absenceHref(absence.id)).errors,
      hidden: { version: absence.version },
      prefix: 'change',
    },
    changeFields,
  );

/** The classes of a week, each with what it does: written by who is away, or by who keeps cover for them. */
function classes({ absence, gaps, workVersion, week }: AbsenceShown, visit: Visit, over: boolean): Value {
  const long = absence.fromOn < week || absence.untilOn > addDays(week, 6);
  const action = absenceHref(absence.id, 'work');
  return html`<h2>${t('Classes')}</h2>
    ${long && html`<p>${t('The week from {day}', { day: formatDate(week, 'short') })}</p>`}
    ${
      gaps.length === 0
        ? html`<p>
            ${long ? t('No class is without its teacher in this week.') : t('No class is without its teacher then.')}
          </p>`
        : over
          ? html`<ul class="items dense">
              ${gaps.map((gap) => html`<li>${lessonInWords(gap)}, ${formatDate(gap.on, 'weekday')}; ${whoTakes(gap)}</li> `)}
            </ul>`
          : html`<p>
                ${t('What should the class do? Now or later; whoever takes it reads it. “Page 34, books on my desk” is enough.')}
              </p>
              ${form(
                {
                  action,
                  button: t('Leave this work'),
                  values: visit.formAt(action).values,
                  errors: visit.formAt(action).errors,
                  hidden: { version: workVersion, week },
                },
                (f) =>
                  html`<div class="cover-work">
                    ${gaps.map((gap) =>
                      f.textarea({
                        name: workField(gap),
                        label: [gap.unit, gap.subject, formatDate(gap.on, 'weekday'), timesInWords(gap)]
                          .filter(Boolean)
                          .join(', '),
                        hint: whoTakes(gap),
                        initial: gap.work,
                        unmarked: true,
                        rows: 2,
                        maxlength: 4000,
                      }),
                    )}
                  </div>`,
              )}`
    }
    ${
      long &&
      html`<nav class="pager" aria-label="${t('Weeks')}">
        ${absence.fromOn < week ? html`<a href="${addressOf(absenceHref(absence.id), { week: addDays(week, -7) })}" rel="prev">${icon('back')} ${t('The week before')}</a>` : html`<span></span>`}
        ${absence.untilOn > addDays(week, 6) && html`<a href="${addressOf(absenceHref(absence.id), { week: addDays(week, 7) })}" rel="next">${t('The week after')} ${icon('next')}</a>`}
      </nav>`
    }`;
}

const whoTakes = ({ arranged }: Gap): string =>
  arranged === null ? t('Nobody takes it yet.') : t('{what}.', { what: arrangedInWords(arranged) });
