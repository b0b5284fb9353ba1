import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import type { TeachesBy } from '#features/organisation/index.ts';
import { yearWords } from '#features/people/index.ts';
import { ownRegistersView } from '#features/registers/index.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import type { OwnClass } from './classes.queries.ts';

interface Teaching {
  classes: readonly OwnClass[];
  registers: Parameters<typeof ownRegistersView>[0];
  teaches: readonly { by: TeachesBy }[];
}

/** Where teaching goes by lesson the lessons of the day come first; where it goes by class, the class does. */
export function teachingView({ classes, registers, teaches }: Teaching, visit: Visit): Html {
  const byLesson = teaches[0]?.by === 'lesson';
  const day = ownRegistersView(registers, visit);
  return html`${byLesson && day}
    <h2>${t('My classes')}</h2>
    ${countedList({
      says: tn(classes.length, '{n} class', '{n} classes'),
      items: classes.map((each) => classLine(each)),
      empty: t('No class has you among its teachers. Whoever looks after people can add you to one.'),
    })}
    ${!byLesson && day}
    ${quietActions([
      { label: t('Courses'), href: '/courses', icon: 'teaching' },
      { label: t('Schemes of work'), href: '/plans', icon: 'learning' },
      { label: t('Resources'), href: '/resources', icon: 'file' },
      { label: t('What went well'), href: '/behaviour', icon: 'practice' },
      { label: t('Attendance of my pupils'), href: '/attendance', icon: 'check' },
      { label: t('Messages'), href: '/messages', icon: 'mail' },
      { label: t('My week'), href: '/week', icon: 'calendar' },
      { label: t('I am worried about a child'), href: '/concerns/new', icon: 'warning' },
    ])}`;
}

const classLine = ({ id, name, subject, yearLabel, pupils }: OwnClass): Html =>
  html`<a href="/people/units/${id}">${name}</a>
    <span class="meta"
      >${[subject, yearLabel && yearWords(yearLabel), tn(pupils, '{n} pupil', '{n} pupils')].filter(Boolean).join(', ')}</span
    >
    ${quietActions([
      {
        label: t('Note what went well in {class}', { class: name }),
        href: `/behaviour/classes/${id}`,
        icon: 'add',
      },
    ])}`;
