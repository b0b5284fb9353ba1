import assert from 'node:assert/strict';
import { makeWorld } from '../world.ts';
import { journey } from './journey.ts';

journey('words sent without a connection are there again, and go once they have arrived', async (walk) => {
  const { people } = await makeWorld(walk.site.db);
  const ffion = await walk.browser(true);
  await ffion.signInAs(people.teacher);
  const form = '/my-learning/starting-points/new';
  const written = 'Six of them read aloud beautifully and repeat the first line.';

  await ffion.visit(form);
  await ffion.page.context().setOffline(true);
  await ffion.fill('Your pupils', written);
  const failed = ffion.page.waitForEvent('requestfailed', (request) => request.isNavigationRequest());
  await ffion.page.getByRole('button', { name: 'Save', exact: true }).click();
  await failed;

  await ffion.page.context().setOffline(false);
  await ffion.visit('/my-learning');
  await ffion.visit(form);
  assert.equal(await ffion.valueOf('Your pupils'), written);

  await ffion.press('Save');
  await ffion.sees(written);
  await ffion.visit(form);
  assert.equal(await ffion.valueOf('Your pupils'), '');
  assert.equal(await ffion.page.evaluate(() => localStorage.length), 0);
});
