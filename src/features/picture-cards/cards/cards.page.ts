import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { cardsHref, doorHref } from '../addresses.ts';
import type { CardHolder } from '../card.queries.ts';
import { mostWrong } from '../pictures.ts';
import { openClass, type OpenedClass } from './open-class.ts';

/** Cards by which pupils who do not read yet come in: who has one, and making them. */
export const cardsPage = page(cardsHref(':unit'), {
  purpose: 'administration',
  access: members('staff'),
  load: openClass,
  view: (opened, visit) => ({
    title: t('Picture cards of {class}', { class: opened.unit.name }),
    audience: {
      icon: 'people',
      words: t('Those who teach this class, and administrators'),
      why: t('The pictures themselves are shown once, on the sheet to print.'),
    },
    trail: [
      { label: t('People'), href: '/people' },
      { label: opened.unit.name, href: `/people/units/${opened.unit.id}` },
    ],
    body: body(opened, visit.services.address()),
  }),
});

function body({ unit, pupils, code }: OpenedClass, address: string): Html {
  const without = pupils.filter(({ madeAt }) => madeAt === null);
  const has = pupils.length - without.length;
  return html`<p>
      ${t('For pupils who do not read yet: a row of four pictures in place of an address and a password. They come in until the end of the school day and can do what any pupil can.')}
    </p>
    ${
      code !== undefined &&
      html`<p>
        ${t('The door of this class:')} <b>${`${address.replace(/^https?:\/\//, '')}${doorHref(code)}`}</b>
      </p>`
    }
    ${
      without.length > 0 &&
      form({
        action: cardsHref(unit.id),
        button: tn(without.length, 'Make the card that is missing', 'Make the {n} cards that are missing'),
      })
    }
    ${countedList({
      says: tn(pupils.length, '{n} pupil', '{n} pupils'),
      items: pupils.map((pupil) => line(unit.id, pupil)),
      empty: empty({ says: t('No pupil is in this class today.') }),
      withEnd: true,
    })}
    ${has > 0 && form({ action: cardsHref(unit.id, 'end-sessions'), button: t('Sign all of them out'), quiet: true })}`;
}

const line = (unitId: string, { personId, name, madeAt, wrong }: CardHolder): Html =>
  html`<span
      ><bdi>${name}</bdi>
      <span class="meta"
        >${madeAt === null ? t('no card') : t('card of {day}', { day: formatDate(madeAt) })}</span
      >
      ${wrong >= mostWrong && label(t('Shut after wrong pictures'))}</span
    >
    ${
      wrong >= mostWrong &&
      form({
        action: cardsHref(unitId, 'let-in'),
        button: t('Let in again'),
        describe: name,
        hidden: { person: personId },
        quiet: true,
        prefix: `let-${personId}`,
      })
    }
    ${
      madeAt !== null &&
      form({
        action: cardsHref(unitId, 'again'),
        button: t('Make a new card'),
        describe: name,
        hidden: { person: personId },
        quiet: true,
        prefix: `again-${personId}`,
      })
    }`;
