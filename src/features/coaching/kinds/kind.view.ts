import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { printButton, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { evidenceList, sourceLine } from '#features/evidence/index.ts';
import { moduleHref, modulesFor } from '../preparation/modules.ts';
import { promptsByMoment } from './prompts.view.ts';
import { rhythmList } from './rhythms.view.ts';
import type { Relationship } from '../relationships.ts';

/** Everything the framework and we say of one kind, in the order somebody asks. */
export const kindView = (kind: Relationship, mayAsk: boolean): Html => html`
  <p>${kind.plain}</p>
  ${onThisPage(kind)}
  <h2 id="framework">${t('Why, who, what, where, when')}</h2>
  ${definitionList([
    { term: t('Why'), says: [kind.why.words, bullets(kind.why.uses), sourceLine(kind.why.source)] },
    { term: t('Who supports'), says: named(kind.who.supporter) },
    { term: t('Who learns'), says: named(kind.who.learner) },
    { term: t('Who chooses'), says: [kind.who.chosenBy, sourceLine(kind.who.source)] },
    { term: t('What'), says: [kind.what.words, sourceLine(kind.what.source)] },
    { term: t('Where'), says: [kind.where.words, sourceLine(kind.where.source)] },
    { term: t('When'), says: [kind.when.words, sourceLine(kind.when.source)] },
  ])}
  ${kind.purposes && purposes(kind.purposes)}
  <h2 id="activities">${t('What one does in it')}</h2>
  <p>${tn(kind.activities.length, '{n} activity', '{n} activities, numbered as in the framework')}</p>
  <ol>
    ${kind.activities.map(({ title, plain }) => html`<li><strong>${title}</strong>. ${plain}</li>`)}
  </ol>
  ${kind.activities[0] && sourceLine(kind.activities[0].source)}
  <h2 id="not">${t('What it is not')}</h2>
  ${bullets(kind.isNot)}
  <h2 id="managers">${t('Where one manages the other')}</h2>
  ${notice('caution', kind.managers.why, kind.managers.rule === 'refuse' ? t('Not possible here.') : t('Think twice.'))}
  ${sourceLine(kind.managers.source)}
  <h2 id="rhythms">${t('How often')}</h2>
  ${rhythmList(kind, mayAsk)}
  <h2 id="agreement">${t('What you agree at the start')}</h2>
  ${definitionList(kind.agreement.map(({ title, prompt }) => ({ term: title, says: prompt })))}
  <h2 id="prompts">${t('Questions to have at hand')}</h2>
  ${promptsByMoment(kind)}
  <h2 id="preparation">${t('Preparation')}</h2>
  ${preparation(kind)}
  <h2 id="evidence">${t('The evidence for and against it')}</h2>
  ${evidenceList(kind.evidence)}
  <h2 id="limits">${t('Its limits')}</h2>
  ${bullets(kind.limits)} ${sourceLine(kind.source)} ${printButton()}
`;

/** The page is long: the way to each of its parts. */
const onThisPage = (kind: Relationship): Html =>
  html`<nav aria-label="${t('On this page')}">
    ${quietActions([
      { label: t('Why, who, what, where, when'), href: '#framework' },
      ...(kind.purposes ? [{ label: t('What it can be for'), href: '#purposes' }] : []),
      { label: t('What one does in it'), href: '#activities' },
      { label: t('What it is not'), href: '#not' },
      { label: t('How often'), href: '#rhythms' },
      { label: t('What you agree at the start'), href: '#agreement' },
      { label: t('Questions to have at hand'), href: '#prompts' },
      { label: t('Preparation'), href: '#preparation' },
      { label: t('The evidence for and against it'), href: '#evidence' },
    ])}
  </nav>`;

const purposes = (all: NonNullable<Relationship['purposes']>): Html =>
  html`<h2 id="purposes">${t('What it can be for')}</h2>
    ${definitionList(all.map(({ title, plain, whenUseful }) => ({ term: title, says: [plain, whenUseful] })))}
    ${all[0] && sourceLine(all[0].source)}`;

function preparation(kind: Relationship): Html {
  const modules = modulesFor(kind);
  const minutes = modules.reduce((sum, module) => sum + module.minutes, 0);
  const who =
    kind.id === 'co-coaching'
      ? t('Everybody finishes these before saying yes.')
      : t('Whoever supports finishes these before saying yes. The learner can read them too.');
  return html`<p>${who} ${t('Together about {length}.', { length: formatMinutes(minutes) })}</p>
    <ol>
      ${modules.map(
        (module) => html`<li><a href="${moduleHref(module)}">${module.title}</a>. ${module.plain}</li>`,
      )}
    </ol>`;
}

const named = ({ title, plain }: { title: string; plain: string }): Value =>
  html`<strong>${title}</strong>: ${plain}`;

const bullets = (all: readonly string[]): Html =>
  html`<ul>
    ${all.map((each) => html`<li>${each}</li>`)}
  </ul>`;
