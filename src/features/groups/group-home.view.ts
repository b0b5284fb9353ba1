import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { braid } from '#ui/braid.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { stepList } from '#ui/step-list.ts';
import {
  dayWords,
  groupHref,
  programmeBraid,
  programmeHref,
  programmeTabs,
  stepHref,
} from '#features/programmes/index.ts';
import type { GroupHome } from './group-home.queries.ts';
import { departureNotes, rhythmWords } from './rhythm.view.ts';
import type { Departure, Rhythm } from './rhythm.ts';
import type { GroupStep, WhereWeAre } from './where-we-are.ts';

interface GroupHomeView {
  group: GroupHome;
  where: WhereWeAre;
  rhythm: Rhythm;
  departs: readonly Departure[];
  visit: Visit;
}

export function groupHomeView(view: GroupHomeView): Html {
  const { group, where, visit } = view;
  const { opened, protocol } = group;
  const inside = opened.may('takePart');
  const question = group.cycles.find(({ number }) => number === opened.programme.cycle)?.question;
  return html`
    ${programmeTabs(opened, '')}
    ${
      protocol &&
      html`<p>
        ${t('Protocol:')} <a href="/protocols/${protocol.id}">${protocol.title}</a>${
          group.theme &&
          html`. ${t('The school’s theme of the year:')}
            <a href="/groups/year/${protocol.id}">${group.theme}</a>`
        }
      </p>`
    }
    ${inside && question && html`<p class="as-written"><strong>${t('Our question:')}</strong> ${question}</p>`}
    ${opened.may('design') && group.asking > 0 && askingNote(group)} ${inside && whenFinished(group, where)}
    ${where.stages.length > 0 && stages(where, inside)} ${comingUp(view, inside)}
    ${inside && promises(group, visit)}
    <h2>${t('The picture')}</h2>
    ${braid(
      programmeBraid(
        { programme: opened.programme, steps: group.steps, terms: group.terms },
        visit.today,
        'large',
      ),
    )}
    ${
      inside &&
      html`<h2>${t('Our rhythm')}</h2>
        ${rhythmWords(view.rhythm, protocol)} ${departureNotes(view.departs)}`
    }
    ${given(group)} ${people(group)} ${others(group)}
  `;
}

const askingNote = ({ opened, asking }: GroupHome): Html =>
  notice(
    'info',
    html`<a href="${groupHref(opened.programme, 'people')}"
      >${tn(asking, 'One person asks to be let in.', '{n} people ask to be let in.')}</a
    >`,
  );

function whenFinished({ opened: { programme } }: GroupHome, { finished }: WhereWeAre): Html {
  if (!finished || programme.closed_at) return nothing;
  return notice(
    'good',
    html`${t('Every step of this cycle is done.')}
      <a href="${groupHref(programme, `cycles/${programme.cycle}/report`)}">${t('Write what came of it')}</a>,
      <a href="${groupHref(programme, 'cycles')}">${t('or begin another cycle')}</a>.`,
  );
}

/** Those outside see which stage it is, and not how much of it is done. */
const stages = ({ stages: all }: WhereWeAre, inside: boolean): Html =>
  html`<h2>${t('Where we are')}</h2>
    ${stepList(
      all.map(({ title, plain, state, done, all: of }) => ({
        label: title,
        state,
        note: html`${state === 'now' && html`${plain} `}${inside && t('{done} of {of} steps done', { done, of })}`,
      })),
    )}`;

