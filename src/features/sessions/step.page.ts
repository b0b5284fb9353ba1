import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { isRunning, openProgramme, programmePolicy, programmeTrail } from '#features/programmes/index.ts';
import { sharedTryOuts } from '#features/try-outs/index.ts';
import { isGathering, isMeeting } from './kinds-of-step.ts';
import { minutesPolicy, ofProgramme, registerPolicy } from './sessions.policy.ts';
import { selectStepPage } from './step-page.queries.ts';
import { neighbours, type StepView, stepView } from './step.view.ts';

/** One step of a programme: what it is and what happens there, cut to what the person may see. */
export const stepPage = page('/programmes/:programme/steps/:number', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit): Promise<StepView> {
    const opened = await openProgramme(visit);
    const data = await selectStepPage(visit, opened);
    const { programme } = opened;
    const isInside = visit.who.may('read', minutesPolicy, ofProgramme(minutesPolicy, programme));
    return {
      opened,
      data,
      visit,
      today: visit.today,
      // Asked for meetings alone: what people chose to bring to this one.
      brought:
        isInside && isMeeting(data.step)
          ? await sharedTryOuts(visit.db, visit.who, programme.id, data.step.id)
          : [],
      marks:
        visit.who.may('mark', registerPolicy, ofProgramme(registerPolicy, programme)) && isRunning(programme),
      takesPart: visit.who.isIn(programme.id, 'participant'),
      isInside,
    };
  },
  view(view, visit) {
    const { opened, data, marks, today } = view;
    const { after } = neighbours(data);
    const unmarked = marks && isGathering(data.step) && data.roll.some(({ state }) => state === null);
    return {
      title: data.step.title,
      audience: audienceNote(opened.item, programmePolicy, visit.who),
      trail: programmeTrail(opened.programme),
      status: {
        where: t('Step {n} of {all}, in cycle {cycle}', {
          n: data.steps.findIndex(({ number }) => number === data.step.number) + 1,
          all: data.steps.length,
          cycle: data.step.cycle,
        }),
        ...(after && {
          next: t('{title}, {day}', { title: after.title, day: formatDate(after.on_date, 'weekday') }),
        }),
      },
      ...(unmarked &&
        data.step.on_date <= today && { action: { label: t('Mark who was here'), href: '#roll' } }),
      body: stepView(view),
    };
  },
});
