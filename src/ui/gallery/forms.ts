import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

const days = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday', hint: 'Cover is hard to find' },
  { value: 'wed', label: 'Wednesday' },
];

export const galleryForms = (): Html =>
  html`<section>
    <h2>A form, empty</h2>
    ${form(
      {
        action: '/gallery/empty',
        button: 'Send my answers',
        draft: 'gallery',
        cancel: '#',
        also: [{ label: 'See it first', name: 'do', value: 'preview' }],
      },
      (f) =>
        html` ${f.textarea({ name: 'most', label: 'What would help you most this year?', hint: 'In your own words; a line is enough.', required: true })}
        ${f.group(
          'About you',
          html`${f.text({ name: 'subject', label: 'Subject', width: 'middle' })}${f.email({ name: 'email', label: 'Personal e-mail address', autocomplete: 'email' })}`,
          'Only the CPD leader sees this part.',
        )}
        ${f.radios({ name: 'day', label: 'Best day', options: days, required: true })}
        ${f.checkboxes({ name: 'classes', label: 'Classes', options: ['Blwyddyn 3', 'Blwyddyn 4', 'Year 5 and 6 mixed'] })}
        ${f.select({
          name: 'stage',
          label: 'Stage',
          options: [
            { value: 'ks1', label: 'Key stage 1', group: 'Primary' },
            { value: 'ks2', label: 'Key stage 2', group: 'Primary' },
            { value: 'ks3', label: 'Key stage 3', group: 'Secondary' },
          ],
        })}
        ${f.date({ name: 'on', label: 'First meeting' })}
        ${f.number({ name: 'hours', label: 'Hours', hint: 'Those in the school day', required: true })}
        ${f.password({ name: 'password', label: 'Password', autocomplete: 'new-password' })}
        ${f.file({ name: 'photo', label: 'Photo of the work', accept: 'image/*' })}
        ${f.checkbox({ name: 'share', label: 'Share this with Dr Nwosu' })}`,
    )}
    <h2>A form, sent back</h2>
    ${form(
      {
        action: '/gallery/errors',
        button: 'Keep these dates',
        values: { name: "Autumn <term> & 'harvest'", from: '2026-09-03', days: ['mon'] },
        errors: {
          '': 'The autumn term overlaps the spring term.',
          until: 'We could not read the last day ("31/6/26"). June has 30 days.',
          days: 'Choose two days at least.',
        },
      },
      (f) =>
        html` ${f.text({ name: 'name', label: 'Name of the term', required: true })}
        ${f.date({ name: 'from', label: 'First day', required: true })}
        ${f.text({ name: 'until', label: 'Last day', hint: 'Day, month, year', required: true, value: '31/6/26' })}
        ${f.checkboxes({ name: 'days', label: 'Training days', options: days, required: true })}`,
    )}
  </section>`;
