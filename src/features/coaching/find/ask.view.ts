import type { Visit } from '#platform/http/context.ts';
import { formatList, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { managerWarning, weKnowThis } from '../manager-warning.view.ts';
import { modulesLeft } from '../preparation/modules.ts';
import { type Relationship, rhythmNamed } from '../relationships.ts';
import { partInWords, supporterOf } from '../together.ts';
import type { Asked, ToAsk } from './ask.queries.ts';
import { askDraft, mostOthers, queryOf, type Sought, soughtHref } from './sought.ts';

type AskView = ToAsk & { sought: Sought };

export function askView(data: AskView, visit: Visit, relationship: Relationship): Html {
  const { sought, people, management, draft } = data;
  const again = people.filter(({ together }) => together);
  if (again.length > 0)
    return notice(
      'info',
      html`${t('You work with {names} in this way already, or one of you has asked.', { names: namesOf(again) })}
        <a href="/coaching">${t('See what you are in')}</a>`,
    );
  if (management.length > 0 && relationship.managers.rule === 'refuse')
    return html`${managerWarning(sought.kind, management)}
      <p>
        ${t('This kind of relationship is not possible between a line manager and somebody they manage.')}
        <a href="${soughtHref('/coaching/find', { ...sought, chosen: [] })}">${t('Choose somebody else')}</a>
      </p>`;
  const mine = relationship.reciprocal ? modulesLeft(sought.kind, data.finished) : [];
  if (mine.length > 0)
    return prepareFirst(
      mine.length,
      mine.reduce((sum, { minutes }) => sum + minutes, 0),
    );
  const rhythm = rhythmNamed(sought.kind, sought.rhythm);
  const returned = visit.formAt('/coaching/ask');
  const query = queryOf(sought);
  return html`${definitionList([
    { term: t('What'), says: relationship.plain },
    {
      term: t('How often'),
      says: t('{title}, {length} each time', { title: rhythm.title, length: formatMinutes(rhythm.minutes) }),
    },
    { term: partTitle(sought), says: people.map(({ name, memberKind }) => named(name, memberKind)) },
  ])}
  ${unready(sought, people)} ${management.length > 0 && managerWarning(sought.kind, management)}
  ${form(
    {
      ...returned,
      values: returned.values ?? draft ?? {},
      action: '/coaching/ask',
      button: t('Ask {names}', { names: namesOf(people) }),
      draft: askDraft(sought.kind),
      hidden: query,
      cancel: soughtHref('/coaching/find', { ...sought, chosen: [] }),
    },
    (f) => [
      f.textarea({
        name: 'words',
        label: t('What would you like to work on, and why?'),
        hint: t('A few sentences are enough. Only {names} will read it.', { names: namesOf(people) }),
        rows: 5,
      }),
      management.length > 0 && weKnowThis(f),
    ],
  )}
  ${
    people.length < mostOthers(sought.kind) &&
    html`<p>
      <a href="${soughtHref('/coaching/find', sought)}">${t('Ask a third person as well')}</a>
      ${t('The three of you then take turns.')}
    </p>`
  }`;
}

const prepareFirst = (left: number, minutes: number): Html =>
  notice(
    'info',
    html`${tn(
        left,
        'In co-coaching everybody supports, so everybody prepares. One part is still to be done, about {length}.',
        'In co-coaching everybody supports, so everybody prepares. {n} parts are still to be done, about {length}.',
        { length: formatMinutes(minutes) },
      )} <a href="/coaching/preparation">${t('Go to the preparation')}</a>`,
    t('First prepare.'),
  );

/** Whoever has still to prepare may be asked all the same: their yes waits. */
function unready(sought: Sought, people: readonly Asked[]): Value {
  const waiting = people.filter(({ finished }) => modulesLeft(sought.kind, finished).length > 0);
  return (
    waiting.length > 0 &&
    notice(
      'info',
      t(
        '{names} has still to finish the preparation. You can ask now; a yes is possible once it is finished.',
        {
          names: namesOf(waiting),
        },
      ),
    )
  );
}

const namesOf = (people: readonly Asked[]): string => formatList(people.map(({ name }) => name));

const partTitle = ({ kind }: Sought): string => t('As {part}', { part: partInWords(supporterOf[kind]) });

const named = (name: string, kind: string): string =>
  kind === 'guest' ? t('{name}, a guest', { name }) : name;
