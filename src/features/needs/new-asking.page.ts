import { page, roles } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { role } from '#features/people/index.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { selectWhomToAsk } from './askings.queries.ts';
import { needsForm, topicField } from './needs-form.ts';
import { leaderAudience } from './open-asking.ts';
import { selectCurrentPriorities } from './priorities.queries.ts';

const draftKey = 'needs-asking:new';

/** Where the CPD leader prepares a question to the staff, from the ready form. */
export const newAskingPage = page('/school/needs/new', {
  purpose: 'learning',
  access: roles(role.cpdLeader),
  async load(visit) {
    const [whom, priorities, draft] = await Promise.all([
      selectWhomToAsk(visit.db, visit.who, visit.today),
      selectCurrentPriorities(visit.db, visit.organisationId, visit.today),
      visit.draft(draftKey),
    ]);
    return { ...whom, priorities, draft, form: visit.formAt('/school/needs'), today: visit.today };
  },
  view: ({
    units,
    staff,
    withoutAccount,
    hasPrimary,
    hasSecondary,
    priorities,
    draft,
    form: state,
    today,
  }) => {
    const groups = needsForm().topics ?? [];
    // Where no years are known, a school may have all.
    const isOurs = ({ stage }: (typeof groups)[number]) =>
      stage === undefined ||
      (stage === 'primary' ? hasPrimary || !hasSecondary : hasSecondary || !hasPrimary);
    const values = state.values ??
      draft ?? {
        closes_on: addDays(today, 14),
        whom: 'all',
        priority: priorities.map((priority) => priority.id),
        ...Object.fromEntries(
          groups.filter(isOurs).map((group) => [topicField(group.id), group.topics.map((topic) => topic.id)]),
        ),
      };
    return {
      title: t('Ask the staff'),
      audience: leaderAudience(),
      trail: [{ label: t('What the staff need'), href: '/school/needs' }],
      body: html`<p>
          ${t('Each person names up to three things they need most and three they need least, in their own words or from the topics below. It takes them about {n} minutes.', { n: needsForm().minutes })}
        </p>
        ${
          withoutAccount > 0 &&
          notice(
            'caution',
            tn(
              withoutAccount,
              '{n} of {staff} has no account yet: no letter goes to them, and they cannot answer before they are invited. An administrator invites them on the page People.',
              '{n} of {staff} have no account yet: no letter goes to them, and they cannot answer before they are invited. An administrator invites them on the page People.',
              { staff: tn(staff, '{n} colleague', '{n} colleagues') },
            ),
          )
        }
        ${form(
          {
            ...state,
            button: t('Ask them now'),
            draft: draftKey,
            // Where there are no groups to choose from, all staff are asked.
            hidden: units.length > 0 ? {} : { whom: 'all' },
            values,
          },
          (f) => [
            f.text({
              name: 'title',
              label: t('What you call it'),
              hint: t('For example: Needs for 2027'),
              required: true,
              maxlength: 120,
            }),
            f.textarea({
              name: 'note',
              label: t('A word to the staff'),
              hint: t('Why you ask, and what you will do with the answers.'),
            }),
            f.date({ name: 'closes_on', label: t('Last day to answer'), required: true, min: today }),
            units.length > 0 && [
              f.radios({
                name: 'whom',
                label: t('Who is asked'),
                required: true,
                options: [
                  { value: 'all', label: t('All staff') },
                  { value: 'units', label: t('The staff of the groups ticked below') },
                ],
              }),
              details(
                t('Groups'),
                f.checkboxes({
                  name: 'unit',
                  label: t('Groups whose staff are asked'),
                  options: units.map((unit) => ({ value: unit.id, label: unit.title })),
                }),
                state.errors?.unit !== undefined || values.whom === 'units',
              ),
            ],
            priorities.length > 0 &&
              f.checkboxes({
                name: 'priority',
                label: t('What the school is working on'),
                hint: t('Shown beside the form, so that people know it.'),
                options: priorities.map((priority) => ({ value: priority.id, label: priority.title })),
              }),
            html`<h2>${t('Topics')}</h2>
              <p>
                ${t('Untick what does not belong to your school.')}
                ${!groups.every(isOurs) && t('Topics for years you do not have are not ticked.')}
              </p>`,
            groups.map((group, index) =>
              details(
                `${group.title} (${tn(group.topics.length, '{n} topic', '{n} topics')})`,
                f.checkboxes({
                  name: topicField(group.id),
                  label: t('Topics to offer: {group}', { group: group.title }),
                  options: group.topics.map((topic) => ({ value: topic.id, label: topic.label })),
                }),
                index === 0,
              ),
            ),
            f.textarea({ name: 'more_topics', label: t('Topics of your own'), hint: t('One a line.') }),
          ],
        )}`,
    };
  },
});
