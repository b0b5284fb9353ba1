export { affiliate, endAffiliation } from './affiliations.ts';
export { appoint, insertAppointments, type NewAppointments, setAppointmentEnded } from './appointments.ts';
export { addEmail, addEmails, type NewEmail } from './emails.ts';
export { insertPeople, insertPerson, type NewPerson, updateNames } from './insert-people.ts';
export { addLineManager, setLineManagementEnded } from './line-managers.ts';
export { endMember, insertMember, insertMembers, type NewMember, reopenMember } from './members.ts';
export { type Names, sortName, wholeName } from './names.ts';
export { administrators, leads, learningLeaders, role } from './roles.ts';
export {
  insertMemberships,
  insertUnits,
  type NewMembership,
  type NewUnit,
  type UnitKind,
  type UnitPart,
} from './units.ts';
