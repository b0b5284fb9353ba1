import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { pupilContacts } from '../addresses.ts';
import { allMatters, type Carer, type CarerFacts, matterInWords } from './carer.ts';

interface CarerFormOptions {
  action: string;
  button: string;
  values?: Readonly<Record<string, unknown>> | undefined;
  errors?: Readonly<Record<string, string>> | undefined;
  carer: Pick<Carer, 'name' | 'version'> & CarerFormFacts;
  child: string;
  /** What was shown and is agreed to by sending this form. */
  sure?: string | undefined;
}
type CarerFormFacts = Omit<CarerFacts, 'told'> & { told: readonly string[] | null };

export const carerForm = ({ action, button, values, errors, carer, child, sure }: CarerFormOptions): Html =>
  form(
    {
      action,
      button,
      values: values ?? carerValues(carer),
      errors,
      hidden: { version: carer.version, sure },
      cancel: pupilContacts(action.split('/')[2]!),
    },
    (f) => html`
      ${f.text({ name: 'relationship', label: t('What they are to the child'), maxlength: 60 })}
      ${f.number({ name: 'called_in', label: t('Called in which place'), hint: t('1 is called first. Who has no number is called after those who have one.'), min: 1, max: 20, width: 'short' })}
      ${f.checkbox({ name: 'not_called', label: t('Not to be called') })}
      ${f.checkboxes({ name: 'told', label: t('What {name} is told, and reads in an account of their own', { name: carer.name }), hint: t('What you untick closes to them at once. Notices to all families have no child in them and stay open.'), unmarked: true, options: allMatters.map((value) => ({ value, label: matterInWords(value) })) })}
      ${f.radios({ name: 'lives_with', label: t('Does {child} live with them?', { child }), required: true, options: saidOptions() })}
      ${f.radios({ name: 'responsibility', label: t('Have they parental responsibility?'), required: true, options: saidOptions() })}
      ${f.group(
        t('What a court or the school has said about contact'),
        html`${f.textarea({ name: 'restriction', label: t('In words'), hint: t('Read by the office, the head and the safeguarding lead. Teachers are asked to come to the office first. It closes nothing by itself: untick above what must not be told.'), rows: 3, maxlength: 4000 })}
        ${f.date({ name: 'from', label: t('From') })}
        ${f.date({ name: 'until', label: t('Until'), hint: t('Leave it empty where it has no end.') })}`,
      )}
    `,
  );

const saidOptions = () => [
  { value: 'yes', label: t('Yes') },
  { value: 'no', label: t('No') },
  { value: 'unknown', label: t('Nobody said') },
];

const said = (value: boolean | null): string => (value === null ? 'unknown' : value ? 'yes' : 'no');

const carerValues = (carer: CarerFormFacts): Record<string, unknown> => ({
  relationship: carer.relationship ?? '',
  called_in: carer.calledIn ?? '',
  not_called: carer.notCalled ? 'yes' : '',
  told: carer.told ?? [],
  lives_with: said(carer.livesWith),
  responsibility: said(carer.responsibility),
  restriction: carer.restriction ?? '',
  from: carer.restrictionFrom ?? '',
  until: carer.restrictionUntil ?? '',
});
