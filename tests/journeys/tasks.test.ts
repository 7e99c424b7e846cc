import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StagedPerson } from '#server/access/staged.fixture.ts';
import { completePlan, makeProgram } from '#server/features/plan/plan-steps.fixture.ts';
import { needsChromium } from '#tools/browser.ts';
import { house, type House } from './house.fixture.ts';
import { goHome, secondsOf, type Somebody } from './somebody.fixture.ts';

// The tasks of the usability list that a workplace with programs and plans makes possible: inside their clicks, and inside their seconds
// by the keystroke-level formula.

let home: House;
let priya: StagedPerson;
let lena: StagedPerson;
let ines: StagedPerson;
let program: string;

beforeAll(async () => {
  home = await house();
  const organisation = await home.organisation('Fernhill Group', 'Europe/Berlin');
  priya = await home.person(organisation, 'Priya Nair', [{ role: 'program-manager' }]);
  lena = await home.person(organisation, 'Lena Hoffmann', [{ role: 'evaluator' }]);
  ines = await home.person(organisation, 'Ines Duarte', [{ role: 'observer' }]);
  program = await makeProgram(priya.visitor, 'Compass 2027');
});
afterAll(async () => {
  await goHome();
  await home.drop();
});
beforeEach((context) => needsChromium(context));

/** Holds a task against its limits. */
function within(who: Somebody, clicks: number, seconds: number): void {
  expect(who.cost.clicks, 'clicks').toBeLessThanOrEqual(clicks);
  expect(secondsOf(who.cost), 'seconds').toBeLessThanOrEqual(seconds);
  expect(who.complaints).toEqual([]);
}

test('U15: a manager sees whether 160 people can show promotion, in 4 clicks and 120 seconds', async () => {
  const manager = await home.enters(priya);
  await manager.open(`${home.origin}/p/${program}/plan`);
  manager.begins();
  await manager.press(/Can we see it/, 'link', 30);
  await manager.type('Participants', '160');
  await manager.type('Similar people', '320');
  const sight = manager.page.locator('#sight');
  await sight.getByText('15 to 26 in 100').first().waitFor();
  expect(await sight.innerText()).toContain('would be missed about 7 times in 10');
  expect(await manager.faults()).toEqual([]);
  within(manager, 4, 120);
});

test('U15 without scripts: the same answer comes with the button of the form', async () => {
  const manager = await home.enters(priya, { scripts: false, width: 320, height: 740 });
  await manager.open(`${home.origin}/p/${program}/plan?step=expected`);
  await manager.type('Participants', '160');
  await manager.type('Similar people', '320');
  await manager.press('Save and stay');
  expect(await manager.page.locator('#sight').innerText()).toContain('15 to 26 in 100');
});

test('U16: two people lock the plan in 5 clicks and 60 seconds', async () => {
  await completePlan(priya.visitor, program);
  const manager = await home.enters(priya);
  const evaluator = await home.enters(lena);
  await manager.open(`${home.origin}/p/${program}/plan?step=looks`);
  manager.begins();
  evaluator.begins();
  await manager.type(/LOCK/, 'LOCK');
  await manager.press('Lock the plan', 'button', 40);
  await evaluator.open(manager.page.url(), 60);
  await evaluator.press('Agree');
  expect(await evaluator.reads()).toContain('agreed and done');
  within(manager, 5, 60);
  within(evaluator, 5 - manager.cost.clicks, 60 - secondsOf(manager.cost));
  await manager.open(`${home.origin}/p/${program}/plan?step=success`);
  expect(await manager.reads()).toMatch(/fingerprint\s+[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/);
  expect(await manager.page.getByRole('textbox').first().isDisabled()).toBe(true);
  const entries = await home.owned<{ kind: string }>(
    `select header->>'kind' as kind from record_pending union all select header->>'kind' from record_entries`,
  );
  expect(entries.map(({ kind }) => kind)).toContain('plan.locked');
  expect(await manager.faults()).toEqual([]);
});

test('U25: an observer sees that nobody looked at outcomes, and takes that along, in 3 clicks and 60 seconds', async () => {
  const observer = await home.enters(ines);
  await observer.open(`${home.origin}/p/${program}/record`);
  observer.begins();
  await observer.press('Looks', 'link', 20);
  expect(await observer.reads()).toContain('Nobody has looked at results yet.');
  const saved = observer.page.waitForEvent('download');
  await observer.page.getByRole('button', { name: 'Save the file' }).click();
  observer.cost.clicks += 1;
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
  expect(await observer.faults()).toEqual([]);
  within(observer, 3, 60);
});
