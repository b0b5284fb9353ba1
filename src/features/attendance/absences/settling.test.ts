import assert from 'node:assert/strict';
import { test } from 'node:test';
import { illToday, scene, type Scene, wednesday } from '../attendance.scene.ts';

const away = ({ people }: Scene) => `/children/${people.cai.personId}/away`;

test('marks that say a reason already stay, and settling anew says what became of each mark', async () => {
  const stage = await scene();
  const { db, school, codeIds, people } = stage;
  const tuesday = '2026-11-17';
  const medical = await stage.takes(stage.p5, tuesday, 'am', { cai: 'M' });
  const unknown = await stage.takes(stage.p5, tuesday, 'pm', { cai: 'N' });
  const without = await stage.takes(stage.p5, wednesday, 'am', { cai: 'O' });
  await db
    .updateTable('register_mark')
    .set({ minutes: 12 })
    .where('owner_id', '=', school.id)
    .where('register_id', '=', unknown)
    .execute();
  await (
    await stage.as('lowri')
  ).post(away(stage), { ...illToday, from_on: tuesday, until_on: '2026-11-19' });
  const officer = await stage.as('officer');
  const one = /href="(\/attendance\/absences\/[0-9a-f-]{36})"/.exec(
    (await officer.get('/attendance/absences')).text,
  )![1]!;
  const settle = { decision: 'agreed', code_id: codeIds.get('I')!, answer: '', version: '1' };
  const settled = await officer.post(`${one}/settle`, settle);
  assert.match((await officer.get(settled.to)).text, /2 marks have the code now/);
  const marks = async () => {
    const rows = await db
      .selectFrom('register_mark')
      .select(['register_id', 'code_id', 'minutes'])
      .where('owner_id', '=', school.id)
      .where('pupil_id', '=', people.cai.personId)
      .execute();
    const symbol = (id: string) => [...codeIds].find(([, code]) => code === id)![0];
    return [medical, unknown, without].map((id) => {
      const row = rows.find(({ register_id: of }) => of === id)!;
      return `${symbol(row.code_id)}${row.minutes ?? ''}`;
    });
  };
  assert.deepEqual(await marks(), ['M', 'I', 'I'], 'and nobody who was away came twelve minutes late');
  await stage.corrects(without, 'cai', 'C1');
  await stage.takes(stage.p5, wednesday, 'pm', { cai: 'I' });
  const anew = await officer.get((await officer.post(`${one}/unsettle`)).to);
  assert.deepEqual(await marks(), ['M', 'N', 'C1']);
  assert.match(anew.text, /It waits again\. 1 mark is as it was before\. 1 mark was changed since and stays/);
  assert.match(anew.text, /1 mark of these days was not written by this and still says “I Ill”/);
});
