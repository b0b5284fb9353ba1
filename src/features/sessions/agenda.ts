import { type Agenda, type Evidence, catalogue } from '#features/evidence/index.ts';
import type { Step } from '#features/programmes/index.ts';

const usual = 'meeting-agenda';

/** The agenda of a meeting: the one its design names, otherwise the usual one. */
export function agendaOf(step: Pick<Step, 'form'>): Agenda {
  const { agendas } = catalogue();
  const agenda = agendas.find(({ id }) => id === step.form) ?? agendas.find(({ id }) => id === usual);
  if (!agenda) throw new Error(`The catalogue has no agenda '${usual}'.`);
  return agenda;
}

/** What the source says of talk with nothing tried and no evidence from pupils behind it. */
export const talkAlone = (): readonly Evidence[] =>
  catalogue().designChecks.find(({ id }) => id === 'talk-without-experiment')?.evidence ?? [];
