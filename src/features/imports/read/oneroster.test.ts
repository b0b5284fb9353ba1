import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { bulk, bundle, manifest } from '#test/fixtures/imports/small-bundle.ts';
import { readOneRoster } from './oneroster.ts';
import type { UploadedFile } from './roster.ts';
import { unpackArchive } from './zip.ts';

const fixture = (name: string): URL => new URL(`../../../../test/fixtures/imports/${name}`, import.meta.url);

const codes = (files: UploadedFile[]): string[] =>
  readOneRoster(files).problems.map(({ code, file, line }) => `${code} ${file}:${line ?? ''}`);

test('the school of the sample bundle is read whole, without a problem', async () => {
  const { files } = unpackArchive({
    name: 'one-school.zip',
    bytes: await readFile(fixture('one-school.zip')),
  });
  const roster = readOneRoster(files);
  assert.deepEqual(roster.problems, []);
  assert.deepEqual(
    [roster.organisations, roster.terms, roster.units, roster.people, roster.memberships].map(
      (each) => each.length,
    ),
    [2, 3, 20, 430, 1712],
  );
  assert.deepEqual(roster.coverage, { people: true, units: true, memberships: 'everyone' });
  assert.equal(roster.sourceName, 'oneroster:ORSG');
  assert.equal(roster.people.filter(({ kind }) => kind === 'staff').length, 10);
  assert.ok(roster.leftOut.includes('users.csv: password'));
  const pupil = roster.people.find(({ key }) => key === 'fd412218-35fa-4f26-9810-aa6760521f9b');
  assert.equal(pupil?.yearLabel, 'Year 2');
  assert.deepEqual(pupil?.grades, ['02']);
  assert.equal(pupil?.dateOfBirth, '2019-07-19');
});

test('a whole bundle becomes people, classes, forms, departments, terms and families', () => {
  const roster = readOneRoster(bundle());
  assert.deepEqual(roster.problems, []);
  assert.deepEqual(
    roster.organisations.map(({ key, kind, parentKey }) => [key, kind, parentKey]),
    [
      ['T', 'trust', undefined],
      ['S', 'school', 'T'],
    ],
  );
  assert.deepEqual(
    roster.units.map(({ key, kind, organisationKey, subject, yearLabels }) => [
      key,
      kind,
      organisationKey,
      subject,
      yearLabels,
    ]),
    [
      ['D', 'department', 'S', undefined, []],
      ['K', 'class', 'S', 'Science', ['Year 7', 'Year 8']],
      ['H', 'form', 'S', undefined, []],
    ],
  );
  const [teacher, pupil, parent, administrator, relative] = roster.people;
  assert.deepEqual(teacher?.emails, [{ address: 'sian@school.example', use: 'school' }]);
  assert.deepEqual([teacher?.staffCode, teacher?.organisationKeys], ['SLL', ['S']]);
  assert.deepEqual([pupil?.yearLabel, pupil?.admissionNumber, pupil?.roles], ['Year 8', '123', ['pupil']]);
  assert.deepEqual([parent?.kind, parent?.roles, parent?.emails[0]?.use], ['family', ['parent'], 'personal']);
  assert.deepEqual([administrator?.roles, administrator?.rolesToConfirm], [[], ['administrator']]);
  assert.deepEqual([relative?.kind, relative?.roles], ['family', []]);
  assert.deepEqual(roster.relations, [
    { adultKey: 'f1', pupilKey: 'p1' },
    { adultKey: 'r1', pupilKey: 'p1' },
  ]);
  assert.deepEqual(
    roster.memberships.map(({ personKey, unitKey, role, endsOn }) => [personKey, unitKey, role, endsOn]),
    [
      ['t1', 'D', 'member', undefined],
      ['t1', 'K', 'teacher', undefined],
      ['p1', 'K', 'pupil', '2027-07-20'],
    ],
  );
  assert.equal(JSON.stringify(roster.people).includes('secret'), false);
  assert.ok(roster.leftOut.includes('demographics.csv: asian'));
});

test('each thing that is wrong is a problem with its file and line, and the rest is read', () => {
  const files = bundle({
    'enrollments.csv': [
      'sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate',
      'e1,K,S,nobody,student,,',
      'e2,nowhere,S,p1,student,,',
      'e2,K,S,p1,student,,',
      'e3,K,S,p1,student,2026-02-30,',
      'e4,K,S,a1,proctor,,',
    ].join('\n'),
    'users.csv': [
      'sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName,email,agentSourcedIds',
      'p1,true,S,student,b,Rhys,Morgan,rhys at school,ghost',
      'p1,true,S,student,b,Rhys,Morgan,,',
      ',true,S,student,b,Nia,Morgan,,',
      'a1,false,X,wizard,b,Myrddin,Ambrosius,,',
      'x1,true,S,student,b,,,,',
    ].join('\n'),
  });
  assert.deepEqual(codes(files), [
    'bad-email users.csv:2',
    'repeated-id users.csv:3',
    'no-id users.csv:4',
    'unknown-role users.csv:5',
    'unknown-reference users.csv:5',
    'disabled-user users.csv:5',
    'no-name users.csv:6',
    'unknown-reference enrollments.csv:2',
    'unknown-reference enrollments.csv:3',
    'repeated-id enrollments.csv:4',
    'bad-date enrollments.csv:5',
    'enrolment-role enrollments.csv:6',
    'unknown-reference users.csv:2',
    'not-whole users.csv:',
    'not-whole enrollments.csv:',
  ]);
  const roster = readOneRoster(files);
  assert.deepEqual(
    roster.people.map(({ key, kind }) => [key, kind]),
    [
      ['p1', 'pupil'],
      ['a1', 'guest'],
    ],
  );
  assert.equal(roster.memberships.length, 1);
  const [first] = roster.problems;
  assert.deepEqual([first?.column, first?.value], ['email', 'rhys at school']);
  const date = roster.problems.find(({ code }) => code === 'bad-date');
  assert.equal(
    `${date?.message} ${date?.advice}`,
    'We could not read the date in row 5 ("2026-02-30"). February has 28 days.',
  );
});