/** What waits to be called done or moved, and what comes next. */
function comingUp({ group, where, visit }: GroupHomeView, inside: boolean): Html {
  const { programme } = group.opened;
  const running = !programme.closed_at;
  const line = (step: GroupStep): Html =>
    html`<span
        ><a href="${stepHref(programme, step)}">${step.title}</a>
        <span class="meta"
          >${dayWords(step.on_date, visit.today)}${step.starts_at && html`, ${step.starts_at}`};
          ${formatMinutes(step.minutes)}</span
        ></span
      >
      ${
        inside &&
        running &&
        form({
          action: groupHref(programme, `steps/${step.number}/done`),
          button: t('Done'),
          describe: t('“{title}” is done', { title: step.title }),
          quiet: true,
          prefix: `done-${step.number}`,
        })
      }`;
  return html`${
      inside &&
      running &&
      where.waiting.length > 0 &&
      html`<h2>${t('Waiting')}</h2>
        ${countedList({
          says: tn(
            where.waiting.length,
            'One step has had its day. Say that it is done, or move it.',
            '{n} steps have had their day. Say that they are done, or move them.',
          ),
          dense: true,
          withEnd: true,
          items: where.waiting.slice(0, 10).map(line),
          empty: nothing,
        })}`
    }
    <h2>${t('What is next')}</h2>
    ${countedList({
      says:
        where.next.length > 4
          ? t('The next four of {n} steps to come', { n: where.next.length })
          : tn(where.next.length, 'One step to come', '{n} steps to come'),
      dense: true,
      withEnd: true,
      items: where.next.slice(0, 4).map(line),
      empty: empty({ says: t('No step of this cycle is still to come.') }),
    })}`;
}

const promises = ({ opened: { programme }, promises: open }: GroupHome, visit: Visit): Html =>
  html`<h2 id="promised">${t('What we promised')}</h2>
    ${countedList({
      says: tn(open.length, 'One promise is open', '{n} promises are open'),
      dense: true,
      items: open.map(
        ({ personId, name, trying, pupils, dueOn, madeAt }) =>
          html`${personId === visit.who.personId ? html`<strong>${t('You')}</strong>` : personName({ name })}:
            <a href="${stepHref(programme, { number: madeAt })}">${trying}</a>
            <span class="meta"
              >${t('with {pupils}, by {day}', { pupils, day: formatDate(dueOn, 'weekday') })}</span
            >`,
      ),
      empty: empty({
        says: t('Nothing is promised now. Promises are made at the close of a meeting and open the next.'),
      }),
    })}`;

/** What the group gave to the school: for everybody who may see that it runs. */
function given({ cycles, opened: { programme } }: GroupHome): Html {
  const reports = cycles.filter(({ releasedAt }) => releasedAt !== null);
  if (reports.length === 0) return nothing;
  return html`<h2>${t('What came of it')}</h2>
    <ul>
      ${reports.map(
        ({ number }) =>
          html`<li>
            <a href="${groupHref(programme, `cycles/${number}/report`)}"
              >${t('The report of cycle {n}, given to the school', { n: number })}</a
            >
          </li>`,
      )}
    </ul>`;
}

function people({ people: all, opened: { programme } }: GroupHome): Html {
  if (all.length === 0) return nothing;
  const names = all.filter(({ parts }) => !parts.every((part) => part === 'leader'));
  return html`<h2>${t('Who is in it')}</h2>
    <p>
      ${names.map(({ name }, index) => html`${index > 0 && ', '}${personName({ name })}`)}.
      <a href="${groupHref(programme, 'people')}">${t('People of the group')}</a>
    </p>`;
}

function others({ opened: { programme, may }, protocol, theme }: GroupHome): Html {
  const links: LinkAction[] = [
    ...(protocol?.yearly && theme === undefined
      ? [
          {
            label: t('The school’s theme of the year'),
            href: `/groups/year/${protocol.id}`,
            icon: 'school' as const,
          },
        ]
      : []),
    ...(may('design')
      ? [
          {
            label: t('Move and change steps'),
            href: programmeHref(programme, 'design'),
            icon: 'edit' as const,
          },
          {
            label: t('Name, and who sees it'),
            href: groupHref(programme, 'settings'),
            icon: 'people' as const,
          },
        ]
      : []),
    ...(!may('join') && programme.joining === 'open' && !programme.closed_at
      ? [{ label: t('Ask to join'), href: groupHref(programme, 'ask'), icon: 'add' as const }]
      : []),
    ...(may('join')
      ? [
          {
            label: t('Its calendar on your phone'),
            href: programmeHref(programme, 'calendar'),
            icon: 'calendar' as const,
          },
        ]
      : []),
  ];
  return links.length === 0 ? nothing : quietActions(links);
}
