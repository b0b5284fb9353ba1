import { t } from '#platform/i18n/i18n.ts';
import { linkButton, printButton, quietActions } from '#ui/actions.ts';
import { braid } from '#ui/braid.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { catalogue, type Protocol } from '#features/evidence/index.ts';
import { protocolHref } from './addresses.ts';
import { protocolAccount } from './protocol-account.view.ts';
import { protocolPeople } from './protocol-people.view.ts';
import { protocolSteps, workWords } from './protocol-steps.view.ts';
import { lengthWords, sizeWords } from './protocol-words.ts';
import { pictureOf } from './picture.ts';

/** What a page says of a protocol beside the protocol itself. */
export interface Explained {
  protocol: Protocol;
  /** Where it comes from, when the school wrote it itself. */
  own: { basedOn: string | null; importedFrom: string | null; putAway: boolean; latest: number } | null;
  /** Those who lead professional learning plan programmes from it. */
  mayPlan: boolean;
  /** Members of staff see what the school makes of it over a year. */
  isStaff: boolean;
}

/** One protocol explained: whom it suits, its rhythm, its people, its steps, what stands behind it and against it. */
export const protocolView = ({ protocol, own, mayPlan, isStaff }: Explained): Html => html`
  <p>${protocol.plain}</p>
  ${own && ownNote(protocol, own)}
  ${definitionList([
    { term: t('When it suits'), says: protocol.suits },
    { term: t('How long'), says: lengthWords(protocol) },
    { term: t('How many'), says: sizeWords(protocol.groupSize) },
    { term: t('Hours'), says: workWords(protocol) },
    {
      term: t('Who starts one'),
      says:
        protocol.startedBy === 'anyone'
          ? t(
              'Any member of staff, for a group of their own; or those who lead professional learning, as a programme',
            )
          : t('Those who lead professional learning'),
    },
  ])}
  ${mayPlan && !own?.putAway && html`<p>${linkButton({ label: t('Plan a programme'), href: `/programmes/new?template=${protocol.id}`, icon: 'calendar' })}</p>`}
  ${isStaff && pairingStart(protocol)} ${onThisPage(protocol)}
  <h2 id="rhythm">${t('Its rhythm')}</h2>
  ${braid(pictureOf(protocol, ({ id }) => `#step-${id}`))} ${protocolPeople(protocol, own !== null)}
  ${protocolSteps(protocol, own !== null)} ${protocolAccount(protocol, own !== null)}
  ${quietActions([
    {
      label: t('Take it as a file'),
      href: `${protocolHref(protocol.id)}/file?version=${protocol.version}`,
      icon: 'download',
    },
    ...(isStaff && protocol.yearly && !own?.putAway
      ? [
          {
            label: t('The school’s year of it'),
            href: `/groups/year/${protocol.id}`,
            icon: 'calendar' as const,
          },
        ]
      : []),
    ...(mayPlan
      ? [
          {
            label: t('Write your own from it'),
            href: `/protocols/mine/new?from=${protocol.id}`,
            icon: 'edit' as const,
          },
        ]
      : []),
  ])}
  ${printButton()}
`;

/** Where two do by themselves what this protocol lays out: the kinds of relationship that have it as a rhythm. */
const pairingStart = ({ id }: Protocol): Value => {
  const starts = catalogue().relationships.flatMap((kind) =>
    kind.rhythms
      .filter(({ protocol }) => protocol === id)
      .map((rhythm) => ({
        label: t('Start this as a pairing: {kind}', { kind: kind.title }),
        href: `/coaching/new?kind=${kind.id}&rhythm=${rhythm.id}`,
        icon: 'peer' as const,
      })),
  );
  return starts.length > 0 && quietActions(starts);
};

/** The page is long: the way to each of its parts. */
const onThisPage = ({ ingredients }: Protocol): Html =>
  html`<nav aria-label="${t('On this page')}">
    ${quietActions([
      { label: t('Its rhythm'), href: '#rhythm' },
      { label: t('Who takes part'), href: '#people' },
      { label: t('Stages and steps'), href: '#steps' },
      ...(ingredients.length > 0
        ? [{ label: t('What must not be taken out lightly'), href: '#ingredients' }]
        : []),
      { label: t('What comes of it'), href: '#made' },
      { label: t('The evidence for and against it'), href: '#evidence' },
      { label: t('Its limits'), href: '#limits' },
      { label: t('What is the source’s'), href: '#fidelity' },
    ])}
  </nav>`;

function ownNote(protocol: Protocol, own: NonNullable<Explained['own']>): Html {
  const says = [
    own.importedFrom !== null && t('It was imported from a file, “{file}”.', { file: own.importedFrom }),
    own.basedOn !== null && t('It was written from “{title}”.', { title: own.basedOn }),
    t(
      'What it says of studies was taken over or written by the school, and nobody at Staffroom has looked at it.',
    ),
    own.latest > protocol.version &&
      t('You see version {n}; the school has published version {latest} since.', {
        n: protocol.version,
        latest: own.latest,
      }),
    own.putAway && t('The school has put it away: nothing new starts from it, and groups that run go on.'),
  ].filter((words) => words !== false);
  return notice(
    'info',
    says.join(' '),
    t('The school’s own protocol, version {n}.', { n: protocol.version }),
  );
}

/** How long, for how many, and what else one asks of a card. */
export const cardMeta = (protocol: Protocol, own: boolean): string =>
  [
    lengthWords(protocol),
    sizeWords(protocol.groupSize),
    ...(own ? [t('The school’s own')] : []),
    ...(protocol.startedBy === 'leaders' ? [t('Started by those who lead learning')] : []),
  ]
    .map((part) => `${part}.`)
    .join(' ');
