import type { RoleName } from '#platform/access/policy.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { Step } from '#ui/step-list.ts';
import type { Who } from '#platform/access/who.ts';
import { administrators, role } from '#features/people/index.ts';
import { dateKeepers } from './organisation.roles.ts';
import type { SchoolNow } from './school.queries.ts';

interface WayStep extends Omit<Step, 'state'> {
  done: boolean;
  /** Whose business it is; others read it without a link. */
  roles?: readonly RoleName[];
}

/** A trust whose staff are in its schools: they are invited there. */
const isOfSchools = ({ staff, schools }: SchoolNow): boolean => staff <= 1 && schools.length > 0;

function broughtInWords({ staff, schools }: SchoolNow): string {
  if (staff > 1) return tn(staff, '{n} member of staff', '{n} members of staff');
  return schools.length > 0
    ? tn(schools.length, 'They are in one school, below.', 'They are in {n} schools, below.')
    : t('From a list, or one by one under People.');
}

/** The step is the invitation; opening the account is each person's own. */
const invitedInWords = ({ staff, staffWithAccount, staffInvited }: SchoolNow): string =>
  staffInvited < staff
    ? t('{n} of {all} are invited.', { n: staffInvited, all: staff })
    : t('{n} of {all} have opened their account.', { n: staffWithAccount, all: staff });

/**
 * What the school day needs before its first morning: each done when the school's own data say so. Nothing for a trust,
 * whose schools have days of their own.
 */
export function stepsOfSchoolDay(now: SchoolNow, who: Pick<Who, 'hasAny'>): Step[] {
  if (isOfSchools(now)) return [];
  return inOrder(
    [
      {
        label: t('Bring in pupils and their classes'),
        href: now.pupils > 0 ? '/people/units' : '/school/imports',
        roles: administrators,
        done: now.pupils > 0 && now.classes > 0,
        note:
          now.pupils > 0
            ? t('{pupils}, in {classes}.', {
                pupils: tn(now.pupils, '{n} pupil', '{n} pupils'),
                classes: tn(now.classes, '{n} class', '{n} classes'),
              })
            : t('From a list, or one by one under People.'),
      },
      {
        label: t('Say who leads safeguarding'),
        href: '/people',
        done: now.safeguardingLeads > 0,
        note: t('Whoever is worried about a child writes to them. A role on that person’s page.'),
      },
      {
        label: t('Link families to their children'),
        href: '/school/imports',
        roles: administrators,
        done: now.pupilsWithFamily > 0,
        note:
          now.pupils > 0
            ? tn(
                now.pupils,
                '{linked} of {n} pupil. From a list, or on the pupil’s page.',
                '{linked} of {n} pupils. From a list, or on each pupil’s page.',
                { linked: now.pupilsWithFamily },
              )
            : t('From a list, or on each pupil’s page.'),
      },
      ...(now.teachesBy === 'class'
        ? []
        : [
            {
              label: t('Make the timetable'),
              href: '/school/timetable',
              roles: dateKeepers,
              done: now.hasTimetable,
              note: html`${t('Where each class has one teacher for most of the day, none is needed.')}
              ${
                who.hasAny(administrators) &&
                html`<a href="/school/settings">${t('Say so in the settings')}</a>`
              }`,
            },
          ]),
    ],
    who,
  );
}

/** The way from an empty school to a programme that runs: what is done, what is next, what comes. */
export function nextSteps(now: SchoolNow, who: Pick<Who, 'hasAny'>): Step[] {
  const steps: WayStep[] = [
    {
      label: t('Write down the term dates'),
      href: '/school/dates',
      roles: dateKeepers,
      done: now.term !== null && !now.termsOverlap,
      ...(now.termsOverlap ? { note: t('Two terms overlap. See which, and put them right.') } : {}),
    },
    {
      label: t('Bring in the staff'),
      href: '/school/imports',
      roles: administrators,
      done: now.staff > 1 || now.schools.length > 0,
      note: broughtInWords(now),
    },
    { label: t('Say who leads professional learning'), href: '/people', done: now.learningLeaders > 0 },
    ...(isOfSchools(now)
      ? []
      : [
          {
            label: t('Invite the staff'),
            href: '/people?account=none',
            done: now.staff > 1 && now.staffInvited === now.staff,
            note: invitedInWords(now),
          },
        ]),
    {
      label: t('Write down what the school is working on'),
      href: '/school/priorities',
      done: now.priorities > 0,
    },
    {
      label: t('Ask the staff what would help'),
      href: '/school/needs',
      roles: [role.cpdLeader],
      done: now.askings > 0,
      ...(who.hasAny([role.cpdLeader]) ? {} : { note: t('The CPD leader asks, and reads the answers.') }),
    },
    { label: t('Design a programme'), href: '/programmes', done: now.running + now.designed > 0 },
    { label: t('Publish it, and begin'), href: '/programmes', done: now.running > 0 },
  ];
  return inOrder(steps, who);
}

/** What is done, what is next, what comes; a link for those whose business it is. */
function inOrder(steps: readonly WayStep[], who: Pick<Who, 'hasAny'>): Step[] {
  const first = steps.findIndex(({ done }) => !done);
  return steps.map(({ done, roles, href, ...step }, index) => ({
    ...step,
    href: roles === undefined || who.hasAny(roles) ? href : undefined,
    state: done ? 'done' : index === first ? 'now' : 'later',
  }));
}
