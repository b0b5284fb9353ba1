import { addDays, weekOf } from '#platform/calendar/dates.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { shownFiles } from '#features/files/index.ts';
import { linkButton, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { notice } from '#ui/notice.ts';
import { takenAway } from '#ui/taken-away.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { activityHref, courseHref, sectionHref } from '../addresses.ts';
import type { Activity, CourseKin, Section } from '../course.ts';
import { kindOf, kindTitle } from '../kinds/kinds.ts';
import { headOfCourse, presence } from '../head/head-of-course.view.ts';
import { didWords } from '../progress/progress-form.view.ts';
import type { OpenedCourse } from './open-course.ts';

export function courseView(opened: OpenedCourse, visit: Visit): Html {
  const { course, sections, leads, learns, ended } = opened;
  if (ended)
    return html`${notice('caution', t('This course was taken away. Nobody else opens it.'))}
    ${form({ action: courseHref(course.id, 'restore'), button: t('Bring it back'), quiet: true })}`;
  return html`${course.closedAt !== null && notice('info', t('This course is closed. It can be read, and nothing is added.'))}
  ${headOfCourse(opened)}
  ${course.about !== '' && drawText(parseText(course.about), shownFiles(opened.course.files))}
  ${learns && course.closedAt === null && nextUp(opened, visit)}
  ${
    sections.length === 0
      ? html`<p class="empty">
          ${leads ? t('Nothing is in it yet. Begin with a part: a week, a topic, a question.') : t('Nothing is open yet.')}
        </p>`
      : sections.map((section) => sectionView(opened, section))
  }
  ${facts(opened)} ${leads && forLeaders(opened)}`;
}

/** What comes next for whoever learns, and how much this week asks. */
function nextUp({ course, activities, progress }: OpenedCourse, { today }: Visit): Html | false {
  const isDone = (id: string): boolean =>
    progress.some((each) => each.activityId === id && each.doneAt !== null);
  const next = activities.find(({ id, kind }) => !isDone(id) && kindOf(kind)?.isOffered);
  const week = weekOf(today);
  const thisWeek = activities.filter(
    ({ id, dueOn }) => dueOn !== null && dueOn >= week && dueOn <= addDays(week, 6) && !isDone(id),
  );
  const minutes = thisWeek.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
  return (
    next !== undefined &&
    html`<p class="course-next">
        ${linkButton({ label: t('Next: {title}', { title: next.title }), href: activityHref(course.id, next.id), icon: 'next' })}
      </p>
      ${
        thisWeek.length > 0 &&
        html`<p>
          ${tn(thisWeek.length, 'This week: {n} thing', 'This week: {n} things')}${minutes > 0 && `, ${tn(minutes, 'about {n} minute', 'about {n} minutes')}`}.
        </p>`
      }`
  );
}

const sectionView = (opened: OpenedCourse, section: Section): Html => {
  const { course, activities, leads } = opened;
  const own = activities.filter(({ sectionId }) => sectionId === section.id);
  return html`<section class="course-section" id="s-${section.id}">
    <h2><bdi>${section.title}</bdi></h2>
    ${section.opensOn !== null && leads && html`<p class="meta">${t('Learners see it from {day}.', { day: formatDate(section.opensOn) })}</p>`}
    ${section.about !== '' && drawText(parseText(section.about), shownFiles(opened.course.files))}
    ${
      own.length > 0 &&
      html`<ol class="course-activities">
        ${own.map((activity) => html`<li>${activityLine(opened, activity)}</li>`)}
      </ol>`
    }
    ${
      leads &&
      quietActions([
        { label: t('Add an activity'), href: sectionHref(course.id, section.id, 'activities'), icon: 'add' },
        { label: t('Change this part'), href: sectionHref(course.id, section.id), icon: 'edit' },
      ])
    }
  </section>`;
};

function activityLine({ course, progress, learns, leads, groups }: OpenedCourse, activity: Activity): Value {
  const { id, title, kind, minutes, dueOn, groupIds } = activity;
  const said = progress.find(({ activityId }) => activityId === id);
  const meta = [
    kindTitle(kind),
    minutes !== null && tn(minutes, 'about {n} minute', 'about {n} minutes'),
    dueOn !== null && t('by {day}', { day: formatDate(dueOn) }),
    leads &&
      groupIds.length > 0 &&
      t('for {groups}', {
        groups: formatList(groups.filter((group) => groupIds.includes(group.id)).map(({ name }) => name)),
      }),
  ];
  return html`${icon(kindOf(kind)?.icon ?? 'file')}
    <a href="${activityHref(course.id, id)}"><bdi>${title}</bdi></a>
    <span class="meta">${meta.filter(Boolean).join(', ')}</span>
    ${learns && said && html`<span class="course-did">${didWords(said)}</span>`}`;
}

const facts = (opened: OpenedCourse): Html => {
  const { course, leaders, copiedFrom, copiedAs, groups, learns } = opened;
  return definitionList([
    { term: t('Led by'), says: formatList(leaders.map(({ name }) => name)) },
    ...presence(opened),
    {
      term: t('Your group'),
      says:
        learns &&
        groups.map(({ name, members }) =>
          t('{name}: {who}', { name, who: formatList(members.map((member) => member.name)) }),
        ),
    },
    { term: t('For'), says: course.unit },
    {
      term: t('Subject'),
      says: [course.subject, course.yearKey && yearWords(course.yearKey)].filter(Boolean).join(', '),
    },
    {
      term: t('When'),
      says:
        course.startsOn !== null &&
        (course.endsOn === null
          ? t('From {from}', { from: formatDate(course.startsOn) })
          : t('{from} to {until}', { from: formatDate(course.startsOn), until: formatDate(course.endsOn) })),
    },
    { term: t('Copied from'), says: copiedFrom && kin(copiedFrom) },
    { term: t('Copied as'), says: copiedAs.map(kin) },
  ]);
};

const kin = ({ id, title, author }: CourseKin): Value =>
  html`<a href="${courseHref(id)}"><bdi>${title}</bdi></a
    >, <bdi>${author}</bdi>`;

const forLeaders = ({ course, away }: OpenedCourse): Html => {
  const to = (part: Parameters<typeof courseHref>[1]): string => courseHref(course.id, part);
  const press = (part: NonNullable<Parameters<typeof courseHref>[1]>, button: string, danger = false): Html =>
    form({ action: to(part), button, quiet: true, danger, prefix: part });
  return html`${course.publishedAt === null && !course.isTemplate && form({ action: to('publish'), button: t('Open it to those who learn') })}
  ${quietActions([
    ...(course.publishedAt === null
      ? []
      : [{ label: t('What came of it'), href: to('progress'), icon: 'evidence' as const }]),
    { label: t('Files'), href: to('files'), icon: 'file' as const },
    ...(course.brought === null
      ? []
      : [
          {
            label: t('What was brought in, and what was left'),
            href: to('brought'),
            icon: 'download' as const,
          },
        ]),
    { label: t('Who leads it, who learns in it'), href: to('people'), icon: 'people' as const },
    { label: t('A word to those who learn'), href: to('head'), icon: 'peer' as const },
    { label: t('Groups'), href: to('groups'), icon: 'group' as const },
    { label: t('Change title, days and whom it is for'), href: to('change'), icon: 'edit' as const },
    { label: t('Use it again'), href: to('copy'), icon: 'history' as const },
  ])}
  ${takenAway(
    tn(away.length, '{n} thing was taken away', '{n} things were taken away'),
    away.map(({ id, title, what }) => ({
      id,
      title,
      restore: (what === 'section' ? sectionHref : activityHref)(course.id, id, 'restore'),
    })),
  )}
  ${details(
    t('Take it to another system, or where there is no connection'),
    html`<p>
        ${t('Parts, pages, files, links and discussions as they stand. Surveys, and what people did and said, stay here.')}
      </p>
      ${quietActions([
        { label: t('As a Common Cartridge'), href: to('cartridge.imscc'), icon: 'download' },
        { label: t('As pages to read without a connection'), href: to('copy.zip'), icon: 'download' },
      ])}`,
  )}
  ${details(
    t('Close it, make it a template, take it away'),
    html`${course.publishedAt !== null && (course.closedAt === null ? press('close', t('Close it')) : press('reopen', t('Open it again')))}
    ${course.publishedAt === null && (course.isTemplate ? press('not-template', t('Make it a course again')) : press('template', t('Make it a template for all staff')))}
    ${press('end', t('Take this course away'), true)}`,
  )}`;
};
