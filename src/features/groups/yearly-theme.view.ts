import type { DraftFields } from '#platform/drafts/drafts.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { printButton } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { groupHref, stepHref } from '#features/programmes/index.ts';
import type { GivenReport, Year, YearDay } from './yearly-theme.queries.ts';

interface YearView {
  protocol: Protocol;
  yearly: NonNullable<Protocol['yearly']>;
  span: { name: string | null; from: string; until: string };
  year: Year;
  /** What the reader was writing of the theme. */
  draft: DraftFields | undefined;
  visit: Visit;
  /** May set the theme. */
  sets: boolean;
}

export const yearView = (view: YearView): Html => {
  const { yearly, year, protocol } = view;
  return html`${theme(view)}
    <h2>${t('The lessons of the year')}</h2>
    ${countedList({
      says: tn(year.days.length, 'One lesson', '{n} lessons'),
      dense: true,
      items: year.days.map(lesson),
      empty: empty({ says: t('No group that you may see has planned a lesson in this year yet.') }),
    })}
    <h2>${t('Report of the year')}</h2>
    <p>${yearly.report}</p>
    <p class="meta">
      ${tn(year.groups, 'One group ran in this year.', '{n} groups ran in this year.')}
      ${tn(year.reports.length, 'One report was given to the school.', '{n} reports were given to the school.')}
      ${t('What a group does not give stays with the group.')}
    </p>
    ${year.reports.map((report) => oneReport(report, protocol))} ${year.reports.length > 0 && printButton()}`;
};

function theme({ yearly, year, span, visit, sets, protocol, draft }: YearView): Html {
  const [now] = year.themes;
  const here = `/groups/year/${protocol.id}`;
  const state = visit.formAt(here);
  return html`<h2>${span.name === null ? t('The theme') : t('The theme of {year}', { year: span.name })}</h2>
    ${
      now
        ? html`<p><strong>${now.title}</strong></p>
            ${now.about && html`<p class="as-written">${now.about}</p>`}`
        : html`<p>${yearly.theme}</p>
            <p class="empty">${t('No theme is set for this year.')}</p>`
    }
    ${
      sets &&
      details(
        now ? t('Change the theme') : t('Set the theme'),
        form(
          {
            ...state,
            values: state.values ?? { title: now?.title ?? '', about: now?.about ?? '', ...draft },
            button: t('Save the theme'),
            quiet: true,
            hidden: { version: now?.version ?? 0 },
            draft: `yearly-theme:${protocol.id}`,
          },
          (f) => [
            f.text({ name: 'title', label: t('Theme'), required: true, maxlength: 160 }),
            f.textarea({ name: 'about', label: t('What stands behind it'), rows: 4 }),
          ],
        ),
        state.errors !== undefined || draft !== undefined,
      )
    }`;
}

const lesson = ({ slug, group, number, title, on, startsAt, place }: YearDay): Html =>
  html`<a href="${stepHref({ slug }, { number })}">${group}: ${title}</a>
    <span class="meta">${[formatDate(on, 'weekday'), startsAt, place].filter(Boolean).join(', ')}</span>`;

function oneReport(report: GivenReport, protocol: Protocol): Html {
  const titleOf = (part: string) => protocol.report.find(({ id }) => id === part)?.title;
  const inOrder = protocol.report.flatMap(({ id }) => report.parts.filter(({ part }) => part === id));
  const others = report.parts.filter(({ part }) => !titleOf(part));
  return html`<section>
    <h3>
      <a href="${groupHref(report, `cycles/${report.cycle}/report`)}"
        >${t('{group}: cycle {n}', { group: report.group, n: report.cycle })}</a
      >
    </h3>
    ${report.question ? html`<p class="as-written"><strong>${t('The question:')}</strong> ${report.question}</p>` : nothing}
    ${[...inOrder, ...others].map(
      ({ part, text }) =>
        html`<h4>${titleOf(part) ?? t('Also written')}</h4>
          <p class="as-written">${text}</p>`,
    )}
  </section>`;
}
