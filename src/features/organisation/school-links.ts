import type { RoleName } from '#platform/access/policy.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators, learningLeaders, overriders, role } from '#features/people/index.ts';
import { dateKeepers, schoolPlace } from './organisation.roles.ts';

/** Those who shape professional learning, in a school or over several. */
const shapers = [...learningLeaders, role.policyMaker] as const;

/** A part of the place "School". */
interface SchoolLink {
  label: string;
  about: string;
  href: string;
  /** Whose business it is. */
  roles: readonly RoleName[];
}

/** What the place "School" leads to, in the order in which a school comes to it. One line a room. */
export const schoolLinks = (): { title: string; links: SchoolLink[] }[] => [
  {
    title: t('Professional learning'),
    links: [
      {
        label: t('Priorities'),
        about: t('What the school is working on.'),
        href: '/school/priorities',
        roles: schoolPlace,
      },
      {
        label: t('Needs'),
        about: t('What the staff say would help, in their own words.'),
        href: '/school/needs',
        roles: [role.cpdLeader],
      },
      {
        label: t('Programmes'),
        about: t('What is planned, what runs, what came of it.'),
        href: '/programmes',
        roles: schoolPlace,
      },
      {
        label: t('Learning agreement'),
        about: t('The form that partners write and sign, in your school’s words.'),
        href: '/school/agreement-form',
        roles: ['cpd-leader'],
      },
      {
        label: t('Collected agreements'),
        about: t('What agreements have in common, and what your form needs.'),
        href: '/school/agreement-collection',
        roles: [...shapers, role.coordinator],
      },
      {
        label: t('Mentoring and coaching planner'),
        about: t('What each relationship is for, with whom and when, this year and the next.'),
        href: '/school/mentoring-planner',
        roles: [...shapers, role.coordinator],
      },
      {
        label: t('Audit of cycles'),
        about: t('How policies, programmes and projects use specialists and peers.'),
        href: '/school/cycle-audit',
        roles: shapers,
      },
      {
        label: t('What schools share'),
        about: t('Plans and audits that schools below have released to you.'),
        href: '/school/shared-plans',
        roles: [role.policyMaker, role.trustOfficer],
      },
      {
        label: t('Mentoring and coaching'),
        about: t('Who waits, mentors and coaches, hours and cost.'),
        href: '/school/coaching',
        roles: [role.coordinator],
      },
      {
        label: t('Mentoring and coaching in numbers'),
        about: t('How much there is and how much time it takes, never who.'),
        href: '/school/coaching/counts',
        roles: learningLeaders,
      },
      {
        label: t('Coaching before formal observation'),
        about: t('Whether a formal observation waits for the term’s coaching.'),
        href: '/appraisal/settings',
        roles: [role.head],
      },
    ],
  },
  {
    title: t('People and days'),
    links: [
      {
        label: t('People'),
        about: t('Who is here, what they do, who has an account.'),
        href: '/people',
        roles: schoolPlace,
      },
      {
        label: t('Classes, forms and departments'),
        about: t('Who belongs to which.'),
        href: '/people/units',
        roles: schoolPlace,
      },
      {
        label: t('Consents'),
        about: t('Which pupils may be seen in films and pictures, and for what.'),
        href: '/school/consents',
        roles: [...administrators, role.seniorLeader, role.safeguardingLead],
      },
      {
        label: t('Attendance'),
        about: t('Who is not here this morning, what families say, patterns and the figures.'),
        href: '/attendance/today',
        roles: [...administrators, role.attendanceOfficer, role.seniorLeader, role.safeguardingLead],
      },
      {
        label: t('What is noted of pupils'),
        about: t('What went well and what went wrong in your own words, and what is given for it.'),
        href: '/school/behaviour',
        roles: [...administrators, role.seniorLeader],
      },
      {
        label: t('How long recordings are kept'),
        about: t('For how many days a teacher may keep a recorded lesson.'),
        href: '/school/recording-settings',
        roles: [role.head, role.administrator],
      },
      {
        label: t('Imports'),
        about: t('Staff and pupils from the lists the school keeps elsewhere.'),
        href: '/school/imports',
        roles: administrators,
      },
      {
        label: t('Dates'),
        about: t('Terms, holidays, training days, closed days.'),
        href: '/school/dates',
        roles: [...schoolPlace, ...dateKeepers],
      },
      {
        label: t('Timetable'),
        about: t('Periods, lessons and rooms, by the day from which they hold.'),
        href: '/school/timetable',
        roles: [...schoolPlace, ...dateKeepers],
      },
      {
        label: t('Registers not taken yet'),
        about: t('Of today, by period, and whom to ask.'),
        href: '/registers/missing',
        roles: [...administrators, role.attendanceOfficer, role.seniorLeader],
      },
      {
        label: t('Codes of registers'),
        about: t('Your own letters, and what each means in the figures.'),
        href: '/school/attendance-codes',
        roles: [...administrators, role.attendanceOfficer],
      },
      {
        label: t('Cover'),
        about: t('Who is away, who takes their classes, and how it is shared out.'),
        href: '/cover',
        roles: [...administrators, role.coverManager],
      },
      {
        label: t('Worries about children'),
        about: t('What colleagues wrote down, who looked at it, and what was done.'),
        href: '/concerns',
        roles: [role.safeguardingLead, role.head],
      },
      {
        label: t('How messages work here'),
        about: t('Quiet hours, words that are looked at, and who is told of a report.'),
        href: '/messages/settings',
        roles: [role.head, role.safeguardingLead],
      },
      {
        label: t('From one school year to the next'),
        about: t('Classes move up, leavers leave: looked at first, and taken back at one go.'),
        href: '/school/year-end',
        roles: administrators,
      },
      {
        label: t('Opening something by law'),
        about: t('What two people may open together to protect somebody, and for how long.'),
        href: '/school/override',
        roles: overriders,
      },
      {
        label: t('Messages that did not get through'),
        about: t('Letters and reminders that failed again and again: try again or leave them.'),
        href: '/school/messages',
        roles: administrators,
      },
      {
        label: t('Settings'),
        about: t('Name, time zone, language, currency.'),
        href: '/school/settings',
        roles: administrators,
      },
    ],
  },
];
