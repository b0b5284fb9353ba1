import type { AudienceNote, Content } from '#platform/http/content.ts';
import type { ProtectedCell } from '#platform/access/small-numbers.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import {
  type OpenedProgramme,
  programmeHref,
  programmeTabs,
  programmeTrail,
} from '#features/programmes/index.ts';
import { agreementHref } from './agreement.ts';
import type { MyAgreement, Pairing } from './programme-agreements.queries.ts';

interface ProgrammeAgreements {
  opened: OpenedProgramme;
  mine: MyAgreement[] | null;
  cells: { participants: number; shown: ProtectedCell[] } | null;
  pairings: Pairing[] | null;
  audience: () => AudienceNote;
}

export const programmeAgreementsView = (data: ProgrammeAgreements): Content => ({
  title: t('Agreements'),
  audience: data.audience(),
  trail: programmeTrail(data.opened.programme),
  ...(data.mine
    ? {
        action: {
          label: t('Form a partnership'),
          href: programmeHref(data.opened.programme, 'agreements/new'),
        },
      }
    : {}),
  body: html`${programmeTabs(data.opened, 'agreements')} ${data.mine && myAgreements(data.mine)}
  ${data.cells && countsOf(data.cells)} ${data.pairings && pairingsOf(data.pairings)}
  ${
    !data.mine &&
    !data.cells &&
    !data.pairings &&
    html`<p>
      ${t('Teachers in this programme work in partnerships of two or three, each with an agreement of its own. An agreement is between its partners; they tell others what they choose.')}
    </p>`
  }`,
});

const myAgreements = (mine: MyAgreement[]): Html =>
  html`<h2>${t('Your partnerships')}</h2>
    ${countedList({
      says: tn(mine.length, '{n} partnership', '{n} partnerships'),
      items: mine.map(agreementLine),
      empty: empty({
        says: t(
          'You are in no partnership here yet. Two or three of you choose a focus, watch each other teach and look at what pupils do.',
        ),
      }),
    })}`;

/** One of my agreements, in a line. */
export function agreementLine(mine: MyAgreement): Value {
  const name =
    mine.names.length > 0 ? t('With {names}', { names: formatList(mine.names) }) : t('By yourself now');
  return html`<a href="${agreementHref(mine)}">${name}</a>: ${stateWords(mine)}`;
}

function stateWords(mine: MyAgreement): string {
  if (mine.left) return t('you left');
  if (mine.closedAt) return t('closed');
  if (mine.asked) return t('you are asked to join');
  if (mine.version === 0) return t('nothing is written yet');
  if (mine.inForceVersion === null) return t('being written');
  if (mine.outdated) return t('to be signed anew, because somebody left');
  if (mine.inForceVersion < mine.version) return t('changed, to be signed again');
  return mine.reviewOn
    ? t('in force, to be reviewed on {day}', { day: formatDate(mine.reviewOn) })
    : t('in force');
}

function countsOf({ participants, shown }: NonNullable<ProgrammeAgreements['cells']>): Html {
  const words: Record<string, string> = {
    signed: t('in a signed agreement'),
    writing: t('writing one'),
    none: t('not in one'),
  };
  const open = shown.some(({ hidden }) => !hidden) && participants >= 5;
  return html`<h2>${t('How many work with an agreement')}</h2>
    ${
      open
        ? table({
            caption: tn(participants, '{n} teacher takes part', '{n} teachers take part'),
            columns: [{ label: t('Teachers') }, { label: t('How many'), numeric: true }],
            rows: shown.map(({ key, count, hidden }) => [
              words[key] ?? key,
              hidden ? t('too few to show') : count,
            ]),
            empty: '',
          })
        : html`<p>
            ${t('There are too few people here to show numbers without showing persons. Ask the partners whether they would like to tell you how it goes.')}
          </p>`
    }
    <p>${t('Numbers below five are not shown, and who works with whom is not shown to leaders.')}</p>`;
}

const pairingsOf = (pairings: Pairing[]): Html =>
  html`<h2>${t('Partnerships and review dates')}</h2>
    ${table({
      caption: tn(pairings.length, '{n} partnership', '{n} partnerships'),
      columns: [{ label: t('Partners'), wide: true }, { label: t('In force since') }, { label: t('Review') }],
      rows: pairings.map(({ names, inForceAt, reviewOn, due }) => [
        formatList(names),
        inForceAt ? formatDate(inForceAt, 'short') : t('not signed yet'),
        due ? t('due') : reviewOn ? formatDate(reviewOn, 'short') : '',
      ]),
      empty: empty({
        says: t(
          'No partnership has been formed in this programme yet. They appear here when the first two teachers agree to work together.',
        ),
      }),
    })}`;
