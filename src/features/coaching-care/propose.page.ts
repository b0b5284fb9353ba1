import { page } from '#platform/http/route.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { copyLink } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { mentoringPurposes, purposeInWords } from '#features/coaching/index.ts';
import { belowCaseload, careAudience, carePath, careRoles } from './care.ts';
import { selectProposal } from './propose.queries.ts';

/** Where whoever looks after mentoring proposes a mentor to a learner, who says yes or no. */
export const proposePage = page(`${carePath}/propose`, {
  purpose: 'administration',
  access: careRoles,
  load: (visit) => selectProposal(visit.db, visit.who, { today: visit.today }),
  view({ staff, mentors }, visit) {
    const action = `${carePath}/propose`;
    const { values, errors } = visit.formAt(action);
    const chosen = staff.find(({ personId }) => personId === (values?.learner ?? visit.query.learner));
    return {
      title: t('Propose somebody to a learner'),
      audience: careAudience(
        t('The learner is asked first, and then the mentor. Both can say no, and neither gives a reason.'),
      ),
      trail: belowCaseload(),
      body: html`<p>
          ${t('The learner chooses: they say yes, or no and find somebody else. Coaching and co-coaching begin with those who want them, so only mentoring is proposed here. Line managers are left out.')}
        </p>
        ${
          mentors.length === 0
            ? html`${empty({
                says: t(
                  'Nobody offers to mentor just now with a place free. Any colleague can be asked to offer: send this link to those whom you have in mind.',
                ),
              })}
              ${copyLink(`${visit.services.address()}/coaching/offer`, t('Where somebody offers to mentor'))}`
            : form(
                {
                  action,
                  button: t('Propose it to the learner'),
                  values: { learner: visit.query.learner, ...values },
                  errors,
                  cancel: carePath,
                },
                (f) =>
                  html`${f.select({
                    name: 'learner',
                    label: t('Learner'),
                    required: true,
                    options: [
                      { value: '', label: t('Choose somebody') },
                      ...staff.map(({ personId, name, mentors: theirs }) => ({
                        value: personId,
                        label:
                          theirs.length > 0
                            ? t('{name} (has a mentor, or asked one: {names})', {
                                name,
                                names: formatList(theirs),
                              })
                            : name,
                      })),
                    ],
                  })}
                  ${
                    chosen !== undefined &&
                    chosen.mentors.length > 0 &&
                    f.checkbox({
                      name: 'another',
                      label: t('Propose another mentor all the same: {names} goes on as before', {
                        names: formatList(chosen.mentors),
                      }),
                    })
                  }
                  ${f.select({
                    name: 'mentor',
                    label: t('Mentor'),
                    required: true,
                    options: [
                      { value: '', label: t('Choose somebody') },
                      ...mentors.map(({ personId, name, free }) => ({
                        value: personId,
                        label: tn(free, '{name} (one place free)', '{name} ({n} places free)', { name }),
                      })),
                    ],
                  })}
                  ${f.radios({
                    name: 'purpose',
                    label: t('What is it for?'),
                    required: true,
                    options: mentoringPurposes.map((purpose) => ({
                      value: purpose,
                      label: purposeInWords(purpose),
                    })),
                  })}`,
              )
        }`,
    };
  },
});
