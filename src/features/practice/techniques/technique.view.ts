import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { evidenceList, sourceLine } from '#features/evidence/index.ts';
import type { ChoicesOf } from '../exchange/exchange.queries.ts';
import { exchangeOf } from '../exchange/exchange-of-technique.view.ts';
import { exampleView } from './example.view.ts';
import { type LibraryTechnique, type ShippedTechnique, techniqueHref } from './technique.ts';
import type { AroundTechnique } from './technique.queries.ts';

interface TechniqueView {
  id: string;
  shipped: ShippedTechnique | undefined;
  around: AroundTechnique;
  choices: ChoicesOf;
}

export function techniqueView({ id, shipped, around, choices }: TechniqueView, visit: Visit): Html {
  const { written, examples } = around;
  const ended = written?.ended ?? false;
  return html`
    ${ended && takenOut(id)} ${shipped ? ofCatalogue(shipped) : ofLibrary(written!)}
    ${exampleView({ id, shipped: shipped?.example ?? null, given: examples, open: !ended }, visit)}
    ${shipped && practising(shipped)} ${!ended && exchangeOf(id, choices)}
    ${
      shipped
        ? html`<h2>${t('Where this comes from')}</h2>
            ${sourceLine(shipped.source)}`
        : !ended && more(written!)
    }
  `;
}

const points = (heading: string, all: readonly string[]): Html =>
  all.length === 0
    ? nothing
    : html`<h2>${heading}</h2>
        <ul>
          ${all.map((each) => html`<li>${t(each)}</li>`)}
        </ul>`;

const stepByStep = (steps: readonly string[]): Html =>
  html`<h2>${t('What one does, step by step')}</h2>
    <ol>
      ${steps.map((step) => html`<li>${t(step)}</li>`)}
    </ol>`;

const ofCatalogue = (technique: ShippedTechnique): Html => html`
  <p>${t(technique.plain)}</p>
  ${stepByStep(technique.steps)}
  <h2>${t('Why')}</h2>
  <p>${t(technique.why)}</p>
  ${evidenceList(technique.evidence)} ${points(t('For whom it is not'), technique.notFor)}
  ${points(t('Habits whose place it often takes'), technique.replaces ?? [])}
`;

/** What one needs when doing it: how to rehearse, what to look at, what to vary. */
const practising = ({ rehearse, pupils, vary }: ShippedTechnique): Html => html`
  <h2>${t('Practising it')}</h2>
  <p>${t(rehearse)}</p>
  <p>${t(pupils)}</p>
  ${points(t('One thing to vary while the rest is kept'), vary)}
`;

const ofLibrary = (technique: LibraryTechnique & { author: string }): Html => html`
  <p class="meta">${t('Written for the school by {name}', { name: technique.author })}</p>
  <p class="as-written">${technique.plain}</p>
  ${stepByStep(technique.steps.split('\n').filter(Boolean))}
  <h2>${t('Why')}</h2>
  <p class="as-written">${technique.why}</p>
  <h2>${t('What speaks against it')}</h2>
  ${
    technique.against
      ? html`<p class="as-written">${technique.against}</p>`
      : notice('info', t('Nobody has written down yet what speaks against it or is not known.'))
  }
  ${
    technique.notFor &&
    html`<h2>${t('For whom it is not')}</h2>
      <p class="as-written">${technique.notFor}</p>`
  }
  ${points(t('For which phases'), technique.phases)} ${points(t('For which subjects'), technique.subjects)}
`;

const more = (technique: NonNullable<AroundTechnique['written']>): Html =>
  html`<h2>${t('More')}</h2>
    ${quietActions([
      { label: t('Improve this text'), href: techniqueHref(technique.id, 'edit'), icon: 'edit' },
      { label: t('Earlier texts'), href: techniqueHref(technique.id, 'history'), icon: 'history' },
    ])}
    ${
      technique.mayEnd &&
      form({
        action: techniqueHref(technique.id, 'end'),
        button: t('Take it out of the library'),
        quiet: true,
        danger: true,
      })
    }`;

const takenOut = (id: string): Html =>
  notice(
    'info',
    html`${t('You took this out of the library. Who practises it keeps their own words.')}
    ${form({ action: techniqueHref(id, 'bring-back'), button: t('Bring it back'), quiet: true })}`,
  );
