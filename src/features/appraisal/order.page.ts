import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { sourceLine } from '#features/evidence/index.ts';
import { role } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { selectSetting } from './setting.queries.ts';

export const orderAddress = '/appraisal/settings';

/** Whether formal observations come after the term's coaching: one school's experience, and the head's to choose. */
export const orderPage = page(orderAddress, {
  purpose: 'appraisal',
  access: roles(role.head),
  load: (visit) => selectSetting(visit.db, visit.organisationId),
  view({ coachingFirst, version }, visit) {
    const { values, errors } = visit.formAt(orderAddress);
    return {
      title: t('Coaching before formal observation'),
      audience: theseRoles(
        [role.head],
        t(
          'The head decides this for the school. Everybody who is in a formal observation sees that it is so.',
        ),
      ),
      trail: [{ label: t('Appraisal'), href: '/appraisal' }],
      body: html`<p>
          ${t('A school can choose that a formal observation is asked for only after the teacher’s own coaching of that term.')}
        </p>
        <p>
          ${t('In the account this comes from, every teacher was coached once a term. The writer, who coached, observed nobody for performance management, and the head observed formally once the term’s coaching had been. She held that a coach’s integrity depends on it. It is the experience of one primary school, told by its deputy head. Nobody compared it with another order.')}
        </p>
        ${sourceLine({
          document: 'S3',
          study: 'Henderson, Brookburn Primary School',
          place: 'Our coaching model for teachers',
        })}
        <h2>${t('What it does here')}</h2>
        <ul>
          <li>
            ${t('A teacher is not asked to say yes to a formal observation until their own coaching of that term is complete.')}
          </li>
          <li>${t('The teacher sees what it waits for, and can go ahead at any time.')}</li>
          <li>
            ${t('Whoever proposed it reads the same words, whether the teacher is coached or not and however far it has come. They learn nothing of it, nor do you.')}
          </li>
        </ul>
        ${form(
          {
            action: orderAddress,
            button: t('Save'),
            values: { coaching_first: coachingFirst ? 'yes' : '', ...values },
            errors,
            hidden: { version },
          },
          (f) =>
            f.checkbox({
              name: 'coaching_first',
              label: t('Formal observations come after the term’s coaching'),
            }),
        )}`,
    };
  },
});
