import type { Feature } from '#platform/http/feature.ts';
import { addFamily } from './add-family.action.ts';
import { addFamilyPage } from './add-family.page.ts';
import { addPerson } from './add-person.action.ts';
import { addPersonPage } from './add-person.page.ts';
import { appointAction } from './appoint.action.ts';
import { appointPage } from './appoint.page.ts';
import { addToUnit, endInUnit, restoreInUnit } from './change-unit-people.action.ts';
import { addUnit, endUnit, restoreUnit } from './change-units.action.ts';
import { editPerson } from './edit-person.action.ts';
import { editPersonPage } from './edit-person.page.ts';
import { endFamily, restoreFamily } from './end-family.action.ts';
import { endRole, restoreRole } from './end-role.action.ts';
import { inviteMany } from './invite-many.action.ts';
import { inviteByMail, makeLinkByHand } from './invite.action.ts';
import { invitePage } from './invite.page.ts';
import { comeBack, leave, stay } from './leave.action.ts';
import { leavePage } from './leave.page.ts';
import { addManager, endManager, restoreManager } from './line-manager.action.ts';
import { lineManagerPage } from './line-manager.page.ts';
import { endMembershipsJob, membershipHandlers } from './membership-told.ts';
import { peoplePage } from './people-list.page.ts';
import { personPage } from './person.page.ts';
import { saveWorkingPatternAction } from './save-working-pattern.action.ts';
import { unitPage } from './unit.page.ts';
import { unitsPage } from './units.page.ts';
import { workingPatternPage } from './working-pattern.page.ts';

export { affiliate, endAffiliation } from './affiliations.ts';
export {
  appoint,
  endParentRoles,
  insertAppointments,
  type NewAppointments,
  parentRole,
} from './appointments.ts';
export { isToldAbout, linkStands, type Matter, toldAbout } from './carers.ts';
export { addEmail, addEmails, type NewEmail } from './emails.ts';
export { findByEmail } from './find-by-email.ts';
export { insertFamilyLink } from './family.queries.ts';
export { insertPeople, insertPerson, type NewPerson, updateNames } from './insert-people.ts';
export { addLineManager } from './line-managers.ts';
export { endMembers, insertMember, insertMembers, type NewMember, reopenMember } from './members.ts';
export { type Names, sortName } from './names.ts';
export { selectUnit, type Unit } from './units.queries.ts';
export { schoolPrincipals, type UnitPeople } from './principals-of-school.ts';
export { roleTitle } from './role-words.ts';
export {
  administrators,
  appointers,
  leads,
  learningLeaders,
  overriders,
  role,
  trustedRoles,
} from './roles.ts';
export {
  insertMemberships,
  insertUnits,
  type NewMembership,
  type NewUnit,
  type UnitKind,
  type UnitPart,
} from './units.ts';
export { usualDays, weekdayName, weekdays, type WorkingDay } from './working-pattern.ts';
export { type NamedPerson, selectStaff, staffList } from './staff-list.ts';
export { withoutMailServer } from './without-mail-server.ts';
export { yearWords } from './year-words.ts';

/** Who is here: finding people, what they do, roles, units, coming and leaving, invitations. */
export const people: Feature = {
  name: 'people',
  routes: [
    peoplePage,
    inviteMany,
    addPersonPage,
    addPerson,
    unitsPage,
    addUnit,
    unitPage,
    endUnit,
    restoreUnit,
    addToUnit,
    endInUnit,
    restoreInUnit,
    personPage,
    editPersonPage,
    editPerson,
    appointPage,
    appointAction,
    endRole,
    restoreRole,
    addFamilyPage,
    addFamily,
    endFamily,
    restoreFamily,
    lineManagerPage,
    addManager,
    endManager,
    restoreManager,
    leavePage,
    leave,
    stay,
    comeBack,
    invitePage,
    inviteByMail,
    makeLinkByHand,
    workingPatternPage,
    saveWorkingPatternAction,
  ],
  handlers: membershipHandlers,
  recurring: [endMembershipsJob],
};
