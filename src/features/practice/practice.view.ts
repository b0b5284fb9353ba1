import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { practiceHref } from './addresses.ts';
import type { Companion } from './companions.queries.ts';
import { doingsView } from './doings.view.ts';
import { looksView } from './looks.view.ts';
import type { Practice } from './practice.ts';
import { rehearsalsView } from './rehearsals.view.ts';
import { shippedTechnique, techniqueHref, techniqueTitle } from './techniques/technique.ts';

interface PracticeView {
  practice: Practice;
  mine: boolean;
  companions: readonly Companion[];
  /** Let go by its owner, who alone still sees it. */
  ended: boolean;
  visit: Visit;
}

export const practiceView = ({ practice, mine, companions, ended, visit }: PracticeView): Html => {
  const acts = mine && !ended;
  return html`
    ${ended && letGo(practice)} ${stated(practice)} ${exampleOf(practice, acts)}
    ${rehearsalsView({ practice, companions, acts, visit })} ${doingsView(practice, acts)}
    ${looksView(practice, acts, visit)} ${acts && more(practice)}
  `;
};

/** How its owner pictures it. */
const stated = (practice: Practice): Html =>
  definitionList([
    {
      term: t('The technique'),
      says:
        practice.technique &&
        html`<a href="${techniqueHref(practice.technique)}"
          >${t(techniqueTitle(practice.technique, practice.schoolTitle) || 'A technique that was taken out')}</a
        >`,
    },
    { term: t('Where I use it'), says: practice.whereUsed },
    {
      term: t('What good looks like'),
      says: practice.model && html`<span class="as-written">${practice.model}</span>`,
    },
    { term: t('The old habit whose place it takes'), says: practice.replaces },
  ]);

/** Whether it was seen done, and where one can see it. */
function exampleOf(practice: Practice, acts: boolean): Html {
  const places = placesToSee(practice, acts);
  return html`<h2 id="example">${t('See it done')}</h2>
    <p>${seenInWords(practice, acts)}</p>
    ${places.length > 0 && quietActions(places)}
    ${
      acts &&
      practice.exampleSeenAt === null &&
      form({ action: practiceHref(practice, 'seen'), button: t('I have seen it done'), quiet: true })
    }`;
}

function seenInWords(practice: Practice, acts: boolean): string {
  if (practice.exampleSeenAt)
    return t('It was seen done. Said on {day}.', { day: formatDate(practice.exampleSeenAt, 'short') });
  if (!acts) return t('Not seen yet, as far as was said.');
  return hasExample(practice)
    ? t('Look at it first: it is easier to rehearse what one has seen.')
    : t('There is no example of this to look at yet. A colleague who does it is one.');
}

function placesToSee(practice: Practice, acts: boolean): LinkAction[] {
  const { technique } = practice;
  const there = hasExample(practice);
  const ofTechnique: LinkAction[] =
    technique === null
      ? []
      : [
          {
            label: there ? t('See an example') : t('Add an example'),
            href: `${techniqueHref(technique)}#example`,
            icon: there ? 'search' : 'add',
          },
        ];
  const colleagues: LinkAction = {
    label: t('Colleagues who could show something'),
    href: '/practice/exchange',
    icon: 'peer',
  };
  return acts ? [...ofTechnique, colleagues] : ofTechnique;
}

const hasExample = ({ technique, exampleGiven }: Practice): boolean =>
  exampleGiven || (technique !== null && Boolean(shippedTechnique(technique)?.example));

const more = (practice: Practice): Html =>
  html`<h2>${t('More')}</h2>
    ${quietActions([
      { label: t('Revise what I practise'), href: practiceHref(practice, 'edit'), icon: 'edit' },
      { label: t('How my picture of it changed'), href: practiceHref(practice, 'history'), icon: 'history' },
      { label: t('Make it smaller'), href: practiceHref(practice, 'edit?smaller=yes'), icon: 'edit' },
      { label: t('Choose who may read it'), href: practiceHref(practice, 'share'), icon: 'people' },
    ])}
    ${form({ action: practiceHref(practice, 'let-go'), button: t('Let it go'), quiet: true })}`;

const letGo = (practice: Practice): Html =>
  notice(
    'info',
    html`${t('You let this go. Nobody else can open it, and nothing reminds you of it.')}
    ${form({ action: practiceHref(practice, 'bring-back'), button: t('Bring it back'), quiet: true })}`,
  );
