import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { coursesScene } from '../courses.scene.ts';

const cartridge = (resources: string, items: string): string =>
  `<?xml version="1.0"?><manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
    xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"><metadata><schema>IMS Common Cartridge</schema>
    <schemaversion>1.1.0</schemaversion><lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string>Romans</lomimscc:string>
    </lomimscc:title></lomimscc:general></lomimscc:lom></metadata><organizations><organization identifier="o" structure="rooted-hierarchy">
    <item identifier="r">${items}</item></organization></organizations><resources>${resources}</resources></manifest>`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const romans = (): Buffer =>
  Buffer.from(
    zipSync({
      'imsmanifest.xml': strToU8(
        cartridge(
          `<resource identifier="p1" type="webcontent" href="one.html"><file href="one.html"/></resource>
          <resource identifier="p2" type="webcontent" href="two.html"><file href="two.html"/></resource>
          <resource identifier="i" type="webcontent" href="coin.png"><file href="coin.png"/></resource>
          <resource identifier="t" type="imsbasiclti_xmlv1p0"><file href="tool.xml"/></resource>`,
          `<item identifier="w"><title>Week 1</title>
            <item identifier="a" identifierref="p1"><title>The coin</title></item>
            <item identifier="b" identifierref="p2"><title>The road</title></item>
            <item identifier="c" identifierref="t"><title>A tool</title></item></item>`,
        ),
      ),
      'one.html': strToU8(
        '<h1>The coin</h1><p>Look <img src="coin.png" alt="A coin of Claudius">. Then <a href="two.html">the road</a>.</p><script>alert(1)</script>',
      ),
      'two.html': strToU8('<p>Straight, over the <em>hill</em>.</p>'),
      'coin.png': png,
      'tool.xml': strToU8('<cartridge_basiclti_link/>'),
    }),
  );

const send = (name: string, body: Buffer | string) => [{ field: 'file', name, body: body as string }];

test('a cartridge becomes a course of one’s own: pictures, links between its pages, and what was left with the reason', async () => {
  const { as } = await coursesScene();
  const ffion = await as('ffion');
  const asked = await ffion.post('/courses/bring-in', {}, send('romans.imscc', romans()));
  assert.equal(asked.status, 422);
  assert.match(asked.text, /holds pictures or films/);
  const done = await ffion.post(
    '/courses/bring-in',
    { no_pupil_seen: 'yes' },
    send('romans.imscc', romans()),
  );
  assert.equal(done.status, 303, done.text);
  const report = (await ffion.get(done.to)).text;
  assert.match(report, /romans\.imscc[^]*2 activities[^]*A tool[^]*tool of another website/);
  const at = done.to.replace('/brought', '');
  const course = (await ffion.get(at)).text;
  assert.match(course, /Week 1[^]*The coin[^]*The road/);
  const [coin, road] = [...course.matchAll(/href="([^"]+\/activities\/[0-9a-f-]{36})"/g)].map(
    ([, href]) => href!,
  );
  const page = (await ffion.get(coin!)).text;
  assert.doesNotMatch(page, /alert\(1\)/);
  assert.match(page, new RegExp(`<a href="${road}"[^>]*>the road</a>`));
  const picture = /<img src="([^"]+)" alt="A coin of Claudius"/.exec(page)![1]!;
  assert.equal((await ffion.get(picture)).status, 200);
  assert.equal((await (await as('huw')).get(at)).status, 403, 'nobody else sees it');
  assert.equal((await (await as('huw')).get(picture)).status, 403);
  const cartridge = await ffion.get(`${at}/cartridge.imscc`);
  assert.equal(cartridge.status, 200);
  const round = await ffion.post(
    '/courses/bring-in',
    { no_pupil_seen: 'yes' },
    send('again.imscc', Buffer.from(cartridge.bytes)),
  );
  const back = (await ffion.get(round.to.replace('/brought', ''))).text;
  assert.match(back, /Week 1[^]*The coin[^]*The road/, 'what goes out comes in again');
  assert.equal((await ffion.get(`${at}/copy.zip`)).status, 200);
  const { to } = await ffion.post(`${at}/copy`, { title: 'Again', starts_on: '' });
  await ffion.post(`${at}/end`);
  const again = /href="([^"]+\/activities\/[0-9a-f-]{36})"/.exec((await ffion.get(to)).text)![1]!;
  const copied = /<img src="([^"]+)" alt="A coin of Claudius"/.exec((await ffion.get(again)).text)![1]!;
  assert.notEqual(copied, picture);
  assert.equal((await ffion.get(copied)).status, 200, 'the copy has files of its own');
});

test('real packages of another system are brought in, and what is no package changes nothing', async () => {
  const { as } = await coursesScene();
  const ffion = await as('ffion');
  for (const name of ['single-page.imscc', 'canvas_cc_gem_course.imscc']) {
    const body = await readFile(new URL(`../packages/fixtures/${name}`, import.meta.url));
    const { status, to, text } = await ffion.post('/courses/bring-in', {}, send(name, body));
    assert.equal(status, 303, text);
    assert.match((await ffion.get(to)).text, /activit/);
  }
  for (const [name, body] of [
    ['up.zip', Buffer.from(zipSync({ '../../etc/passwd': strToU8('x') }))],
    ['broken.imscc', Buffer.from('PK\u0003\u0004 and no more of a zip than this')],
  ] as const)
    assert.equal((await ffion.post('/courses/bring-in', {}, send(name, body))).status, 422, name);
  assert.equal((await ffion.get('/courses')).text.match(/class="items"/g)?.length, 1, 'the two that came in');
});
