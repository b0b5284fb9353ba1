import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const attendance: HelpPage = {
  slug: 'attendance',
  title: () => t('Attendance'),
  about: () =>
    t('Who is not here this morning, what families say, what stands out, and the figures the law asks for.'),
  body: () => html`
    <p>
      ${t('Registers say who was there. Under School, Attendance stands what follows from them. Nothing here ranks pupils or classes.')}
    </p>
    <h2>${t('The morning')}</h2>
    <p>
      ${t('Whoever is marked as away without a reason, or left out of a register that was taken, stands on the list of this morning by class, with whom to call first. It lists those alone who may be told about attendance. One button asks all their families at once: a line on their Today, and a letter in your words. No family is asked twice on a day.')}
    </p>
    <p>
      ${t('By the hour that your school sets, it should be known of everybody where they are. After it, whoever is missing waits for the attendance officer on Today, or for the office where there is none.')}
    </p>
    <p>
      ${t('Where a register is put right later, the question leaves the family’s Today. A letter cannot be taken back: the list says so, and you ring.')}
    </p>
    <h2>${t('What families say')}</h2>
    <p>
      ${t('A parent or carer opens My children, the child, and says which days, and why. It can be said before. It can be taken back until the school has settled it. What one carer writes is not shown to another: they read only that the school knows. The office writes down what is said by phone.')}
    </p>
    <p>
      ${t('The office settles it with a code. Marks of those days that say “away” get it, with the change in the register’s history, and a register still to come is filled in. A leave is a request: the head decides and answers in words.')}
    </p>
    <h2>${t('Who might need a hand')}</h2>
    <p>
      ${t('What stands out is said in words that can be checked, such as “Away for 8 of 12 half days on the last 6 Mondays”. It says nothing of why. What was done, when it is looked at again and what came of it is written on the pupil’s page.')}
    </p>
    <h2>${t('Figures')}</h2>
    ${definitionList([
      {
        term: t('A session'),
        says: t('Half a school day. Two of them make a day.'),
      },
      {
        term: t('Possible'),
        says: t(
          'Every session that was marked, without those that could not be attended: closed, registered elsewhere, no transport.',
        ),
      },
      {
        term: t('Attended'),
        says: t(
          'Present, late before the register closed, or at an activity elsewhere that the school approved.',
        ),
      },
      {
        term: t('Authorised and unauthorised'),
        says: t(
          'Away with a reason that the school accepts, and without. Late after the register closed counts as unauthorised.',
        ),
      },
    ])}
    <h2>${t('Who sees it')}</h2>
    <ul>
      <li>
        ${t('The office, the attendance officer, the head, senior leaders and the safeguarding lead read of every pupil.')}
      </li>
      <li>
        ${t('Teachers and assistants read of the pupils they teach. In patterns, groups of fewer than five are hidden from whoever does not teach them.')}
      </li>
      <li>
        ${t('What was done to help is read by the attendance officer, the head, senior leaders, the safeguarding lead and the teachers of the pupil’s form.')}
      </li>
      <li>
        ${t('A pupil sees their own year, and so does each grown-up who is told of attendance. It begins with the days in school.')}
      </li>
    </ul>
    <h2>${t('Text messages')}</h2>
    <p>
      ${t('Staffroom sends none by itself. In the settings of attendance you can name the address of a service, or of a box in your school, to which each message is handed over. It is off until then. Nothing is handed over to somebody about whom a restriction is written down. Every message stands in a log.')}
    </p>
  `,
};
