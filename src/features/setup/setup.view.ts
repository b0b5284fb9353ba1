import type { formAt } from '#platform/http/context.ts';
import { languages, t } from '#platform/i18n/i18n.ts';
import {
  currencyOptions,
  kindWords,
  organisationKinds,
  type SuggestedYear,
  timeZones,
} from '#features/organisation/index.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { thirds } from './setup.input.ts';

export interface SetupData {
  form: ReturnType<typeof formAt>;
  zone: string;
  year: SuggestedYear;
  asksCode: boolean;
}

/** One page in three parts: the school, yourself, the year. */
export function setupView({ form: state, zone, year, asksCode }: SetupData): Html {
  const suggested = {
    kind: 'school',
    zone,
    language: 'en-GB',
    currency: 'GBP',
    cpd: '',
    ...yearFields(year),
  };
  // What came back replaces what was suggested, boxes without a tick included.
  const values = state.values ?? suggested;
  return html`<p>${t('Three things to begin with. Everything can be changed later.')}</p>
    ${form(
      { action: '/setup', button: t('Set up the school'), values, errors: state.errors },
      (f) =>
        html` ${asksCode && f.text({ name: 'code', label: t('Number from the server'), hint: t('Whoever started Staffroom was shown it. It keeps strangers from setting up your school.'), required: true, inputmode: 'numeric', autocomplete: 'off', width: 'middle' })}
        ${schoolFields(f)}${yourFields(f)}${dateFields(f)}`,
    )}`;
}

const schoolFields = (f: Fields): Html =>
  f.group(
    t('The school'),
    html`${f.text({ name: 'school', label: t('Its name'), required: true, autocomplete: 'organization' })}
    ${f.radios({ name: 'kind', label: t('What it is'), required: true, options: organisationKinds.map((kind) => ({ value: kind, label: t(kindWords[kind]!) })) })}
    ${f.select({ name: 'zone', label: t('Time zone'), required: true, options: timeZones() })}
    ${f.select({ name: 'language', label: t('Language'), hint: t('Each person can choose another for themselves.'), required: true, options: languages() })}
    ${f.select({ name: 'currency', label: t('Currency'), required: true, options: currencyOptions() })}`,
  );

const yourFields = (f: Fields): Html =>
  f.group(
    t('Yourself'),
    html`${f.text({ name: 'given', label: t('Given name'), required: true, autocomplete: 'given-name' })}
      ${f.text({ name: 'family', label: t('Family name'), hint: t('Leave it empty if you have one name only.'), autocomplete: 'family-name' })}
      ${f.email({ name: 'email', label: t('E-mail address at the school'), hint: t('With it you sign in.'), required: true, autocomplete: 'email' })}
      ${f.email({ name: 'personal', label: t('A personal e-mail address'), hint: t('So that what is yours stays within your reach when you leave the school. Only you see it.') })}
      ${f.password({ name: 'password', label: t('Choose a password'), hint: t('At least 10 characters. Three or four words in a row are easy to remember.'), required: true, autocomplete: 'new-password' })}
      <p>
        ${t('You will be the first administrator: you can add people and give them their roles. Tick what else you are.')}
      </p>
      ${f.checkbox({ name: 'head', label: t('I am the head') })}
      ${f.checkbox({ name: 'cpd', label: t('I lead professional learning') })}`,
  );

const dateFields = (f: Fields): Html =>
  f.group(
    t('The school year'),
    html`${f.checkbox({ name: 'later', label: t('Leave the dates for later') })}
    ${f.text({ name: 'year', label: t('Its name'), width: 'middle' })}
    ${thirds.map((n) =>
      f.group(
        t('Term {n}', { n }),
        html`${f.text({ name: `term${n}`, label: t('Name'), width: 'middle' })}
          <div class="date-pair">
            ${f.date({ name: `term${n}_from`, label: t('First day') })}
            ${f.date({ name: `term${n}_until`, label: t('Last day') })}
          </div>
          <div class="date-pair">
            ${f.date({ name: `half${n}_from`, label: t('Half-term holiday from') })}
            ${f.date({ name: `half${n}_until`, label: t('Half-term holiday until') })}
          </div>`,
      ),
    )}
    ${f.date({ name: 'training', label: t('First training day'), hint: t('More training days, holidays and closed days can be added under School, Dates.') })}`,
    t('These are usual dates for a school in England. Look through them and put right what differs.'),
  );

function yearFields(year: SuggestedYear): Record<string, string> {
  const fields: Record<string, string> = { year: year.name, training: year.trainingDays[0]?.startsOn ?? '' };
  for (const n of thirds) {
    const [term, half] = [year.terms[n - 1]!, year.halfTerms[n - 1]!];
    Object.assign(fields, {
      [`term${n}`]: term.name,
      [`term${n}_from`]: term.startsOn,
      [`term${n}_until`]: term.endsOn,
      [`half${n}_from`]: half.startsOn,
      [`half${n}_until`]: half.endsOn,
    });
  }
  return fields;
}
