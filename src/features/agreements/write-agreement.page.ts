import { audienceNote } from '#platform/access/audience-words.ts';
import { page, see } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { agreementHref, partnersOf, stateOf } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { agreementTitle, agreementTrail } from './agreement.view.ts';
import { answerValues, focusOf } from './answer-values.ts';
import { selectMenu } from './focus-menu.ts';
import { openAgreement } from './open-agreement.ts';
import { wordsOf } from './versions.ts';
import { writeFields } from './write-form.view.ts';

/** Where partners write their agreement, and amend it later. */
export const writeAgreementPage = page('/agreements/:agreement/write', {
  purpose: 'learning',
  access: agreementPolicy,
  async load(visit) {
    const { item, agreement } = await openAgreement(visit, 'write');
    const href = agreementHref(agreement);
    // What somebody wrote while it was being closed is given back to them rather than lost.
    if (stateOf(agreement) === 'closed' && !visit.arrival.form)
      return see(href, t('This partnership is closed. Open it again first.'));
    const key = `agreement:${agreement.id}`;
    const { priorities, draft } = await selectMenu(visit.db, agreement, {
      writer: visit.who,
      draftKey: key,
      today: visit.today,
    });
    const returned = visit.formAt(agreementHref(agreement, 'write'));
    const begunOn = Number((returned.values ?? draft)?.version ?? agreement.version);
    return { item, agreement, priorities, key, returned, draft, begunOn };
  },
  view({ item, agreement, priorities, key, returned, draft, begunOn }, visit) {
    // A draft or a form that came back holds every field; ticks it lacks were taken out, not forgotten.
    const values = returned.values ?? draft ?? answerValues(agreement);
    const menu = [...focusOf(agreement.answers).priorities, ...priorities];
    return {
      title: agreement.version === 0 ? t('Write the agreement') : t('Change the agreement'),
      audience: audienceNote(item, agreementPolicy, visit.who),
      trail: [
        ...agreementTrail(agreement),
        { label: agreementTitle(agreement, visit.who.personId), href: agreementHref(agreement) },
      ],
      body: html`${agreement.version > 0 && notice('info', t('Saving makes a new version, which each of you signs. The versions before stay in the history.'))}
        ${begunOn !== agreement.version && asItStands()}
        <p>
          ${linkButton({ label: t('Bring in something from my own starting points'), href: agreementHref(agreement, 'own-concerns') })}
        </p>
        ${form(
          {
            ...returned,
            values,
            action: agreementHref(agreement, 'write'),
            button: t('Save'),
            draft: key,
            hidden: { version: agreement.version },
            cancel: agreementHref(agreement),
          },
          (f) =>
            writeFields(
              {
                form: agreement.form,
                partners: partnersOf(agreement),
                priorities: [...new Map(menu.map((each) => [each.id, each])).values()],
                programmeTitle: agreement.programme.title,
                values,
              },
              f,
            ),
        )}`,
    };

    /** What somebody kept as a draft was begun on an older text, as its form says: this is the newer one. */
    function asItStands() {
      const { writtenBy, writtenAt } = agreement;
      return details(
        t('The text as {name} saved it at {when}', {
          name: writtenBy.name,
          when: formatMoment(writtenAt),
        }),
        definitionList(wordsOf(agreement).map(({ label, text }) => ({ term: label, says: text }))),
        true,
      );
    }
  },
});
