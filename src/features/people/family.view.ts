import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { personName } from '#ui/person-name.ts';
import type { FamilyLink } from './family.queries.ts';
import type { Person } from './person.queries.ts';

/** On a pupil's page their parents and carers, on a grown-up's their children. For administrators alone. */
export const familySection = (person: Person, family: readonly FamilyLink[]): Html | false =>
  person.kind === 'pupil'
    ? carers(person, family)
    : family.length > 0 &&
      html`<section>
        <h2>${t('Children at this school')}</h2>
        <ul class="items">
          ${family.map((child) => html`<li>${personName({ name: child.name, href: `/people/${child.personId}` })}</li>`)}
        </ul>
      </section>`;

const carers = (person: Person, family: readonly FamilyLink[]): Html =>
  html`<section>
    <h2>${t('Parents and carers')}</h2>
    <p class="meta">
      ${t('Shown to those who look after people: administrators, data managers and the head.')}
    </p>
    ${
      family.length === 0
        ? html`<p>${t('Nobody is written down.')}</p>`
        : html`<ul class="items with-end">
            ${family.map(
              (adult) =>
                html`<li>
                  <span
                    >${personName({ name: adult.name, href: `/people/${adult.personId}`, role: adult.relationship ?? undefined })}<br />
                    ${
                      adult.hasAccount
                        ? html`<span class="meta">${t('Account open')}</span>`
                        : html`<a href="/people/${adult.personId}/invite"
                            >${t('Invite')}<span class="hidden"> ${adult.name}</span></a
                          >`
                    }</span
                  >
                  ${form({ action: `/people/${person.personId}/family/${adult.id}/end`, button: t('End'), describe: t('End: {name} as parent or carer', { name: adult.name }), quiet: true })}
                </li>`,
            )}
          </ul>`
    }
    ${
      !person.hasLeft &&
      html`<p>
        <a class="button secondary" href="/people/${person.personId}/family">${t('Add a parent or carer')}</a>
        <a class="button secondary" href="/contacts/${person.personId}"
          >${t('Whom to call, and what each is told')}</a
        >
      </p>`
    }
  </section>`;
