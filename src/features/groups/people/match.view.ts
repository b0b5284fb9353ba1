import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { addressOf, countedList, filters, pager } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { groupHref, type OpenedProgramme, type Part } from '#features/programmes/index.ts';
import { reasonFor, teachingWords } from './match-words.ts';
import { type Candidate, type Matches, perPage } from './match.queries.ts';
import { fullWords, mostIn, type ObstacleKind, obstacleKinds } from './membership-rules.ts';
import { partTitle } from './people-words.ts';

interface MatchView {
  opened: OpenedProgramme;
  protocol: Protocol | undefined;
  parts: readonly Part[];
  part: Part;
  words: string;
  page: number;
  found: Matches;
}

export function matchView(view: MatchView): Html {
  const { opened, protocol, parts, part, words, page, found } = view;
  const here = groupHref(opened.programme, 'people/find');
  const most = mostIn(protocol, part);
  const query = { part: part === parts[0] ? undefined : part, words };
  return html`${filters(
      {
        action: here,
        values: { words, part },
        button: t('Find'),
        narrowed: words !== '',
        always: true,
      },
      (f) => [
        f.search({ name: 'words', label: t('Name'), hint: t('Any part of it; accents do not matter.') }),
        parts.length > 1 &&
          f.radios({
            name: 'part',
            label: t('For which role?'),
            options: parts.map((each) => ({ value: each, label: partTitle(protocol, each) })),
          }),
      ],
    )}
    ${
      most !== null && found.there >= most
        ? notice('info', fullWords(most))
        : html`${countedList({
            says: tn(found.all, 'One person could be asked', '{n} people could be asked'),
            withEnd: true,
            items: found.people.map((person) => line(view, person)),
            empty: empty({
              says:
                words === ''
                  ? t('Nobody of the school can be asked into this role.')
                  : t('Nobody fits. Try a shorter part of the name.'),
            }),
          })}
          ${pager({ page, pages: Math.ceil(found.all / perPage), path: here, query })}`
    }
    ${leftOut(found, protocol)}
    <h2>${t('Somebody from outside the school')}</h2>
    <p>
      ${t('A person of another school or an expert comes as a guest of your school. Those who look after people let them in.')}
      <a href="${groupHref(opened.programme, 'people/outside')}">${t('Name somebody from outside')}</a>
    </p>`;
}

function line({ opened: { programme }, part, found: { mine } }: MatchView, person: Candidate): Html {
  const reason = reasonFor(person, mine ?? undefined, programme);
  const known = teachingWords(person);
  const meta = [
    reason ?? (known && t('Teaches {what}', { what: known })),
    person.jobTitle,
    person.comesFrom,
  ].filter(Boolean);
  return html`<span
      >${personName({ name: person.name })} ${person.kind === 'guest' && label(t('Guest'))}
      ${meta.length > 0 && html`<span class="meta">${meta.join('; ')}</span>`}
      ${person.waiting && label(t('Waits for an answer'))}</span
    >
    ${
      !person.waiting &&
      html`<a
        class="button secondary"
        href="${addressOf(groupHref(programme, `people/${person.personId}/invite`), { part })}"
        aria-label="${t('Ask {name}', { name: person.name })}"
        >${t('Ask')}</a
      >`
    }`;
}

/** How many are not in the list, and why: in numbers, so that nobody is pointed at. */
function leftOut({ leftOut: all }: Matches, protocol: Protocol | undefined): Html {
  const shown = all.filter(({ obstacle }) => obstacle !== 'in-it');
  if (shown.length === 0) return nothing;
  const inOrder = shown.toSorted(
    (a, b) => obstacleKinds.indexOf(a.obstacle) - obstacleKinds.indexOf(b.obstacle),
  );
  return html`<h2>${t('Not in this list')}</h2>
    <ul>
      ${inOrder.map(({ obstacle, n }) => html`<li>${leftOutWords(obstacle, n, protocol)}</li>`)}
    </ul>`;
}

function leftOutWords(obstacle: ObstacleKind, n: number, protocol: Protocol | undefined): string {
  switch (obstacle) {
    case 'guest':
      return tn(
        n,
        'One guest of the school: in this protocol guests come in other roles, or not.',
        '{n} guests of the school: in this protocol guests come in other roles, or not.',
      );
    case 'line-manager':
      return tn(
        n,
        'One person who manages somebody in the group, or is managed by somebody in it.',
        '{n} people who manage somebody in the group, or are managed by somebody in it.',
      );
    case 'leader':
      return tn(n, 'One person who leads the school.', '{n} people who lead the school.');
    case 'no-class':
      return tn(
        n,
        'One person for whom no class is written down.',
        '{n} people for whom no class is written down.',
      );
    default:
      return t('{n} others, by the rules of {protocol}.', {
        n,
        protocol: formatList([protocol?.title ?? '']),
      });
  }
}
