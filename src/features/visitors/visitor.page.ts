import { allStaff } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatTime, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { visitorsTrail } from './expect.page.ts';
import { whoFields } from './visitor-input.ts';
import { askFirst, desk, nameOrForgotten } from './visitor-line.view.ts';
import { isAtTheDesk, mayChange, readsChecks } from './visitors.access.ts';
import { type Colleague, type ListedVisitor, selectVisitor } from './visitors.queries.ts';
import { checkInWords, checks, checkWords, kindWords, visitorHref } from './visitors.ts';

/** One visit: what is known, and what this person may do about it. */
export const visitorPage = page(visitorHref(':visitor'), {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => selectVisitor(visit.db, visit.who, visit.params['visitor']!, visit.today),
  view: (found, visit) => {
    const { visitor } = found;
    const { name, organisation, kind, on, from, host, purpose, place, arrivedAt, leftAt, endedAt } = visitor;
    const isDesk = isAtTheDesk(visit.who);
    const changes = endedAt === null && name !== '' && mayChange(visit.who, visitor);
    return {
      title: name === '' ? t('A visit') : name,
      audience: allStaff(
        visit.who,
        t(
          'All staff see who comes and to whom. What was checked is read by the head, the administrator and the safeguarding lead.',
        ),
      ),
      trail: visitorsTrail(),
      body: html`${endedAt !== null && notice('info', t('This visit was called off.'))}
      ${isDesk && visitor.asks && arrivedAt === null && askFirst(name)}
      ${isDesk && endedAt === null && on === visit.today && desk(visitor)}
      ${definitionList([
        { term: t('Who comes'), says: nameOrForgotten(name) },
        { term: t('From where'), says: organisation !== '' && html`<bdi>${organisation}</bdi>` },
        { term: t('As what'), says: kindWords[kind]() },
        { term: t('When'), says: [formatDate(on, 'weekday'), from].filter(Boolean).join(', ') },
        { term: t('To whom'), says: personName({ name: host }) },
        { term: t('What for'), says: purpose !== '' && html`<bdi>${purpose}</bdi>` },
        { term: t('Where'), says: place !== '' && html`<bdi>${place}</bdi>` },
        { term: t('Came'), says: arrivedAt !== null && formatTime(arrivedAt) },
        { term: t('Went'), says: leftAt !== null && formatTime(leftAt) },
      ])}
      ${readsChecks(visit.who) && endedAt === null && name !== '' && checkPart(visitor, visit)}
      ${changes && changePart(found, visit)}
      ${endedAt !== null && mayChange(visit.who, visitor) && form({ action: visitorHref(visitor.id, 'restore'), button: t('They come after all'), quiet: true })}`,
    };
  },
});

const checkPart = ({ id, check, on, seriesId }: ListedVisitor, visit: Visit): Value => {
  const at = visitorHref(id, 'check');
  const state = visit.formAt(at);
  return html`<h2>${t('The check of their record')}</h2>
    ${check !== null && html`<p>${checkInWords(check, on)}</p>`}
    ${form(
      {
        ...state,
        button: t('Save what was seen'),
        quiet: true,
        prefix: 'check',
        values: state.values ?? { seen: check?.seen, until_on: check?.until },
        hidden: { mark: check?.mark ?? 0 },
      },
      (f) =>
        html`${f.radios({
          name: 'seen',
          label: t('What was seen'),
          hint:
            seriesId === null
              ? t('Read by the head, the administrator and the safeguarding lead.')
              : t(
                  'For all weeks of this visit. Read by the head, the administrator and the safeguarding lead.',
                ),
          required: true,
          options: checks.map((value) => ({ value, label: checkWords[value]() })),
        })}
        ${f.date({ name: 'until_on', label: t('Holds until'), hint: t('The last day. Leave it empty where it has none.') })}`,
    )}`;
};

const changePart = (
  { visitor, colleagues }: { visitor: ListedVisitor; colleagues: readonly Colleague[] },
  visit: Visit,
): Value => {
  const at = visitorHref(visitor.id, 'change');
  const state = visit.formAt(at);
  return html`${details(
    t('Change it'),
    form(
      {
        ...state,
        values: state.values ?? {
          name: visitor.name,
          organisation: visitor.organisation,
          kind: visitor.kind,
          host: visitor.hostId,
          purpose: visitor.purpose,
          place: visitor.place,
          day: visitor.on,
          from: visitor.from ?? undefined,
        },
        hidden: { version: visitor.version },
        button: t('Save'),
      },
      (f) =>
        html`${whoFields(f, colleagues)} ${f.date({ name: 'day', label: t('Day'), required: true })}
        ${f.time({ name: 'from', label: t('From when') })}`,
    ),
    state.errors !== undefined,
  )}
  ${
    visitor.arrivedAt === null &&
    form({ action: visitorHref(visitor.id, 'end'), button: t('They do not come'), quiet: true }, (f) =>
      visitor.seriesId === null
        ? null
        : f.checkbox({ name: 'all', label: t('Nor in the weeks after'), unmarked: true }),
    )
  }`;
};
