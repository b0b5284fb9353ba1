import { theseRoles } from '#platform/access/audience-words.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import type { Visit } from '#platform/http/context.ts';
import { consentsPath, pupilHref } from '../consent.ts';
import { consentKeepers } from '../consents.access.ts';
import { consentPurposes, purposeTitle } from '../purposes.ts';
import { usualUntil } from '../year-end.ts';
import { askingPath } from './addresses.ts';
import { type Round, selectAsking, type Unanswered } from './asking.queries.ts';

/** The office asks all families at one go, and sees of whom nothing is known yet. */
export const askingPage = page(askingPath, {
  purpose: 'administration',
  access: roles(...consentKeepers),
  load: (visit) => selectAsking(visit.db, visit.who, { today: visit.today }),
  view: ({ rounds, counts, unanswered }, visit) => {
    const running = rounds.find(({ endedAt, until }) => endedAt === null && until >= visit.today);
    return {
      title: t('Ask the families'),
      audience: theseRoles(consentKeepers, t('Those who keep the register of consents.')),
      trail: [{ label: t('Consents'), href: consentsPath }],
      body: html`${running ? underWay(running, counts[0]!, unanswered) : begin(visit, counts[0]!.yearEnd)}
      ${earlier(rounds.filter((each) => each !== running))}`,
    };
  },
});

function begin(visit: Visit, known: string | null): Html {
  return html`<p>
      ${t('Each parent or carer with an account answers for each of their children, on a phone, in their own time. Where two say different things, no stands, and you are told. For those without an account there are letters to print.')}
    </p>
    ${form({ ...visit.formAt(askingPath), button: t('Ask them now') }, (f) => [
      f.checkboxes({
        name: 'purposes',
        label: t('For what'),
        required: true,
        initial: consentPurposes().map(({ id }) => id),
        options: consentPurposes().map(({ id }) => ({ value: id, label: purposeTitle(id) })),
      }),
      f.date({
        name: 'answer_by',
        label: t('Please answer by'),
        required: true,
        initial: addDays(visit.today, 14),
        min: visit.today,
      }),
      f.date({
        name: 'until',
        label: t('What is given holds until'),
        hint: t('The end of the school year; then you ask again.'),
        required: true,
        initial: usualUntil(known, visit.today),
        min: visit.today,
      }),
    ])}`;
}

function underWay(
  round: Round,
  counts: { pupils: number; unanswered: number },
  unanswered: readonly Unanswered[],
): Html {
  const onPaper = unanswered.filter(({ hasAccount }) => !hasAccount).length;
  return html`<section>
    <h2>${t('Asked now')}</h2>
    <p>
      ${t('Asked by {name} on {day}, to be answered by {by}. What is given holds until {until}.', { name: round.askedBy, day: formatDate(round.createdAt), by: formatDate(round.answerBy), until: formatDate(round.until) })}
    </p>
    <ul class="items dense">
      ${round.purposes.map((id) => html`<li>${purposeTitle(id)}</li> `)}
    </ul>
    <p>
      <strong
        >${t('{n} of {all} children are answered for.', { n: counts.pupils - counts.unanswered, all: counts.pupils })}</strong
      >
    </p>
    ${onPaper > 0 && html`<p>${linkButton({ label: tn(onPaper, 'A letter for {n} child whose family has no account', 'Letters for {n} children whose families have no account'), href: `${askingPath}/letters`, icon: 'print' })}</p>`}
    ${form({ action: `${askingPath}/${round.id}/end`, button: t('Ask no more'), quiet: true })}
    <h3>${t('Not answered for yet')}</h3>
    ${countedList({
      says: tn(counts.unanswered, '{n} child', '{n} children'),
      items: unanswered.map(
        ({ personId, name, classes, hasAccount }) =>
          html`${personName({ name, href: pupilHref(personId) })}
            <span class="meta"
              >${[...classes, hasAccount ? t('can answer online') : t('nobody at home has an account')].join(', ')}</span
            >`,
      ),
      empty: t('All children are answered for.'),
    })}
    ${counts.unanswered > unanswered.length && html`<p class="meta">${t('The first {n} are shown.', { n: unanswered.length })}</p>`}
  </section>`;
}

const earlier = (rounds: readonly Round[]): Html | false =>
  rounds.length > 0 &&
  html`<section>
    <h2>${t('Asked before')}</h2>
    <ul class="items dense">
      ${rounds.map(({ askedBy, createdAt, until }) => html`<li>${t('{day}, by {name}; given until {until}', { day: formatDate(createdAt), name: askedBy, until: formatDate(until) })}</li> `)}
    </ul>
  </section>`;
