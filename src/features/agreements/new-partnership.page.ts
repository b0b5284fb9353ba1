import { NotAllowed } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openProgramme, programmeHref, programmePolicy } from '#features/programmes/index.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { selectParticipants } from './programme-agreements.queries.ts';

/** Where a teacher asks one or two others to work together. */
export const newPartnershipPage = page('/programmes/:programme/agreements/new', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const { programme } = await openProgramme(visit, 'join');
    const participants = await selectParticipants(visit.db, visit.organisationId, programme.id, visit.today);
    const me = visit.who.personId;
    if (!participants.some(({ personId }) => personId === me))
      throw new NotAllowed(t('Partnerships are formed by the teachers who take part in the programme.'));
    return { programme, colleagues: participants.filter(({ personId }) => personId !== me) };
  },
  view({ programme, colleagues }, visit) {
    const action = programmeHref(programme, 'agreements/new');
    return {
      title: t('Form a partnership'),
      audience: {
        icon: 'private',
        words: t('You, and whom you ask'),
        why: t('Those you ask see your question. Nobody else does.'),
      },
      trail: [
        { label: programme.title, href: programmeHref(programme) },
        { label: t('Agreements'), href: programmeHref(programme, 'agreements') },
      ],
      body:
        colleagues.length === 0
          ? empty({
              says: t('You can form a partnership as soon as another teacher takes part in this programme.'),
            })
          : html`<p>
                ${t('Two or three of you choose a focus, watch each other teach and look at what pupils do.')}
              </p>
              ${form({ ...visit.formAt(action), action, button: t('Ask them') }, (f) => [
                f.checkboxes({
                  name: 'partners',
                  label: t('With whom?'),
                  required: true,
                  hint: t('Choose one or two. Nobody can be in a partnership with their line manager.'),
                  options: colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
                }),
                f.textarea({
                  name: 'proposal',
                  label: t('What do you have in mind?'),
                  rows: 2,
                  maxlength: 1000,
                }),
              ])}`,
    };
  },
});
