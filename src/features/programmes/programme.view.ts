import type { Who } from '#platform/access/who.ts';
import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { braid } from '#ui/braid.ts';
import { definitionList } from '#ui/definition-list.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { programmeHref, stepHref } from './addresses.ts';
import { beyondTerms } from './beyond-terms.view.ts';
import { programmeBraid } from './braid-points.ts';
import type { DesignWithLineage, Relative } from './design.queries.ts';
import type { OpenedProgramme } from './open-programme.ts';
import { parts } from './people.queries.ts';
import type { Programme } from './programme.queries.ts';
import { programmeTabs } from './programme-tabs.view.ts';
import { dayWords, stepsAhead } from './status.ts';
import { leadWords } from '#features/protocols/index.ts';
import { aimWords, changeWords, partWords } from './words.ts';
import { workloadOf } from './workload.ts';

interface ProgrammeView {
  opened: OpenedProgramme;
  design: DesignWithLineage;
  today: string;
  who: Who;
  /** Whether the reader may begin programmes, and so copy this one. */
  mayCopy: boolean;
}

export const programmeView = ({ opened, design, today, who, mayCopy }: ProgrammeView): Html => html`
  ${programmeTabs(opened, '')}
  ${opened.programme.summary && html`<p class="as-written">${opened.programme.summary}</p>`}
  ${opened.may('design') && beyondTerms(design, who)} ${braid(programmeBraid(design, today, 'large'))}
  <h2>${t('What comes next')}</h2>
  ${comingSteps(design, today)}
  <h2>${t('What it is for')}</h2>
  ${account(design)} ${opened.may('people') && people(design)} ${lineage(design)} ${others(opened, mayCopy)}
`;

function comingSteps({ programme, steps }: DesignWithLineage, today: string): Html {
  const coming = stepsAhead(steps, today);
  return countedList({
    says:
      coming.length > 5
        ? t('The next five of {n} steps to come', { n: coming.length })
        : tn(coming.length, 'One step to come', '{n} steps to come'),
    dense: true,
    items: coming
      .slice(0, 5)
      .map(
        (step) =>
          html`<a href="${stepHref(programme, step)}">${step.title}</a>
            <span class="meta"
              >${dayWords(step.on_date, today)}${step.starts_at && html`, ${step.starts_at}`}${step.place && html`, ${step.place}`};
              ${formatMinutes(step.minutes)}, ${t('led by {lead}', { lead: leadWords(step.lead) })}</span
            >`,
      ),
    empty: empty({ says: t('No step is still to come.') }),
  });
}

function account({ programme, steps, priority }: DesignWithLineage): Html {
  const { all, inSchoolDay } = workloadOf(steps);
  const written = (text: string) => text && html`<span class="as-written">${text}</span>`;
  return definitionList([
    { term: t('Aim'), says: [aimWords(programme.aim), changeWords(programme.change_kind)] },
    { term: t('Pupils'), says: written(programme.pupil_group) },
    { term: t('What their learning should look like'), says: written(programme.pupil_outcome) },
    { term: t('Subject or area'), says: programme.subject },
    { term: t('School priority'), says: priority },
    { term: t('Why it should help'), says: written(programme.rationale) },
    { term: t('Materials'), says: written(programme.materials) },
    { term: t('What must be there first'), says: written(programme.prerequisites) },
    {
      term: t('Time for one teacher'),
      says:
        steps.length > 0 &&
        t('{all}, of which {inside} in the school day', {
          all: formatMinutes(all),
          inside: formatMinutes(inSchoolDay),
        }),
    },
    {
      term: t('What it replaces'),
      says: written(programme.replaces) || t('The plan does not say yet what stops to make room.'),
    },
  ]);
}

function people({ people: all }: DesignWithLineage): Html {
  const inParts = parts
    .map((part) => ({ part, names: all.filter((person) => person.parts.includes(part)) }))
    .filter(({ names }) => names.length > 0);
  return html`<h2>${t('People')}</h2>
    ${definitionList(
      inParts.map(({ part, names }) => ({
        term: partWords(part),
        says: html`${names.map(({ name }, index) => html`${index > 0 && ', '}${personName({ name })}`)}`,
      })),
    )}`;
}

function lineage({ adaptedFrom, adaptedBy }: DesignWithLineage): Html {
  if (!adaptedFrom && adaptedBy.length === 0) return nothing;
  const link = (relative: Relative) => html`<a href="${programmeHref(relative)}">${relative.title}</a>`;
  return html`<h2>${t('Where it comes from and what came of it')}</h2>
    ${definitionList(
      [
        { term: t('Adapted from'), says: adaptedFrom && link(adaptedFrom) },
        { term: t('Adapted in'), says: adaptedBy.map(link) },
      ].filter(({ says }) => says !== null && (!Array.isArray(says) || says.length > 0)),
    )}`;
}

function others({ programme, may }: OpenedProgramme, mayCopy: boolean): Html {
  const links: LinkAction[] = [
    ...(mayCopy
      ? [{ label: t('Copy and adapt'), href: programmeHref(programme, 'copy'), icon: 'edit' as const }]
      : []),
    ...(may('design') && !programme.published_at
      ? [{ label: t('Publish'), href: programmeHref(programme, 'publish'), icon: 'next' as const }]
      : []),
  ];
  return html`${links.length > 0 && quietActions(links)}
  ${may('design') && programme.published_at && closing(programme)}`;
}

const closing = (programme: Programme): Html =>
  programme.closed_at
    ? form({ action: programmeHref(programme, 'reopen'), button: t('Open it again'), quiet: true })
    : form({ action: programmeHref(programme, 'close'), button: t('Close the programme'), quiet: true });
