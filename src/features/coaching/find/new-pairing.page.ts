import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { card, cards } from '#ui/card.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf } from '#ui/list.ts';
import { allRelationships, isKind, kindHref, relationshipOf, rhythmNamed } from '../relationships.ts';
import { type Kind, kindInWords, mentoringPurposes } from '../together.ts';

/** A learner says what kind of support they look for: first the kind, then what for and how often. */
export const newPairingPage = page('/coaching/new', {
  purpose: 'learning',
  access: members('staff'),
  load: async ({ query: { kind } }) => ({ kind: isKind(kind) ? kind : null }),
  view: ({ kind }, { query }) => ({
    title: kind ? t('Find somebody: {kind}', { kind: kindInWords(kind) }) : t('Find somebody to work with'),
    audience: onlyYou(t('Nobody is told until you ask somebody.')),
    trail: [{ label: t('Mentoring and coaching'), href: '/coaching' }],
    body: kind ? whatFor(kind, query) : whichKind(),
  }),
});

const whichKind = (): Html =>
  html`<p>${t('What do you need just now?')}</p>
    ${cards(
      allRelationships().map((kind) =>
        card({
          title: kind.title,
          href: `/coaching/new?kind=${kind.id}`,
          body: html`<p>${kind.plain}</p>`,
          actions: html`<a href="${kindHref(kind.id)}">${t('All about {kind}', { kind: kind.title })}</a>`,
        }),
      ),
    )}
    <p><a href="/coaching/kinds">${t('Compare the three')}</a></p>`;

function whatFor(kind: Kind, query: Readonly<Record<string, string>>): Html {
  const relationship = relationshipOf(kind);
  const purposes = relationship.purposes ?? [];
  return html`<p>
      ${relationship.plain}
      <a href="${kindHref(kind)}">${t('All about {kind}', { kind: relationship.title })}</a>
    </p>
    ${form(
      {
        action: '/coaching/find',
        method: 'get',
        button: t('See who could help'),
        hidden: { kind },
        values: {
          for: mentoringPurposes.find((each) => each === query.for) ?? purposes[0]?.id,
          rhythm: rhythmNamed(kind, query.rhythm).id,
        },
      },
      (f) => [
        purposes.length > 0 &&
          f.radios({
            name: 'for',
            label: t('What is it for?'),
            required: true,
            options: purposes.map(({ id, title, plain }) => ({ value: id, label: title, hint: plain })),
          }),
        f.radios({
          name: 'rhythm',
          label: t('How often?'),
          hint: t('You can agree on something else together.'),
          required: true,
          options: relationship.rhythms.map(({ id, title, plain, minutes, weeks, oneSchool }) => ({
            value: id,
            label: title,
            hint: [
              plain,
              t('{length} each time, over {weeks}.', {
                length: formatMinutes(minutes),
                weeks: tn(weeks, '{n} teaching week', '{n} teaching weeks'),
              }),
              ...(oneSchool ? [t('One school’s or one programme’s experience.')] : []),
            ].join(' '),
          })),
        }),
      ],
    )}
    <p>
      <a href="${addressOf('/coaching/find', { kind, for: purposes[0]?.id })}"
        >${t('See everybody who offers this, in the usual rhythm')}</a
      >
    </p>`;
}
