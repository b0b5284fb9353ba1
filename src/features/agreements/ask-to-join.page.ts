import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { agreementHref, mayBeJoined } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { agreementTitle, agreementTrail } from './agreement.view.ts';
import { openAgreement } from './open-agreement.ts';
import { selectParticipants } from './programme-agreements.queries.ts';

/** Where partners ask another teacher of the programme to join them. */
export const askToJoinPage = page('/agreements/:agreement/invitations/new', {
  purpose: 'learning',
  access: agreementPolicy,
  async load(visit) {
    const opened = await openAgreement(visit, 'write');
    const { ownerId, programme, parties } = opened.agreement;
    const isIn = (id: string): boolean =>
      parties.some(({ personId, answer }) => personId === id && (answer === null || answer === 'accepted'));
    const participants = await selectParticipants(visit.db, ownerId, programme.id, visit.today);
    return { ...opened, colleagues: participants.filter(({ personId }) => !isIn(personId)) };
  },
  view({ item, agreement, colleagues }, visit) {
    const action = agreementHref(agreement, 'invitations/new');
    const back = { label: t('Go to the agreement'), href: agreementHref(agreement) };
    return {
      title: t('Ask another teacher to join'),
      audience: audienceNote(item, agreementPolicy, visit.who),
      trail: [
        ...agreementTrail(agreement),
        { label: agreementTitle(agreement, visit.who.personId), href: agreementHref(agreement) },
      ],
      body: !mayBeJoined(agreement)
        ? empty({ says: t('A partnership has two or three people, and yours has three.'), todo: back })
        : colleagues.length === 0
          ? empty({ says: t('No other teacher takes part in this programme yet.'), todo: back })
          : form(
              {
                ...visit.formAt(action),
                action,
                button: t('Ask them'),
                cancel: agreementHref(agreement),
              },
              (f) =>
                f.radios({
                  name: 'person',
                  label: t('Whom do you ask?'),
                  required: true,
                  hint: t('They read the agreement once they have joined, and sign it like you.'),
                  options: colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
                }),
            ),
    };
  },
});
