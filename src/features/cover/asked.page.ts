import type { AudienceNote } from '#platform/http/content.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import type { Visit } from '#platform/http/context.ts';
import { type Asked, selectAsked } from './asked.queries.ts';
import { askedHref, coverPath, dayHref, timesInWords } from './cover.ts';

/** What somebody is asked to take: which class, where, what it does; and where they say that they will, or cannot. */
export const askedPage = page(askedHref(':cover'), {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => selectAsked(visit.db, visit.who, visit.params.cover!),
  view: (asked, visit) => ({
    title: t('{unit} at {time}', { unit: asked.unit, time: asked.startsAt }),
    audience: audienceOf(asked, visit),
    trail: [
      { label: t('Cover'), href: asked.on === visit.today ? coverPath : dayHref(asked.on, visit.today) },
    ],
    body: askedView(asked, visit),
  }),
});

const audienceOf = ({ coveredBy, coveredByName }: Asked, { who }: Visit): AudienceNote => ({
  icon: 'group',
  words:
    coveredBy === who.personId
      ? t('You and those who keep cover')
      : t('{name} and those who keep cover', { name: coveredByName }),
  why: t('All staff see who takes which class. What is answered here is read by those who keep cover alone.'),
});

function askedView(asked: Asked, visit: Visit): Html {
  return html`${state(asked, asked.coveredBy === visit.who.personId)}
  ${definitionList([
    {
      term: t('When'),
      says: [formatDate(asked.on, 'weekday'), asked.period, timesInWords(asked)].join(', '),
    },
    { term: t('Class'), says: [asked.unit, asked.subject].filter(Boolean).join(', ') },
    { term: t('Where'), says: asked.room },
    { term: t('Instead of'), says: personName({ name: asked.name }) },
    { term: t('Combined with'), says: asked.how === 'combined' && asked.words },
    {
      term: t('What the class does'),
      says:
        asked.work === ''
          ? t('Nothing is left yet. It stands here as soon as it is.')
          : html`<span class="as-written">${asked.work}</span>`,
    },
    { term: t('Asked by'), says: personName({ name: asked.arrangedBy }) },
  ])}
  ${asked.endedAt === null && asked.coveredBy === visit.who.personId && asked.on >= visit.today && answers(asked, visit)}`;
}

function state({ endedAt, declinedAt, declinedWhy, acceptedAt, coveredByName }: Asked, own: boolean): Value {
  if (declinedAt !== null)
    return notice(
      'info',
      html`<q>${declinedWhy}</q>`,
      own ? t('You said that you cannot.') : t('{name} said that they cannot.', { name: coveredByName }),
    );
  if (endedAt !== null) return notice('info', t('This is not needed any more: it was arranged otherwise.'));
  if (acceptedAt !== null)
    return notice(
      'good',
      own
        ? t('You said that you will be there.')
        : t('{name} said that they will be there.', { name: coveredByName }),
    );
  return null;
}

const answers = ({ id, acceptedAt }: Asked, visit: Visit): Html => {
  const decline = askedHref(id, 'decline');
  const at = visit.formAt(decline);
  return html`${acceptedAt === null && form({ action: askedHref(id, 'accept'), button: t('I will be there') })}
  ${details(
    t('I cannot'),
    form({ ...at, button: t('Say that I cannot'), quiet: true }, (f) =>
      f.text({
        name: 'why',
        label: t('Because'),
        hint: t('Read by those who keep cover.'),
        required: true,
        maxlength: 200,
      }),
    ),
    at.errors !== undefined,
  )}`;
};
