import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import { printButton, quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { programmeTrail, stepHref } from '#features/programmes/index.ts';
import { belowStep } from './addresses.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { partsNoMore, sectionsOf } from './step-in-protocol.ts';
import { openStepPage } from './step-page.queries.ts';

/** What was written together at a step, in one piece: to be read through, or printed. */
export const minutesPage = page('/programmes/:programme/steps/:number/minutes', {
  purpose: 'learning',
  access: minutesPolicy,
  async load(visit) {
    const found = await openStepPage(visit);
    visit.who.must('read', minutesPolicy, found.minutes);
    return found;
  },
  view({ opened: { programme }, protocol, data, minutes }, visit) {
    const asked = sectionsOf(protocol, data.step);
    const written = [...asked, ...partsNoMore(asked, data.sections)].flatMap((part) => {
      const now = data.sections.find(({ section, text }) => section === part.id && text !== '');
      return now ? [{ part, now }] : [];
    });
    return {
      title: t('What was written: {step}', { step: data.step.title }),
      audience: audienceNote(minutes, minutesPolicy, visit.who),
      trail: [...programmeTrail(programme), { label: data.step.title, href: stepHref(programme, data.step) }],
      body: html`<p class="meta">${formatDate(data.step.on_date, 'weekday')}</p>
        ${
          written.length === 0
            ? empty({
                says: t(
                  'Nothing is written yet. What people write together at this step stands here in one piece.',
                ),
              })
            : printButton()
        }
        ${written.map(
          ({ part, now }) =>
            html`<h2>${part.title}</h2>
              <p class="as-written">${now.text}</p>
              <p class="meta">
                ${t('{name}, {when}', { name: now.writtenBy, when: formatMoment(new Date(now.writtenAt)) })}
              </p>
              ${
                now.version > 1 &&
                asked.includes(part) &&
                quietActions([
                  {
                    label: t('Earlier versions'),
                    href: belowStep(programme, data.step, `minutes/${part.id}`),
                    icon: 'history',
                  },
                ])
              }`,
        )}`,
    };
  },
});
