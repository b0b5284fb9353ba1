import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { modulesLeft } from '../preparation/modules.ts';
import { allRelationships } from '../relationships.ts';
import { kindInWords } from '../together.ts';
import { selectMyOffer } from './offer.queries.ts';

/** With how many at a time somebody may offer to work; a coach by profession has forty. */
export const mostPlaces = 60;

/** Where a member of staff says that they are ready to mentor or coach, and for what. */
export const offerPage = page('/coaching/offer', {
  purpose: 'learning',
  access: members('staff'),
  load: (visit) => selectMyOffer(visit.db, visit.who),
  view({ offer, finished, draft, running }, visit) {
    const returned = visit.formAt('/coaching/offer');
    const stored = offer
      ? {
          ...offer,
          open: offer.open ? 'yes' : '',
        }
      : { places: 1, open: 'yes' };
    const isOpen = offer?.open ?? false;
    return {
      title: t('I am ready to mentor or coach'),
      audience: allStaff(
        visit.who,
        t(
          'What you write here is shown to colleagues who look for a mentor, coach or co-coach. With whom you work is not.',
        ),
      ),
      trail: [{ label: t('Mentoring and coaching'), href: '/coaching' }],
      status: {
        where: !offer
          ? t('You have not offered yet.')
          : isOpen
            ? t('You can be asked just now.')
            : t('You are not suggested to anybody just now.'),
        ...(running > 0 && {
          next: tn(running, 'You work with one person or pair now', 'You work in {n} pairings now'),
        }),
      },
      body: html`${toPrepare(finished)}
      ${form(
        {
          ...returned,
          values: returned.values ?? draft ?? stored,
          action: '/coaching/offer',
          button: offer ? t('Save my offer') : t('Offer this'),
          draft: 'coaching-offer',
          hidden: { version: offer?.version ?? 0 },
          cancel: '/coaching',
        },
        fields,
      )}`,
    };
  },
});

/** For which kinds something is still to be prepared; nothing where all is done. */
function toPrepare(finished: readonly string[]): Value {
  const unready = allRelationships().filter(({ id }) => modulesLeft(id, finished).length > 0);
  return (
    unready.length > 0 &&
    notice(
      'info',
      html`${t('Before you offer one of these, finish what it asks you to prepare:')}
        ${unready.map(({ id }) => kindInWords(id)).join(', ')}.
        <a href="/coaching/preparation">${t('Go to the preparation')}</a>`,
    )
  );
}

const fields = (f: Fields): Value => [
  f.checkboxes({
    name: 'kinds',
    label: t('What are you ready for?'),
    required: true,
    options: allRelationships().map(({ id, plain }) => ({ value: id, label: kindInWords(id), hint: plain })),
  }),
  f.textarea({
    name: 'about',
    label: t('What can you help with, and what have you done yourself?'),
    hint: t('In your own words: they are shown as you write them.'),
    rows: 4,
    required: true,
  }),
  f.text({ name: 'subjects', label: t('Subjects'), hint: t('For example: reading, mathematics.') }),
  f.text({ name: 'phases', label: t('Years or phases'), hint: t('For example: Reception to Year 2.') }),
  f.text({
    name: 'place',
    label: t('Where?'),
    hint: t('For example: at the lower site, online, at either school.'),
  }),
  f.number({
    name: 'places',
    label: t('With how many at a time?'),
    min: 1,
    max: mostPlaces,
    width: 'short',
    required: true,
  }),
  f.checkbox({
    name: 'open',
    label: t('I can be asked just now'),
    hint: t('Without this tick you are not suggested. What you wrote stays.'),
  }),
];
