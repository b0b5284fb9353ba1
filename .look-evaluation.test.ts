import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { buildAssets } from '#src/ui/assets.ts';
import { testSite } from '#test/site.ts';
import { makeWorld } from '#test/world.ts';
import { joinCircle, makePerson } from '#test/factories.ts';
import { newId } from '#platform/db/ids.ts';
import { plan, questionsAsked, must, handIn, makeGroup } from '#features/evaluation/evaluation.scene.ts';

test('look', async () => {
  const site = await testSite({ assets: await buildAssets() });
  const world = await makeWorld(site.db);
  const base = `/programmes/${world.programme.slug}/evaluation`;
  const stage: any = { site, world, base, as: (w: any) => site.as((world.people as any)[w]) };
  const teacher = await stage.as('teacher'); const partner = await stage.as('partner'); const leader = await stage.as('cpd-leader');
  const people = [];
  for (const n of ['Ann', 'Bea', 'Cai', 'Dai', 'Eve', 'Fay']) { const p = await makePerson(site.db, world.school, { name: `${n} Rees` }); await joinCircle(site.db, world.school, world.programme.id, p, 'participant'); people.push(p); }
  const step = (n: number, on: string, minutes: number, inside: boolean) => ({ owner_id: world.school.id, id: newId(), programme_id: world.programme.id, number: n, kind: 'input', strand: 'specialist', lead: 'specialist', title: 'Step', prompt: '', on_date: on, starts_at: null, place: '', minutes, in_school_day: inside, mode: 'in-person', cycle: 1, required: true, template_step: null, ingredient: null, created_at: world.at, ended_at: null });
  await site.db.insertInto('programme_step').values([step(1, '2026-09-10', 90, true), step(2, '2026-10-10', 60, false), step(3, '2026-11-10', 60, true), step(4, '2027-02-10', 60, true)] as any).execute();
  for (const [about, amount] of [['Cover', 1800], ['Fee', 1200]] as const)
    await site.db.insertInto('programme_cost').values({ owner_id: world.school.id, id: newId(), programme_id: world.programme.id, kind: 'cover', about, amount, created_at: world.at, ended_at: null }).execute();
  must(await teacher.post(`${base}/plan/change`, { ...plan, comparison: 'other-class', comparisonAbout: 'The parallel classes, same texts, taught as before.' }));
  must(await teacher.post(`${base}/measures`, questionsAsked));
  must(await teacher.post(`${base}/measures`, { ...questionsAsked, title: 'Retelling a paragraph', kind: 'rubric', lowest: '', highest: '', levels: 'Not yet: names a word or two\nWith help: answers prompts\nAlone: says what it is about\nAlone and why: gives a reason' }));
  const rnd = (() => { let s = 7; return () => (s = (s * 16807) % 2147483647) / 2147483647; })();
  for (const [b, arm, pupils, name] of [[teacher, 'programme', 8, 'Focus readers, Willow'], [partner, 'programme', 7, 'Focus readers, Rowan'], [partner, 'comparison', 9, 'Parallel class']] as const) {
    const group = await makeGroup(stage, b, { name, arm, pupils });
    for (const [i, m] of ['baseline', 'middle', 'end', 'delayed'].entries()) {
      const fields = Object.fromEntries(group.ids.flatMap((id, n) => {
        if (n === 2 && i === 3) return [[`missing-1-${id}`, 'absent'], [`missing-2-${id}`, 'absent']];
        const gain = arm === 'programme' ? [0, 2, 4, 3.5][i]! : [0, 0.5, 1, 1][i]!;
        return [[`figure-1-${id}`, String(Math.max(0, Math.round(2 + rnd() * 4 + gain)))], [`figure-2-${id}`, String(Math.min(4, Math.max(1, Math.round(1 + rnd() * 1.4 + gain / 3))))]];
      }));
      must(await b.post(`${group.href}/figures/${m}`, { version: 0, ...fields, then: 'hand-in' }));
    }
  }
  must(await leader.post(`${base}/questions/end/open`));
  const opts = ['not-at-all', 'a-little', 'to-some-extent', 'very-much'];
  const ids = ['worth-time', 'fitted', 'aim-reached', 'practice', 'thinking', 'lasting', 'pupils', 'conditions'];
  must(await leader.post(`${base}/questions/end`, { version: 0, ...Object.fromEntries(ids.map((id, i) => [id, opts[3 - (i % 2)]])) }));
  for (const p of [world.people.teacher, world.people.partner, ...people]) must(await (await site.as(p)).post(`${base}/questions/end`, { version: 0, words_shown: 'yes', 'practice-example-words': `I wait longer after a question (${p.name[0]}).`, ...Object.fromEntries(ids.map((id, i) => [id, opts[Math.min(3, Math.floor(rnd() * 2) + (i % 3))]])) }));
  must(await leader.post(`${base}/questions/end/close`));
  must(await teacher.post(`${base}/sure`, { common: 'growing-up', known: 'Pupils of this age ask about one question more a year.', done: 'We measured the parallel classes.' }));
  must(await teacher.post(`${base}/sure`, { common: 'test-practice', known: '', done: 'A new text each time.' }));
  must(await teacher.post(`${base}/sure/account`, { version: 0, meanwhile: 'Reading week in March; a new library.', nextSteps: 'Go on with Year 4 and keep the partnerships. Measure once more in a year.', priorExposure: 'Two of us had been on a course on questioning.' }));
  must(await teacher.post(`${base}/claims`, { says: 'Pupils in the focus groups asked about four questions more at the end than at the start; the parallel classes about one more.', kind: 'pupils', certainty: 'single' }));
  must(await teacher.post(`${base}/claims`, { says: 'The programme led to new habits.', shown: 'The programme led to new habits.', kind: 'self-report', certainty: 'single' }));
  const address = await site.app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: '--no-sandbox --headless --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ') });
  const shots: [string, string, any, any][] = [
    ['report', base, 'head', {}], ['plan', `${base}/plan`, 'teacher', {}], ['change', `${base}/plan/change`, 'teacher', {}], ['measure', `${base}/measures/2`, 'teacher', {}], ['groups', `${base}/groups`, 'teacher', {}],
    ['group', `${base}/groups/1`, 'teacher', {}], ['sheet', `${base}/groups/1/figures/end`, 'teacher', {}], ['sure', `${base}/sure`, 'teacher', {}], ['claims', `${base}/claims`, 'teacher', {}], ['questions', `${base}/questions`, 'cpd-leader', {}], ['summary', `${base}/summary`, 'teacher', {}], ['translator', '/evidence/effect-translator', 'teacher', {}],
  ];
  const only = process.env.ONLY?.split(',');
  for (const [name, path, who] of shots) {
    if (only && !only.includes(name)) continue;
    const cookie = await site.cookieOf((world.people as any)[who]);
    for (const [w, scheme] of [[360, 'light'], [1280, 'light'], [360, 'dark']] as const) {
      if (scheme === 'dark' && name !== 'report') continue;
      const context = await browser.newContext({ viewport: { width: w, height: 900 }, colorScheme: scheme });
      await context.addCookies([{ ...cookie, url: address }]);
      const page = await context.newPage();
      await page.goto(address + path);
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      if ((wide as number) > w) console.log('WIDE', name, w, wide);
      await page.screenshot({ path: `/tmp/look-evaluation/${name}-${w}-${scheme}.png`, fullPage: true });
      if (name === 'report' && w === 1280 && scheme === 'light') { await page.emulateMedia({ media: 'print' }); await page.setViewportSize({ width: 673, height: 980 }); await page.screenshot({ path: '/tmp/look-evaluation/print.png', fullPage: true }); await page.setViewportSize({ width: 1280, height: 900 }); }
      if (name === 'report' && w === 1280) await page.pdf({ path: '/tmp/look-evaluation/report.pdf', format: 'A4', preferCSSPageSize: true });
      await context.close();
    }
  }
  await browser.close();
});
