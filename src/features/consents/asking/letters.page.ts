import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { printButton } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { consentsPath } from '../consent.ts';
import { consentKeepers } from '../consents.access.ts';
import { consentPurpose, purposeTitle } from '../purposes.ts';
import { askingPath } from './addresses.ts';
import { type Round, selectAsking, type Unanswered } from './asking.queries.ts';

/** A letter for each child nobody has answered for and whose family has no account: to print, one on a sheet. */
export const lettersPage = page(`${askingPath}/letters`, {
  purpose: 'administration',
  access: roles(...consentKeepers),
  load: (visit) => selectAsking(visit.db, visit.who, { today: visit.today }),
  view: ({ rounds, unanswered }, visit) => {
    const round = rounds.find(({ endedAt, until }) => endedAt === null && until >= visit.today);
    const letters = round ? unanswered.filter(({ hasAccount }) => !hasAccount) : [];
    return {
      title: t('Letters to families without an account'),
      audience: theseRoles(consentKeepers, t('Those who keep the register of consents.')),
      trail: [
        { label: t('Consents'), href: consentsPath },
        { label: t('Ask the families'), href: askingPath },
      ],
      body:
        letters.length === 0 || !round
          ? empty({ says: t('No family needs a letter now.') })
          : html`<p class="consent-aside">${printButton()}</p>
              ${letters.map((child) => letter(visit.who.standing.organisation.name, round, child))}`,
    };
  },
});

const letter = (school: string, round: Round, { name, classes }: Unanswered): Html =>
  html`<section class="consent-letter">
    <h2><bdi>${name}</bdi>${classes.length > 0 && html`, ${classes.join(', ')}`}</h2>
    <p>
      ${t('{school} asks what you allow for your child. Say yes to one and no to another, as you like. Saying no costs your child nothing. Please give this back by {day}. What you allow holds until {until}; you may change your mind on any day by telling us.', { school, day: formatDate(round.answerBy), until: formatDate(round.until) })}
    </p>
    <ul class="items dense">
      ${round.purposes.map((id) => {
        const about = consentPurpose(id);
        return html`<li>
          <strong>${purposeTitle(id)}</strong>${about && html`<br />${t(about.plain)}`}<br />☐ ${t('Yes')}
          <span class="consent-no">☐ ${t('No')}</span>
        </li> `;
      })}
    </ul>
    <p class="consent-line">${t('Your name, and what you are to the child')}<span></span></p>
    <p class="consent-line">${t('Date and signature')}<span></span></p>
  </section>`;
