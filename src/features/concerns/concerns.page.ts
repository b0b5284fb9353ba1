import { members, page } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { linkButton, quietActions } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import {
  chronologyHref,
  concernHref,
  concernSettingsPath,
  concernsPath,
  newConcernPath,
} from './addresses.ts';
import { childOf, type Concern } from './concern.ts';
import { selectConcerns } from './concerns.queries.ts';
import { concernAudience } from './new-concern.page.ts';

/** For those who are named what is open, what nobody has looked at first; for everybody what they wrote themselves. */
export const concernsPage = page(concernsPath, {
  purpose: 'safeguarding',
  access: members('staff'),
  async load(visit) {
    const search = visit.query.show === 'all' ? 'all' : 'open';
    const lists = await selectConcerns(visit.db, visit.who, { today: visit.today, search });
    return { ...lists, search, isNamed: lists.named.some(({ personId }) => personId === visit.who.personId) };
  },
  view: ({ handled, own, named, search, isNamed }) => ({
    title: t('Concerns'),
    audience: concernAudience(named),
    action: { label: t('I am worried about a child'), href: newConcernPath },
    body: html`${
        isNamed &&
        html`<section>
          <h2>${search === 'all' ? t('All') : t('Open')}</h2>
          ${countedList({
            says: tn(handled.length, '{n} concern', '{n} concerns'),
            items: handled.map((concern) => handledLine(concern)),
            empty: t('Nothing is open.'),
          })}
          <p>
            ${
              search === 'all'
                ? linkButton({ label: t('Open ones'), href: concernsPath })
                : linkButton({ label: t('Those that are closed too'), href: `${concernsPath}?show=all` })
            }
          </p>
        </section>`
      }
      <section>
        <h2>${t('What I wrote')}</h2>
        ${countedList({
          says: tn(own.length, '{n} concern', '{n} concerns'),
          items: own.map((concern) => line(concern, seen(concern))),
          empty: t(
            'You have written nothing here. When something about a child worries you, write it down the same day, however small.',
          ),
        })}
      </section>
      ${isNamed && quietActions([{ label: t('Who reads concerns, and how soon'), href: concernSettingsPath, icon: 'settings' }])}`,
  }),
});

const seen = ({ seenBy, seenAt }: Concern): string =>
  seenBy !== null && seenAt !== null
    ? t('Seen by {name}, {when}', { name: seenBy, when: formatMoment(seenAt) })
    : t('Nobody has said yet that they have looked');

const line = (concern: Concern, more: string): Html =>
  html`<a href="${concernHref(concern.id)}"><bdi>${childOf(concern)}</bdi></a>
    <span class="meta">${formatMoment(concern.createdAt)}. ${more}</span>`;

const handledLine = (concern: Concern): Html =>
  html`${line(concern, t('Written by {name}. {seen}', { name: concern.author, seen: concern.closedAt === null ? seen(concern) : t('Closed') }))}
  ${concern.danger && concern.seenAt === null && html`<strong>${t('Could be in danger')}</strong>`}
  ${concern.pupilId !== null && html`<br /><a href="${chronologyHref(concern.pupilId)}">${t('Everything about this child')}<span class="hidden">: ${childOf(concern)}</span></a>`}`;
