import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { behaviourPath, certificateHref, pupilHref, rewardsPath } from '../addresses.ts';
import { staffOfPupil } from '../behaviour.access.ts';
import { type ReachedReward, selectRewards } from './rewards.queries.ts';

export const giveHref = (rewardId: string, pupilId: string): string =>
  `${rewardsPath}/${rewardId}/pupils/${pupilId}/give`;

/** What pupils have reached and wait for, and what was given lately. By name, never by how much. */
export const rewardsPage = page(rewardsPath, {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => selectRewards(visit.db, visit.who, { today: visit.today }),
  view: ({ toGive, given }) => ({
    title: t('Rewards'),
    audience: staffOfPupil(),
    trail: [{ label: t('What went well, what went wrong'), href: behaviourPath }],
    body: html`<h2>${t('To give')}</h2>
      ${countedList({
        says: tn(toGive.length, '{n} reward waits to be given', '{n} rewards wait to be given'),
        items: toGive.map(reachedLine),
        empty: t('Nobody waits for a reward.'),
        withEnd: true,
      })}
      <h2>${t('Given lately')}</h2>
      ${countedList({
        says: tn(given.length, '{n} reward', '{n} rewards'),
        items: given.map(
          ({ id, pupilId, pupil, name, on, givenBy }) =>
            html`${personName({ name: pupil, href: pupilHref(pupilId) })}:
              <a href="${certificateHref(id)}">${name}</a>
              <span class="meta">${t('{day}, by {name}', { day: formatDate(on), name: givenBy })}</span>`,
        ),
        empty: t('None yet.'),
      })}`,
  }),
});

const reachedLine = ({ rewardId, pupilId, pupil, reward }: ReachedReward): Html =>
  html`<span
      >${personName({ name: pupil, href: pupilHref(pupilId) })}
      ${t('has reached: {reward}', { reward })}</span
    >
    ${form({
      action: giveHref(rewardId, pupilId),
      button: t('Give it'),
      describe: t('Give it: {reward}, {name}', { reward, name: pupil }),
      quiet: true,
    })}`;
