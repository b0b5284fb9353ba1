import { page } from '#platform/http/route.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import { printButton, quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { aboutHref, certificateHref, pupilHref, rewardsPath } from '../addresses.ts';
import { pupilAndFamily } from '../behaviour.access.ts';
import { selectGiven } from './rewards.queries.ts';

/** A certificate to print, for whoever gives it, the pupil and the family. It says no number. */
export const certificatePage = page(certificateHref(':given'), {
  purpose: 'administration',
  access: 'signed-in',
  load: (visit) => selectGiven(visit.db, visit.who, visit.params.given!, visit.today),
  view: (given, visit) => ({
    title: t('{reward} for {name}', { reward: given.name, name: given.pupil }),
    audience: pupilAndFamily(),
    trail: given.reads
      ? [{ label: t('Rewards'), href: rewardsPath }]
      : [{ label: t('What went well'), href: aboutHref(given.pupilId) }],
    body: html`${given.endedAt !== null && notice('info', t('It was taken back, {when}.', { when: formatMoment(given.endedAt) }))}
      <section class="behaviour-certificate">
        <p class="behaviour-certificate-name"><bdi>${given.pupil}</bdi></p>
        <p class="as-written" dir="auto">${given.words}</p>
        <p>
          ${t('{school}, {day}', { school: visit.who.standing.organisation.name, day: formatDate(given.on) })}
        </p>
        <p class="behaviour-certificate-signed">${given.givenBy}</p>
      </section>
      ${printButton()}
      ${
        given.reads &&
        html`${
          given.endedAt === null
            ? form({
                action: certificateHref(given.id, 'take-back'),
                button: t('It was not given after all'),
                quiet: true,
              })
            : form({ action: certificateHref(given.id, 'restore'), button: t('It was given'), quiet: true })
        }
        ${quietActions([{ label: t('All that was noted of {name}', { name: given.pupil }), href: pupilHref(given.pupilId) }])}`
      }`,
  }),
});
