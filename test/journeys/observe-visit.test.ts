import assert from 'node:assert/strict';
import { journey, journeyEitherWay } from './journey.ts';
import { arrived, arrives, ObserverPhone, withVisit } from './observe-phone.ts';

journey(
  'a visit is recorded with the line cut, the session over and the tab thrown away; then everything arrives once',
  async (walk) => {
    const visit = await withVisit(walk);
    const phone = await ObserverPhone.of(walk, visit);
    await phone.press('It was done as planned');
    await phone.says('It was done as planned', /Sent\./);
    await phone.readyWithout();

    // The line is cut.
    await phone.context.setOffline(true);
    await phone.press('It was done as planned');
    await phone.write('Bo says it in his own words');
    await phone.says('Bo says it', /Not sent yet: kept on this device\./);
    assert.equal(await phone.page.locator('[data-counts="done tried"]').textContent(), '2');

    // Nothing that was written, nor a name, can be read on the device.
    for (const { name, text } of await phone.kept()) {
      if (name.startsWith('cache:')) assert.doesNotMatch(text, /Ffion|Room 4/, name);
      else assert.doesNotMatch(`${name} ${text}`, /Bo says|own words|Ffion|long wait|planned|Record/, name);
    }

    // The tab is thrown away, and opened again at its address; then once more by the page for all visits.
    await phone.open(visit.record);
    await phone.says('Bo says it', /Not sent yet: kept on this device\./);
    assert.equal(await phone.page.locator('[data-counts="done tried"]').textContent(), '2');
    await phone.press('There was a chance and it was not taken');
    await phone.says('There was a chance', /ept on this device/);
    await phone.open('/observations/capture');
    await phone.page.getByRole('button', { name: /^Record: / }).tap();
    await phone.write('Cai nods');
    await phone.says('Cai nods', /Not sent yet: kept on this device\./);
    assert.deepEqual(await arrived(visit), ['done tried']);

    // There is a line again, but the time signed in is over.
    const { db, people } = visit;
    await db.deleteFrom('session').where('person_id', '=', people.specialist.personId).execute();
    await phone.context.setOffline(false);
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.says('Cai nods', /You were signed out; it is sent once you sign in again\./);
    await phone.page.getByRole('link', { name: 'Sign in again' }).waitFor();

    // Somebody else signs in on it, sees nothing of it and sends nothing of it.
    await phone.signIn('partner');
    await phone.open('/today');
    await phone.open('/observations/capture');
    await phone.page.getByText('Nothing is kept on this device').waitFor();
    assert.equal((await arrived(visit)).length, 1);

    await phone.signIn('specialist');
    await phone.open('/today');
    const all = [
      'done chance',
      'done tried',
      'done tried',
      'pupils then Bo says it in his own words',
      'pupils then Cai nods',
    ];
    await arrives(visit, all);
    await phone.open(visit.record);
    await phone.page.getByText('5 notes').waitFor();
    assert.deepEqual(await arrived(visit), all);
    await phone.context.close();
  },
);

journey(
  'on a shared device nothing is kept, the page says so, and what could not be sent is lost with it',
  async (walk) => {
    const visit = await withVisit(walk);
    const phone = await ObserverPhone.of(walk, visit);
    await phone.readyWithout();
    await phone.page.getByText('Is this a shared device?').tap();
    await phone.page.getByLabel('This is a shared device: keep nothing on it').check();
    await phone.page.getByText(/^\s*Nothing is kept on this device\. Each note is sent at once/).waitFor();
    await phone.press('It was done as planned');
    await phone.says('It was done as planned', /Sent\./);
    await phone.context.setOffline(true);
    await phone.write('Ann yawns');
    await phone.says('Ann yawns', /kept in this page only\. Leave it open until it is sent\./);
    assert.deepEqual(
      (await phone.kept()).map(({ name }) => name),
      ['local:shared-device'],
    );
    await phone.context.setOffline(false);
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await arrives(visit, ['done tried', 'pupils then Ann yawns']);

    // It is remembered on the device; without a connection the page does not open.
    await phone.open(visit.record);
    await phone.page.getByText('Is this a shared device?').tap();
    assert.equal(await phone.page.getByLabel('This is a shared device').isChecked(), true);
    await phone.context.setOffline(true);
    await assert.rejects(phone.open(visit.record), /ERR_INTERNET_DISCONNECTED/);
    await phone.context.close();
  },
);

journey(
  'where the browser cannot encrypt, entries are kept in the page only, and it says so',
  async (walk) => {
    const visit = await withVisit(walk, 'three-pupils');
    const phone = await ObserverPhone.of(walk, visit);
    await phone.context.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    await phone.open(visit.record);
    await phone.page.getByText(/cannot encrypt what it keeps, so notes are kept in this page only/).waitFor();
    await phone.context.setOffline(true);
    await phone.page.getByLabel('Pupil A').check();
    await phone.page.getByLabel('What you saw or heard').fill('Ann yawns');
    await phone.press('Note it');
    await phone.says('Ann yawns', /kept in this page only\. Leave it open until it is sent\./);
    await phone.context.setOffline(false);
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await arrives(visit, ['notes Ann yawns']);
    await phone.context.close();
  },
);

journey(
  'whoever signs out with entries that could not be sent is told first, and leaves nothing behind',
  async (walk) => {
    const visit = await withVisit(walk);
    const phone = await ObserverPhone.of(walk, visit);
    await phone.readyWithout();
    await phone.page.route(`**${visit.record}`, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await phone.write('Bo hums');
    await phone.says('Bo hums', /Not sent yet: kept on this device\./);
    await phone.press('Sign out');
    await phone.page.getByText(/what you recorded in a lesson has not been sent/).waitFor();
    await phone.press('Sign out');
    await phone.page.waitForURL((url) => !url.pathname.startsWith('/observations'));
    assert.deepEqual(await phone.kept(), []);
    assert.deepEqual(await arrived(visit), []);
    await phone.context.close();
  },
);

journeyEitherWay('an observer prepares, records, and takes an entry back', async (walk) => {
  const visit = await withVisit(walk, 'who-was-asked');
  const observer = await walk.start();
  await observer.signInAs(visit.people.specialist);
  await observer.visit(visit.visit);
  await observer.press('Record the visit');
  await observer.sees('This page opens once you have prepared');
  await observer.press('I have prepared for it');
  await observer.tick('S: Spoke to the class');
  await observer.page.getByRole('button', { name: 'Bo' }).click();
  await observer.sees('One note');
  await arrives(visit, ['plan spoke 1-2']);
  await observer.page
    .getByRole('button', { name: /^Take it back/ })
    .first()
    .click();
  await observer.sees('Nothing yet. What you record stands here');
  await observer.press('Undo');
  await observer.sees('One note');
  assert.deepEqual(await arrived(visit), ['plan spoke 1-2']);
});
