import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import {
  openProgramme,
  programmeHref,
  programmePolicy,
  programmeTabs,
  programmeTrail,
} from '#features/programmes/index.ts';
import { selectProgrammeLink } from './programme-link.queries.ts';

/** A member's secret address under which calendar programs read the steps of a programme. */
export const programmeCalendarPage = page('/programmes/:programme/calendar', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit, 'join');
    const madeAt = await selectProgrammeLink(visit.db, {
      ownerId: opened.programme.owner_id,
      programmeId: opened.programme.id,
      personId: visit.who.personId,
    });
    return { opened, madeAt };
  },
  view({ opened, madeAt }) {
    const { programme } = opened;
    const here = programmeHref(programme, 'calendar');
    return {
      title: t('Calendar of {title}', { title: programme.title }),
      audience: onlyYou(
        t(
          'The address is yours. Whoever has it can read the days, times, places and titles of the steps without signing in.',
        ),
      ),
      trail: programmeTrail(programme),
      body: html`${programmeTabs(opened, 'calendar')}
        <p>
          ${t('With a secret address a calendar elsewhere shows the steps planned here, and hears when one is moved or taken out: the calendar of a room, of whoever arranges cover, or one you keep for this alone. It does not say who takes part, and holds nothing that people write.')}
        </p>
        <p>
          ${t('The steps also stand in your own calendar, with everything else that is yours.')}
          <a href="/me/calendar">${t('My calendar')}</a>
        </p>
        ${
          madeAt
            ? html`<p>
                  ${t('An address is in use, made on {day}. It was shown once and cannot be shown again; if you lost it, make a new one.', { day: formatDate(madeAt) })}
                </p>
                ${form({ action: here, button: t('Make a new address and end the old one') })}
                ${form({ action: `${here}/end`, button: t('End the address'), quiet: true })}`
            : html`${form({ action: here, button: t('Make my secret address') })}`
        }
        <p>${t('It ends when you are no longer in it, or no longer at the school.')}</p>`,
    };
  },
});