test('a missing column that is needed costs its file; one that is not is noted', () => {
  const roster = readOneRoster(
    bundle({
      'users.csv': 'sourcedId,givenName,enabledUser,role\np1,Rhys,true,student\n',
      'demographics.csv': null,
      'enrollments.csv': null,
      'manifest.csv': `${manifest}file.users,bulk\nfile.demographics,bulk\n`,
    }),
  );
  assert.deepEqual(
    roster.problems.map(({ code, effect, file, column }) => [code, effect, file, column]),
    [
      ['missing-column', 'nothing-read', 'users.csv', 'familyName'],
      ['missing-column', 'noted', 'users.csv', 'username'],
      ['missing-file', 'nothing-read', 'demographics.csv', undefined],
    ],
  );
  assert.deepEqual(roster.people, []);
  assert.equal(roster.coverage.people, false);
});

test('what is to be deleted is ended, and someone marked so keeps their row', () => {
  const roster = readOneRoster(
    bundle({
      'users.csv':
        'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName\nt1,tobedeleted,2026-11-22,true,S,teacher,a,Siân,Llewelyn\n',
      'enrollments.csv':
        'sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role\ne1,tobedeleted,K,S,t1,teacher\n',
      'demographics.csv': null,
    }),
  );
  assert.deepEqual([roster.people[0]?.ended, roster.memberships[0]?.ended], [true, true]);
});

test('when a row about a person cannot be read, nobody is taken to be absent', () => {
  const users = 'sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName\n';
  const roster = readOneRoster(
    bundle({
      'users.csv': `${users}t1,true,S,teacher,a,Siân,Llewelyn\np1,true,S,student,b,Rhys,Morgan\nx1,true,S,student,c,,\n`,
    }),
  );
  assert.deepEqual(
    roster.problems.map(({ code, effect }) => [code, effect]),
    [
      ['no-name', 'row-left-out'],
      ['not-whole', 'noted'],
    ],
  );
  assert.deepEqual(roster.coverage, { people: false, units: true, memberships: 'everyone' });
});

test('a bundle of changes may refer to what it does not hold, and ends nobody by silence', () => {
  const roster = readOneRoster(
    bundle({
      'manifest.csv': `${manifest}file.users,delta\nfile.enrollments,delta\nfile.orgs,absent\nfile.classes,absent\n`,
      'orgs.csv': null,
      'classes.csv': null,
      'courses.csv': null,
      'academicSessions.csv': null,
      'demographics.csv': null,
    }),
  );
  assert.deepEqual(roster.problems, []);
  assert.deepEqual(roster.coverage, { people: false, units: false, memberships: 'some' });
  assert.deepEqual(roster.people[0]?.organisationKeys, ['S', 'D']);
  assert.equal(roster.memberships.length, 2);
});

test('a bundle without a manifest is read, and ends nobody by silence', () => {
  const roster = readOneRoster(bundle({ 'manifest.csv': null }));
  assert.deepEqual(
    roster.problems.map(({ code }) => code),
    ['no-manifest'],
  );
  assert.equal(roster.people.length, 5);
  assert.equal(roster.coverage.people, false);
});

test('version 1.2 keeps roles in a file of their own, several to a person', () => {
  const roster = readOneRoster(
    bundle({
      'manifest.csv': bulk.replace('1.1', '1.2'),
      'users.csv':
        'sourcedId,enabledUser,username,givenName,familyName,preferredGivenName,primaryOrgSourcedId\nt1,true,a,Siân Angharad,Llewelyn,Siân,S\np1,true,b,Rhys,Morgan,,S\n',
      'roles.csv': [
        'sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
        '1,t1,primary,teacher,2020-09-01,,S,',
        '2,t1,secondary,parent,,,S,',
        '3,t1,secondary,siteAdministrator,,,S,',
        '4,p1,primary,student,2024-09-01,2027-07-20,S,',
      ].join('\n'),
      'enrollments.csv': null,
    }).filter(({ name }) => name !== 'demographics.csv'),
  );
  const [teacher, pupil] = roster.people;
  assert.deepEqual(
    [teacher?.kind, teacher?.roles, teacher?.rolesToConfirm, teacher?.preferredName, teacher?.startsOn],
    ['staff', ['teacher', 'parent'], ['administrator'], 'Siân', '2020-09-01'],
  );
  assert.deepEqual([pupil?.kind, pupil?.startsOn, pupil?.endsOn], ['pupil', '2024-09-01', '2027-07-20']);
});

test('two spells in one class are one membership, open while either is', () => {
  const roster = readOneRoster(
    bundle({
      'enrollments.csv': [
        'sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate',
        'e1,K,S,p1,student,2026-09-01,2026-10-01',
        'e2,K,S,p1,student,2027-01-05,',
      ].join('\n'),
    }),
  );
  const { startsOn, endsOn } = roster.memberships.find(({ personKey }) => personKey === 'p1')!;
  assert.deepEqual([startsOn, endsOn], ['2026-09-01', undefined]);
});

test('grades are named as in America when asked', () => {
  const roster = readOneRoster(bundle(), { gradeNames: 'american' });
  assert.equal(roster.people[1]?.yearLabel, 'Grade 8');
});
