import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { ConsentPurpose } from '#features/evidence/index.ts';
import { printButton } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, type Html } from '#ui/html.ts';
import { consentsPath } from './consent.ts';
import { consentPurposes } from './purposes.ts';

/** What families are asked, to read and to print: the letter with its reply slip, without anybody's name in it. */
export const letterPage = page(`${consentsPath}/letter`, {
  purpose: 'administration',
  access: members('staff'),
  load: () => Promise.resolve(null),
  view: (_, visit) => ({
    title: t('What we ask you to decide for your child'),
    audience: allStaff(visit.who, t('It holds nothing about anybody. It is printed and given to families.')),
    trail: [{ label: t('Consents'), href: consentsPath }],
    body: letter(visit.who.standing.organisation.name),
  }),
});

const letter = (school: string): Html =>
  html`<p class="meta consent-aside">
      ${t('The words are our own and no legal advice. A school takes its own before it sends them, and says by whom data are protected and how to complain.')}
    </p>
    <p>${printButton()}</p>
    <p>
      ${t('{school} asks you about each of these by itself. You may say yes to one and no to another. You may say no to all: your child loses nothing by it. You may change your mind on any day by telling us. What you say holds until the end of this school year. Then we ask again.', { school })}
    </p>
    ${sameForAll() && definitionList([{ term: t('Who may answer'), says: whoMayAnswer(consentPurposes()[0]!) }])}
    ${consentPurposes().map(
      (purpose) =>
        html`<section>
          <h2>${t(purpose.title)}</h2>
          <p>${t(purpose.plain)}</p>
          ${definitionList([
            { term: t('Who sees it'), says: t(purpose.seenBy) },
            { term: t('What it is not'), says: purpose.isNot.map((each) => t(each)) },
            { term: t('If you say no'), says: t(purpose.withoutIt) },
            { term: t('Who may answer'), says: !sameForAll() && whoMayAnswer(purpose) },
          ])}
        </section>`,
    )}
    <section class="consent-slip">
      <h2>${t('Your answer')}</h2>
      <p>${t('Cut off, fill in and give back to the school.')}</p>
      ${line(t('Name of your child'))} ${line(t('Class'))}
      <ul class="items dense">
        ${consentPurposes().map(
          ({ title }) =>
            html`<li>${t(title)}<br />☐ ${t('Yes')} <span class="consent-no">☐ ${t('No')}</span></li> `,
        )}
      </ul>
      ${line(t('Your name, and what you are to the child'))} ${line(t('Date and signature'))}
    </section>`;

const whoMayAnswer = ({ mayAnswer }: ConsentPurpose): string[] => mayAnswer.map((each) => t(each));

/** Then it is said once, at the head of the letter. */
const sameForAll = (): boolean =>
  new Set(consentPurposes().map(({ mayAnswer }) => mayAnswer.join('\n'))).size === 1;

const line = (words: string): Html => html`<p class="consent-line">${words}<span></span></p>`;
