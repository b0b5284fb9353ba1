import { onlyYou } from '#platform/access/audience-words.ts';
import type { Feature } from '#platform/http/feature.ts';
import { page } from '#platform/http/route.ts';
import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { table } from '#ui/table.ts';
import { filesIn, gather } from './gather.ts';

/** Shows what would go and what stays, and why, before anything is packed. */
export const takeAwayPage = (features: () => readonly Feature[]) =>
  page('/me/take-away', {
    purpose: 'learning',
    access: 'signed-in',
    load: async (visit) => ({ sections: await gather(visit.db, features(), visit.who.personId, visit.now) }),
    view: ({ sections }, visit) => ({
      title: t('Take what is yours away'),
      audience: onlyYou(t('Only you can make this archive. That you did is noted in your own record.')),
      trail: [{ label: t('Me'), href: '/me' }],
      body: html`<p>
          ${t('What you wrote about your own learning, your hours and your awards are yours and move with you. Here is what the archive would hold today, and what stays where it is.')}
        </p>
        ${
          visit.who.standing.kind === null &&
          notice(
            'info',
            t('You do not belong to the school at present. What is yours can be taken from here.'),
          )
        }
        ${table({
          caption: t('What goes and what stays'),
          captionHidden: true,
          columns: [
            { label: t('Part') },
            { label: t('Entries'), numeric: true },
            { label: t('Files'), numeric: true },
            { label: t('What stays, and why'), wide: true },
          ],
          rows: sections.map((section) => [
            section.title,
            formatNumber(section.entries.length),
            formatNumber(filesIn(section)),
            section.stays || t('Nothing stays: it is yours alone.'),
          ]),
          empty: t('There is nothing yet.'),
        })}
        <h2>${t('What always stays with the school')}</h2>
        <ul>
          <li>
            ${t('Pupils’ work and data, and files in which they can be recognised: they are the pupils’.')}
          </li>
          <li>
            ${t('What was written together: the others have a part in it too. Your copy holds your own words, and agreements as you signed them.')}
          </li>
          <li>
            ${t('That you were enrolled, came and did what was required: the school has to be able to show it.')}
          </li>
        </ul>
        <h2>${t('The archive')}</h2>
        <p>
          ${t('One file with a page you can read in any browser without a connection, your files, and the same content as data for other programs. Nothing is taken from here by making it. Your own words may name pupils: keep the archive as carefully as you kept your notes.')}
        </p>
        ${form({ ...visit.formAt('/me/take-away'), button: t('Make the archive') })}`,
    }),
  });
