import type { Who } from '#platform/access/who.ts';
import type { FormState } from '#platform/http/form-state.ts';
import { formatMinutes, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { braid } from '#ui/braid.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { programmeHref } from './addresses.ts';
import { beyondTerms } from './beyond-terms.view.ts';
import { programmeBraid } from './braid-points.ts';
import { costSection } from './costs.view.ts';
import type { Design } from './design.ts';
import { designSteps } from './design-steps.view.ts';
import type { OpenedProgramme } from './open-programme.ts';
import { programmeTabs } from './programme-tabs.view.ts';
import type { Programme } from './programme.queries.ts';
import { riskSection } from './risks.view.ts';
import { workloadOf } from './workload.ts';

export interface DesignView {
  opened: OpenedProgramme;
  design: Design;
  today: string;
  who: Who;
  /** ISO 4217. */
  currency: string;
  /** The state of a form of this page that came back. */
  formAt(below: string): { action: string; values?: FormState['values']; errors?: FormState['errors'] };
}

export const designView = (view: DesignView): Html => {
  const { opened, design, today, who } = view;
  const { programme } = opened;
  const isGroup = programme.sort === 'group';
  return html`
    ${programmeTabs(opened, 'design')} ${!isGroup && workloadSummary(design)} ${beyondTerms(design, who)}
    ${braid(programmeBraid(design, today, 'large'))} ${!isGroup && planning(programme)} ${designSteps(design)}
    ${!isGroup && html`${costSection(view)} ${riskSection(view)}`}
  `;
};

/** What a plan for others says beside its steps. */
const planning = (programme: Programme): Html =>
  html`${quietActions([
    { label: t('Change the plan in words'), href: programmeHref(programme, 'design/about'), icon: 'edit' },
    {
      label: t('Answer what the steps cannot show'),
      href: programmeHref(programme, 'design/questions'),
      icon: 'question',
    },
    { label: t('Read the design check'), href: programmeHref(programme, 'check'), icon: 'evidence' },
    { label: t('Name the people'), href: programmeHref(programme, 'people'), icon: 'people' },
    ...(programme.published_at
      ? []
      : [{ label: t('Publish'), href: programmeHref(programme, 'publish'), icon: 'next' as const }]),
  ])}`;

/** What the programme adds to a teacher's time, and the question that belongs to it. */
export function workloadSummary({ programme, steps }: Pick<Design, 'programme' | 'steps'>): Html {
  const { all, inSchoolDay, outside, optional } = workloadOf(steps);
  return notice(
    'info',
    html`<p>
        ${t('It adds {all} for each teacher, of which {inside} in the school day and {outside} outside it.', {
          all: formatMinutes(all),
          inside: formatMinutes(inSchoolDay),
          outside: formatMinutes(outside),
        })}
        ${optional > 0 && t('Of this, {optional} may be left out.', { optional: formatMinutes(optional) })}
      </p>
      <p>
        ${
          programme.replaces
            ? t('It replaces: {what}', { what: programme.replaces })
            : html`${t('What does it replace?')}
                <a href="${programmeHref(programme, 'design/about')}"
                  >${t('Say what stops or shrinks to make room')}</a
                >.`
        }
      </p>`,
  );
}
