import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { dayWords, groupHref, stepHref, templateOf } from '#features/programmes/index.ts';
import { selectStays } from './guest.queries.ts';
import { stageTitle } from './guest.view.ts';
import { openPlace } from './people-open.ts';
import { placePolicy } from './people-place.policy.ts';

/** What somebody was let in for: the steps of the stage, and until when. */
export const myStagePage = page('/groups/:programme/my-stage', {
  purpose: 'learning',
  access: placePolicy,
  async load(visit) {
    const { programme, place } = await openPlace(visit, async (group) => {
      const stays = await selectStays(visit.db, group, visit.who.personId, visit.today);
      return stays.length > 0 ? stays : undefined;
    });
    return { programme, stays: place, protocol: await templateOf(visit.db, programme) };
  },
  view: ({ programme, stays, protocol }, { today }) => ({
    title: t('For one stage: {title}', { title: programme.title }),
    audience: {
      icon: 'people',
      words: t('You, and those in this group'),
      why: t('Those in the group see that you are let in. What you write at these steps, they read.'),
    },
    trail: [{ label: t('Groups'), href: '/groups' }],
    body: html`<p>
        ${t('You read the outline of the group, and read and write at these steps. The rest is closed to you.')}
        <a href="${groupHref(programme)}">${t('The outline')}</a>
      </p>
      ${stays.map(
        ({ id, stage, cycle, untilOn, by, steps }) =>
          html`<h2>${stageTitle(protocol, stage)}</h2>
            <p>
              ${t('{name} let you in until {day}, in cycle {cycle}.', { name: by, day: formatDate(untilOn, 'weekday'), cycle })}
            </p>
            ${countedList({
              says: tn(steps.length, 'One step', '{n} steps'),
              dense: true,
              items: steps.map(
                (step) =>
                  html`<a href="${stepHref(programme, step)}">${step.title}</a>
                    <span class="meta"
                      >${dayWords(step.onDate, today)}${step.startsAt && html`, ${step.startsAt}`}</span
                    >`,
              ),
              empty: t('No step of this stage is planned now.'),
            })}
            ${form({ action: groupHref(programme, `my-stage/${id}/decline`), button: t('I will not come'), quiet: true })}`,
      )}`,
  }),
});
