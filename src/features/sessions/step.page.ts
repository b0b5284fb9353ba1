import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { isRunning, programmePolicy, programmeTrail } from '#features/programmes/index.ts';
import { sharedTryOuts } from '#features/try-outs/index.ts';
import { isGathering, isMeeting } from './kinds-of-step.ts';
import { minutesPolicy, ofProgramme, registerPolicy } from './sessions.policy.ts';
import { inProtocol, writingAt } from './step-in-protocol.ts';
import { openStepPage } from './step-page.queries.ts';
import { neighbours, type StepView, stepView } from './step.view.ts';

/** One step of a programme: what it is and what happens there, cut to what the person may see. */
export const stepPage = page('/programmes/:programme/steps/:number', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit): Promise<StepView> {
    const found = await openStepPage(visit);
    const { opened, protocol, data, minutes, isInside } = found;
    const { programme } = opened;
    return {
      ...found,
      template: inProtocol(protocol, data.step),
      writing: writingAt(protocol, data.step),
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
      writes: isInside && !programme.closed_at && visit.who.may('write', minutesPolicy, minutes),
    };
  },
  view(view, visit) {
    const { opened, data, marks, today } = view;
    const { after } = neighbours(data);
    const unmarked = marks && isGathering(data.step) && data.roll.some(({ state }) => state === null);
    return {
      title: data.step.title,
      audience: audienceNote(opened.item, opened.policy, visit.who),
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
