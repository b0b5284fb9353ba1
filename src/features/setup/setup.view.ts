import type { formAt } from '#platform/http/context.ts';
import { languages, t } from '#platform/i18n/i18n.ts';
import {
  currencyOptions,
  kindWords,
  organisationKinds,
  type SuggestedYear,
  timeZones,
} from '#features/organisation/index.ts';
import { details } from '#ui/details.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { thirds } from './setup.input.ts';

interface SetupData {
  form: ReturnType<typeof formAt>;
  zone: string;
  year: SuggestedYear;
  asksCode: boolean;
}

/** One page in three parts: the school, yourself, the year. What is usual is filled in and stands aside. */
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
  const filled: Filled = { values: state.values ?? suggested, errors: state.errors ?? {} };
  return html`<p>
      ${t('A name for the school, an account for you, a look at the dates. What is usual is filled in, and all but the sort of organisation can be changed later.')}
    </p>
    ${form(
      { action: '/setup', button: t('Set up the school'), ...filled },
      (f) =>
        html` ${asksCode && f.text({ name: 'code', label: t('Number from the server'), hint: t('Whoever started Staffroom was shown it. It keeps strangers from setting up your school.'), required: true, inputmode: 'numeric', autocomplete: 'off', width: 'middle' })}
        ${schoolFields(f, filled)}${yourFields(f)}${dateFields(f, filled)}`,
    )}`;
}

interface Filled {
  values: Readonly<Record<string, unknown>>;
  errors: Readonly<Record<string, string>>;
}

/** What stands aside opens by itself where something in it has to be put right. */
const aside = (says: string, names: readonly string[], { errors }: Filled, body: Html): Html =>
  details(
    says,
    body,
    names.some((name) => errors[name] !== undefined),
  );

const schoolFields = (f: Fields, filled: Filled): Html => {
  const { zone, language, currency } = filled.values;
  const tongue = languages().find(({ value }) => value === language)?.label ?? String(language);
  return f.group(
    t('The school'),
    html`${f.text({ name: 'school', label: t('Its name'), required: true, autocomplete: 'organization' })}
    ${f.select({ name: 'kind', label: t('What it is'), required: true, options: organisationKinds.map((kind) => ({ value: kind, label: t(kindWords[kind]!) })) })}
    ${aside(
      t('{zone}, {language}, {currency}: other place, language or currency', {
        zone: String(zone),
        language: tongue,
        currency: String(currency),
      }),
      ['zone', 'language', 'currency'],
      filled,
      html`${f.select({ name: 'zone', label: t('Time zone'), required: true, options: timeZones() })}
      ${f.select({ name: 'language', label: t('Language'), hint: t('Each person can choose another for themselves.'), required: true, options: languages() })}
      ${f.select({ name: 'currency', label: t('Currency'), required: true, options: currencyOptions() })}`,
    )}`,
  );
};

const yourFields = (f: Fields): Html =>
  f.group(
    t('Yourself'),
    html`<div class="side-by-side">
        ${f.text({ name: 'given', label: t('Given name'), required: true, autocomplete: 'given-name' })}
        ${f.text({ name: 'family', label: t('Family name'), autocomplete: 'family-name' })}
      </div>
      ${f.email({ name: 'email', label: t('E-mail address at the school'), hint: t('With it you sign in.'), required: true, autocomplete: 'email' })}
      ${f.email({ name: 'personal', label: t('A personal e-mail address'), hint: t('So that what is yours stays within your reach when you leave the school. Only you see it.') })}
      ${f.password({ name: 'password', label: t('Choose a password'), hint: t('At least 10 characters. Three or four words in a row are easy to remember.'), required: true, autocomplete: 'new-password' })}
      <p>
        ${t('You will be the first administrator: you can add people and give them their roles. Tick what else you are.')}
      </p>
      ${f.checkbox({ name: 'head', label: t('I am the head') })}
      ${f.checkbox({ name: 'cpd', label: t('I lead professional learning') })}`,
  );

const dateFields = (f: Fields, filled: Filled): Html =>
  f.group(
    t('The school year'),
    html`${f.checkbox({ name: 'later', label: t('Leave the dates for later') })}
      <div class="terms">
        ${thirds.map((n) =>
          f.group(
            String(filled.values[`term${n}`] || t('Term {n}', { n })),
            html`<div class="side-by-side">
              ${f.date({ name: `term${n}_from`, label: t('First day'), unmarked: true })}
              ${f.date({ name: `term${n}_until`, label: t('Last day'), unmarked: true })}
            </div>`,
          ),
        )}
      </div>
      ${aside(
        t('Half-term holidays, names, the first training day'),
        ['year', 'training', ...thirds.flatMap((n) => [`term${n}`, `half${n}_from`, `half${n}_until`])],
        filled,
        furtherDates(f),
      )}`,
    t('These are usual dates for a school in England. Put right what differs; empty what you do not have.'),
  );

const furtherDates = (f: Fields): Html =>
  html`<div class="terms">
      ${thirds.map((n) =>
        f.group(
          t('Term {n}', { n }),
          html`${f.text({ name: `term${n}`, label: t('Name'), unmarked: true })}
            <div class="side-by-side">
              ${f.date({ name: `half${n}_from`, label: t('Half-term from'), unmarked: true })}
              ${f.date({ name: `half${n}_until`, label: t('Half-term until'), unmarked: true })}
            </div>`,
        ),
      )}
    </div>
    <div class="side-by-side">
      ${f.text({ name: 'year', label: t('Name of the year'), unmarked: true })}
      ${f.date({ name: 'training', label: t('First training day'), unmarked: true })}
    </div>
    <p class="hint">
      ${t('More training days, holidays and closed days can be added under School, Dates.')}
    </p>`;

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
