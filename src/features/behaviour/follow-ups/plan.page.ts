import { members, page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { behaviourPath, pupilHref } from '../addresses.ts';
import { staffOfPupil } from '../behaviour.access.ts';
import { followUpFields } from './follow-up-form.ts';
import { selectToPlan } from './follow-up.queries.ts';

/** What follows is planned: when, where, with whom, and how the family hears of it. */
export const planPage = page(pupilHref(':pupil', 'follow-ups/new'), {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({
    ...(await selectToPlan(visit.db, visit.who, visit.params.pupil!, visit.today)),
    // One that was left through a link of its own stands ticked.
    about: visit.query.about ?? '',
  }),
  view: ({ pupil, events, staff, settled, about }, visit) => {
    const at = pupilHref(pupil.personId, 'follow-ups');
    const state = visit.formAt(at);
    return {
      title: t('Plan what follows for {name}', { name: pupil.name }),
      audience: staffOfPupil(),
      trail: [
        { label: t('What went well, what went wrong'), href: behaviourPath },
        { label: pupil.name, href: pupilHref(pupil.personId) },
      ],
      body: html`<p>
          ${t('The pupil and the grown-ups who are told of behaviour find it on their page as soon as it is planned. Suspensions and exclusions are not kept here.')}
        </p>
        ${form(
          {
            values: { about: about === '' ? [] : [about], on: visit.today },
            ...state,
            button: t('Plan it'),
            cancel: pupilHref(pupil.personId),
          },
          (f) => [
            events.length > 0 &&
              f.checkboxes({
                name: 'about',
                label: t('About what'),
                options: events.map(({ id, category, on }) => ({
                  value: id,
                  label: t('{what}, {day}', { what: category, day: formatDate(on) }),
                })),
              }),
            followUpFields(f, { staff, settled, isNamed: state.errors?.['words'] !== undefined }),
          ],
        )}`,
    };
  },
});
