import { plainWord } from '../source-roles.ts';

/** What a column of a plain list can hold. */
type PlainColumn =
  | 'givenName'
  | 'familyName'
  | 'preferredName'
  | 'fullName'
  | 'email'
  | 'personalEmail'
  | 'jobTitle'
  | 'roles'
  | 'department'
  | 'startsOn'
  | 'endsOn'
  | 'upn'
  | 'admissionNumber'
  | 'yearGroup'
  | 'form'
  | 'class'
  | 'dateOfBirth'
  | 'legalSex'
  | 'staffCode'
  | 'payrollNumber';

/** The names each column goes by, as management systems and school offices write them. */
const names: Readonly<Record<PlainColumn, readonly string[]>> = {
  givenName: ['Forename', 'Forenames', 'First name', 'Given name', 'Legal forename', 'Christian name'],
  familyName: ['Surname', 'Family name', 'Last name', 'Legal surname', 'Second name'],
  preferredName: [
    'Preferred name',
    'Preferred forename',
    'Preferred first name',
    'Preferred given name',
    'Known as',
    'Chosen name',
  ],
  fullName: ['Full name', 'Name', 'Staff name', 'Pupil name', 'Student name', 'Employee name'],
  email: [
    'E-mail',
    'E-mail address',
    'Work e-mail',
    'Work e-mail address',
    'School e-mail',
    'School e-mail address',
    'Primary e-mail',
    'Staff e-mail',
    'Pupil e-mail',
    'Student e-mail',
  ],
  personalEmail: ['Personal e-mail', 'Personal e-mail address', 'Home e-mail', 'Private e-mail'],
  jobTitle: ['Job title', 'Post', 'Post title', 'Position', 'Job'],
  roles: ['Role', 'Roles', 'Role(s)', 'Staffroom role', 'Staffroom roles'],
  department: ['Department', 'Departments', 'Dept', 'Faculty'],
  startsOn: [
    'Start date',
    'Date started',
    'Started',
    'Date of joining',
    'Joining date',
    'Employment start date',
    'Admission date',
    'Date of admission',
  ],
  endsOn: [
    'Leaving date',
    'Date of leaving',
    'Leave date',
    'End date',
    'Date left',
    'Employment end date',
    'Last day',
  ],
  upn: ['UPN', 'Unique pupil number'],
  admissionNumber: [
    'Admission number',
    'Admission no',
    'Adm no',
    'Admno',
    'Ad no',
    'Pupil number',
    'Pupil ID',
    'Student ID',
    'Student number',
  ],
  yearGroup: ['Year', 'Year group', 'Yr', 'NC year', 'National curriculum year', 'Year level'],
  form: [
    'Form',
    'Form group',
    'Tutor group',
    'Registration group',
    'Registration form',
    'Reg group',
    'Reg form',
    'Reg',
  ],
  class: ['Class', 'Class name', 'Classes'],
  dateOfBirth: ['Date of birth', 'DOB', 'Birth date', 'Birthday'],
  legalSex: ['Legal sex', 'Sex'],
  staffCode: ['Staff code', 'Staff ID', 'Staff no', 'Staff number', 'Teacher code', 'Teacher number'],
  payrollNumber: [
    'Payroll',
    'Payroll number',
    'Payroll no',
    'Payroll ID',
    'Employee number',
    'Employee no',
    'Employee ID',
  ],
};

const byWord = new Map<string, PlainColumn>();
for (const [column, spellings] of Object.entries(names) as [PlainColumn, readonly string[]][]) {
  for (const spelling of spellings) byWord.set(plainWord(spelling), column);
}

/** The column a heading stands for, whatever its case, spaces and marks; '' when we do not know it. */
export function plainColumn(heading: string): PlainColumn | '' {
  return byWord.get(plainWord(heading)) ?? '';
}
