import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { phoneInWords, type PhoneLabel, phoneLabels, telHref } from './phone-number.ts';
import type { Phone } from './phones.queries.ts';

const labelInWords = (label: PhoneLabel): string =>
  ({ mobile: t('mobile'), home: t('at home'), work: t('at work'), other: t('other') })[label];

/** Numbers to press or to read, which to try first before the others. */
export const phoneList = (
  phones: readonly Phone[],
  actions: (phone: Phone, at: number) => Html | false = () => false,
): Html =>
  phones.length === 0
    ? html`<p class="meta">${t('No number is written down.')}</p>`
    : html`<ul class="items with-end">
        ${phones.map(
          (phone, at) =>
            html`<li>
              <span
                ><a class="contact-phone" href="${telHref(phone.number)}"
                  ><bdi>${phoneInWords(phone.number)}</bdi></a
                >
                <span class="meta">${labelInWords(phone.label)}</span></span
              >
              ${actions(phone, at)}
            </li>`,
        )}
      </ul>`;

/** The same with what whoever keeps them does: another first, one out, one more. `at` is where the forms post. */
export const keptPhones = (
  visit: Visit,
  phones: readonly Phone[],
  { at, name, personId }: { at: string; name: string; personId: string },
): Html => {
  const adding = visit.formAt(`${at}/phones/of/${personId}`);
  return html`${phoneList(
    phones,
    (phone, place) =>
      html`<div class="contact-buttons">
        ${place > 0 && form({ action: `${at}/phones/${phone.id}/first`, button: t('Try first'), describe: t('Try first: {number} of {name}', { number: phone.number, name }), quiet: true })}
        ${form({ action: `${at}/phones/${phone.id}/end`, button: t('Take out'), describe: t('Take out: {number} of {name}', { number: phone.number, name }), quiet: true })}
      </div>`,
  )}
  ${details(
    t('Add a number for {name}', { name }),
    form(
      {
        ...adding,
        button: t('Add this number'),
        quiet: true,
        describe: t('Add this number: {name}', { name }),
      },
      (f) => [
        f.text({
          name: 'number',
          label: t('Number'),
          hint: t('With the country when it is abroad: +48 512 345 678.'),
          inputmode: 'tel',
          autocomplete: 'off',
          required: true,
          maxlength: 40,
        }),
        f.select({
          name: 'label',
          label: t('What it is'),
          required: true,
          initial: 'mobile',
          options: phoneLabels.map((value) => ({ value, label: labelInWords(value) })),
        }),
      ],
    ),
    adding.errors !== undefined,
  )}`;
};
