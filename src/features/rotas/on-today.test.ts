import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composed, type Given } from '#platform/access/composed.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { html } from '#ui/html.ts';
import { rotasOnToday, rotasTodayView } from './index.ts';
import { scene, thursday, words } from './rotas.scene.ts';

const ask = composed((who, given: Given<{ today: string }>) => ({ rotas: rotasOnToday(who, given) }));

test('Today shows one’s own duties, who is on duty now and what all are asked; to others nothing', async () => {
  const { db, school, people, begin, put, ask: asks } = await scene();
  await put(await begin(), 'ffion');
  await asks('ffion', '2026-11-26');
  const shown = async (name: keyof typeof people, now: string): Promise<string> => {
    const standing = await selectStanding(
      db,
      { personId: people[name].personId, name: people[name].name, locale: 'en-GB', theme: 'auto' },
      { id: school.id, name: school.name, zone: 'Europe/London', currency: 'GBP' },
      thursday,
    );
    const who = new Who(standing, 'administration');
    const { rotas } = await ask(db, who, { today: thursday });
    return words(html`${rotasTodayView(rotas, { now: new Date(now), who })}`.text);
  };
  assert.match(await shown('ffion', '2026-11-19T07:00:00Z'), /Mine today 08:20 to 08:45 Gate/);
  const now = await shown('huw', '2026-11-19T08:30:00Z');
  assert.match(now, /On duty now Gate , North gate : Ffion Puw/);
  assert.match(now, /a colleague asks whether somebody can take a duty/);
  assert.doesNotMatch(await shown('huw', '2026-11-19T12:00:00Z'), /On duty now/);
  assert.equal((await shown('cai', '2026-11-19T08:30:00Z')).trim(), '');
});
