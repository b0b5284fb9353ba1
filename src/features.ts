import type { Feature } from '#platform/http/feature.ts';
import { agreements } from '#features/agreements/index.ts';
import { appraisal } from '#features/appraisal/index.ts';
import { attendance } from '#features/attendance/index.ts';
import { behaviour } from '#features/behaviour/index.ts';
import { bookings } from '#features/bookings/index.ts';
import { calendar } from '#features/calendar/index.ts';
import { children } from '#features/children/index.ts';
import { coaching } from '#features/coaching/index.ts';
import { coachingCare } from '#features/coaching-care/index.ts';
import { concerns } from '#features/concerns/index.ts';
import { consents } from '#features/consents/index.ts';
import { contacts } from '#features/contacts/index.ts';
import { courses } from '#features/courses/index.ts';
import { cover } from '#features/cover/index.ts';
import { curriculum } from '#features/curriculum/index.ts';
import { evaluation } from '#features/evaluation/index.ts';
import { evidence } from '#features/evidence/index.ts';
import { files } from '#features/files/index.ts';
import { frontDoor } from '#features/front-door/index.ts';
import { groups } from '#features/groups/index.ts';
import { help } from '#features/help/index.ts';
import { imports } from '#features/imports/index.ts';
import { induction } from '#features/induction/index.ts';
import { me } from '#features/me/index.ts';
import { messages } from '#features/messages/index.ts';
import { myLearning } from '#features/my-learning/index.ts';
import { needs } from '#features/needs/index.ts';
import { noticeBoard } from '#features/notice-board/index.ts';
import { organisation } from '#features/organisation/index.ts';
import { override } from '#features/override/index.ts';
import { people } from '#features/people/index.ts';
import { observations } from '#features/observations/index.ts';
import { peerAssessments } from '#features/peer-assessments/index.ts';
import { practice } from '#features/practice/index.ts';
import { pictureCards } from '#features/picture-cards/index.ts';
import { planner } from '#features/planner/index.ts';
import { plans } from '#features/plans/index.ts';
import { protocols } from '#features/protocols/index.ts';
import { programmes } from '#features/programmes/index.ts';
import { setup } from '#features/setup/index.ts';
import { questions } from '#features/questions/index.ts';
import { recordings } from '#features/recordings/index.ts';
import { registers } from '#features/registers/index.ts';
import { resources } from '#features/resources/index.ts';
import { repairs } from '#features/repairs/index.ts';
import { researchLessons } from '#features/research-lessons/index.ts';
import { rotas } from '#features/rotas/index.ts';
import { visitors } from '#features/visitors/index.ts';
import { sessions } from '#features/sessions/index.ts';
import { signIn } from '#features/sign-in/index.ts';
import { startingPoints } from '#features/starting-points/index.ts';
import { teachingEvidenceRoom } from '#features/teaching-evidence/index.ts';
import { teaching } from '#features/teaching/index.ts';
import { timetable } from '#features/timetable/index.ts';
import { today } from '#features/today/index.ts';
import { tryOuts } from '#features/try-outs/index.ts';
import { yearEnd } from '#features/year-end/index.ts';

/** For features that show or gather what all of them have: the log, the calendar, files. */
const every = (): readonly Feature[] => features;

/** Every feature of the site, one line each. */
export const features: readonly Feature[] = [
  agreements,
  appraisal,
  attendance,
  behaviour,
  bookings,
  calendar(every),
  children,
  coaching,
  coachingCare,
  concerns,
  consents,
  contacts,
  courses,
  cover,
  curriculum,
  evaluation,
  evidence,
  imports,
  induction,
  myLearning,
  needs,
  messages,
  noticeBoard,
  observations,
  peerAssessments,
  planner,
  plans,
  practice,
  protocols,
  programmes,
  groups,
  sessions,
  repairs,
  researchLessons,
  rotas,
  visitors,
  questions,
  recordings,
  registers,
  resources,
  organisation,
  people,
  setup,
  frontDoor,
  help,
  signIn,
  pictureCards,
  startingPoints,
  teachingEvidenceRoom,
  teaching,
  timetable,
  today(every),
  tryOuts,
  yearEnd,
  files(every),
  override(every),
  me(every),
];
