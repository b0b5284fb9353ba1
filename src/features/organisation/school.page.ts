import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { type OwnSchool, selectOwnSchools } from '#features/sign-in/index.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { type Step, stepList } from '#ui/step-list.ts';
import { nextSteps, stepsOfSchoolDay } from './next-steps.ts';
import { schoolPlace } from './organisation.roles.ts';
import { schoolLinks } from './school-links.ts';
import { type SchoolNow, selectSchoolNow } from './school.queries.ts';

/** The place "School": how its learning stands, what to do next, and where everything is. */
export const schoolPage = page('/school', {
  purpose: 'administration',
  access: roles(...schoolPlace),
  async load(visit) {
    const now = await selectSchoolNow(visit.db, visit.organisationId, visit.today);
    const own = now.schools.length > 0 ? await selectOwnSchools(visit.db, visit.who.personId) : [];
    return { now, own };
  },
  view: ({ now, own }, visit) => {
    const steps = nextSteps(now, visit.who);
    const daySteps = stepsOfSchoolDay(now, visit.who);
    return {
      title: visit.who.standing.organisation.name,
      audience: theseRoles(
        schoolPlace,
        t('Those who lead or run the school. Each sees the parts that are their business.'),
      ),
      body: html`${
          now.parked > 0 &&
          visit.who.hasAny(administrators) &&
          notice(
            'caution',
            html`<a href="/school/messages"
              >${tn(now.parked, '{n} message did not get through', '{n} messages did not get through')}</a
            >`,
          )
        }${
          isLeft(steps) &&
          html`<section>
            <h2>${t('What to do next')}</h2>
            ${stepList(steps)}
          </section>`
        }
        ${
          isLeft(daySteps) &&
          html`<section>
            <h2>${t('For the school day')}</h2>
            <p>${t('Registers, cover, messages and the rest begin when these are done. They can wait.')}</p>
            ${stepList(daySteps)}
          </section>`
        }
        <section>
          <h2>${t('How it stands')}</h2>
          ${standing(now)}
        </section>
        ${now.schools.length > 0 && schoolsBelow(now.schools, own)}
        ${schoolLinks().map(({ title, links }) =>
          part(
            title,
            links.filter((link) => visit.who.hasAny(link.roles)),
          ),
        )}`,
    };
  },
});

const isLeft = (steps: readonly Step[]): boolean => steps.some(({ state }) => state !== 'done');

const standing = (now: SchoolNow): Html =>
  definitionList([
    {
      term: t('Programmes'),
      says: [
        tn(now.running, '{n} running', '{n} running'),
        tn(now.designed, '{n} being designed', '{n} being designed'),
      ],
    },
    { term: t('Priorities'), says: tn(now.priorities, '{n} this year', '{n} this year') },
    {
      term: t('People'),
      says: [
        t('{staff} staff, {n} with an account', { staff: now.staff, n: now.staffWithAccount }),
        tn(now.pupils, '{n} pupil', '{n} pupils'),
        now.guests > 0 && tn(now.guests, '{n} guest', '{n} guests'),
      ].filter(Boolean),
    },
    {
      term: t('Term'),
      says: now.term
        ? t('{term}, until {day}', { term: now.term.name, day: formatDate(now.term.endsOn) })
        : t('No dates yet'),
    },
    { term: t('Next training day'), says: now.training && formatDate(now.training.startsOn, 'weekday') },
  ]);

/** The schools of a trust; whoever belongs to one goes into it from here. */
const schoolsBelow = (schools: SchoolNow['schools'], own: readonly OwnSchool[]): Html =>
  html`<section>
    <h2>${t('Its schools')}</h2>
    <p>${t('Each school has its own people, programmes and dates. You look after it when you are in it.')}</p>
    <ul class="items with-end">
      ${schools.map(
        ({ id, name }) =>
          html`<li>
            <span>${name}</span>
            ${own.some((each) => each.id === id) && form({ action: '/sign-in/school', button: t('Go there'), describe: t('Go there: {school}', { school: name }), hidden: { school: id, then: '/school' }, quiet: true, prefix: `school-${id}` })}
          </li>`,
      )}
    </ul>
  </section>`;

const part = (title: string, links: ReturnType<typeof schoolLinks>[number]['links']): Html | false =>
  links.length > 0 &&
  html`<section>
    <h2>${title}</h2>
    <ul class="items dense">
      ${links.map(({ label, about, href }) => html`<li><a href="${href}">${label}</a><br /><span class="meta">${about}</span></li>`)}
    </ul>
  </section>`;
