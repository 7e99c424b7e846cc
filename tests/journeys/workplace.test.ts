import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { needsChromium } from '#tools/browser.ts';
import { served, type Served } from './served.fixture.ts';
import { goHome, somebody, type Somebody } from './somebody.fixture.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/promotion-two-years/', import.meta.url));

let product: Served;
let priya: Somebody;
let lena: Somebody;
/** Address of the plan, without a query. */
let plan: string;

beforeAll(async () => {
  product = await served();
  priya = await somebody();
  lena = await somebody();
});
afterAll(async () => {
  await goHome();
  await product.end();
});

/** Saves a step as it is and goes on. */
async function goesOn(): Promise<void> {
  await priya.press('Save and go on');
}

async function locksOrChanges(): Promise<void> {
  const act = priya.page.url();
  expect(act).toContain('/acts/');
  await lena.open(act);
  await lena.press('Agree');
  expect(await lena.reads()).toContain('agreed and done');
}

const LONG = 120_000;

test(
  'an organisation of one’s own, from the link in the terminal',
  async (context) => {
    needsChromium(context);
    await priya.open(await product.link('/set-up/'));
    await priya.type('Name of the organisation', 'Fernhill Group');
    await priya.choose('Time zone', 'Europe/Berlin');
    await priya.choose('Currency', 'EUR');
    await priya.type('Your name', 'Priya Nair');
    await priya.type('Mail address', 'priya@fernhill.example');
    await priya.press('Set up');
    if (!priya.page.url().includes('second-factor'))
      await priya.open(`${product.origin}/account/second-factor`);
    await priya.enrols();
  },
  LONG,
);

test(
  'a program from the default template shows which good practices are on and which are off',
  async () => {
    await priya.open(`${product.origin}/programs/new`);
    await priya.type('Name of the program', 'Compass 2021');
    await priya.type('First day', '2021-01-15');
    await priya.tick(/^Leadership/);
    await priya.press('Make the program');
    plan = priya.page.url().replace(/\?.*$/, '');
    await priya.unfold(/Good practices/);
    const read = await priya.reads();
    expect(read).toMatch(/Good practices: \d+ of 38 on/);
    expect(read).toContain('On:');
    expect(read).toContain('Off:');
  },
  LONG,
);

test(
  'a second person is invited, and comes in by the link',
  async () => {
    await priya.open(`${product.origin}/invitations`);
    await priya.type('Name', 'Lena Hoffmann');
    await priya.type('Mail address', 'lena@fernhill.example');
    await priya.tick(/^Evaluator/);
    await priya.page.getByLabel('Program', { exact: true }).selectOption({ label: 'Compass 2021' });
    await priya.press('Invite');
    const link = await priya.page.getByLabel('Link', { exact: true }).inputValue();
    await lena.open(link);
    await lena.press('Accept');
    if (!lena.page.url().includes('second-factor'))
      await lena.open(`${product.origin}/account/second-factor`);
    await lena.enrols();
  },
  LONG,
);

test(
  'the plan says while it is typed what could be seen',
  async () => {
    await priya.open(`${plan}?step=success`);
    const outcomes = {
      'Leadership skill': 'not used',
      Promotion: 'primary, exactly one',
      'Still employed': 'watch-out: must not get worse',
      'Mentor workload strain': 'not used',
    };
    for (const [outcome, part] of Object.entries(outcomes))
      await priya.page
        .getByRole('group', { name: new RegExp(`^${outcome}`) })
        .first()
        .getByLabel(part, { exact: true })
        .check();
    await goesOn();
    await priya.open(`${plan}?step=comparison`);
    await priya.type(
      /^Known before the start/,
      'grade, department, tenure_years, last_rating, past_promotions',
    );
    await priya.type('Least days employed', '180');
    await goesOn();
    expect(await priya.reads()).toContain('It is not said how many people will take part');
    await priya.type('Participants', '160');
    await priya.type('Similar people', '320');
    await priya.page.locator('#sight').getByText('15 to 26 in 100').first().waitFor();
    expect(await priya.page.locator('#sight').innerText()).toContain('about 7 times in 10');
    for (const box of await priya.page.getByLabel(/knowing that/).all()) await box.check();
    await goesOn();
    await goesOn();
    await priya.type('Last day of data that counts', '2023-12-31');
    await priya.type('First planned look', '2023-12-31');
    await priya.press('Save');
  },
  LONG,
);

test(
  'two people lock it, and from then on it can only be read',
  async () => {
    await priya.type(/LOCK/, 'LOCK');
    await priya.press('Lock the plan');
    await locksOrChanges();
    await priya.open(`${plan}?step=privacy`);
    expect(await priya.reads()).toMatch(/Plan locked .* fingerprint\s+[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/);
    expect(await priya.page.getByLabel(/^Results only for at least/).isDisabled()).toBe(true);
  },
  LONG,
);

test(
  'a minimum that would fall is refused, and raising it is an amendment while nobody has looked',
  async () => {
    await priya.press('Propose a change', 'link');
    await priya.type(/^Results only for at least/, '8');
    await priya.press('Save and stay');
    await priya.open(`${plan}?step=looks&edit=1`);
    expect(await priya.reads()).toContain('Nobody has looked at results yet');
    await priya.type(/^Reason/, 'The works council asked for it.');
    await priya.press('Ask for this change');
    await locksOrChanges();
    await priya.open(`${plan}?step=privacy&edit=1`);
    await priya.type(/^Results only for at least/, '5');
    await priya.press('Save and stay');
    expect(await priya.reads()).toContain('It may rise, never fall');
  },
  LONG,
);

test(
  'whoever holds files against the locked plan has looked, and a change after that is a deviation',
  async () => {
    await lena.open(`${product.origin}/files`);
    for (const table of ['People', 'Events'])
      await lena.page
        .getByLabel(new RegExp(`^${table}`))
        .first()
        .setInputFiles(`${EXAMPLE}${table.toLowerCase()}.csv`);
    await lena.tick(/I may use these data/);
    await lena.press(/^Read/);
    await lena.page.waitForURL(/\/columns/, { timeout: 60_000 });
    await lena.page.getByRole('link', { name: /Plan/ }).first().waitFor({ timeout: 60_000 });
    await lena.open(lena.page.url().replace(/\/columns.*$/, '/plan'));
    await lena.unfold('Use the locked plan of a program');
    await lena.press('Use this plan');
    await lena.page.getByRole('button', { name: 'Make the report' }).waitFor({ timeout: 60_000 });
    await lena.press('Make the report');
    await lena.page
      .getByRole('heading', { name: /What we found|Compass/ })
      .first()
      .waitFor({ timeout: 60_000 });

    await priya.open(`${plan}?step=looks&edit=1`);
    await priya.type('First planned look', '2024-01-31');
    await priya.press('Save');
    expect(await priya.reads()).toContain('this will be a deviation');
    await priya.type(/^Reason/, 'The file came later.');
    await priya.press('Ask for this change');
    await locksOrChanges();
    await priya.open(`${plan}?step=looks`);
    const read = await priya.reads();
    expect(read).toContain('1 amendment, 1 deviation');
    expect(read).toContain('Yes: 1 look');
  },
  LONG,
);

test(
  'the record tells all of it, in order',
  async () => {
    await priya.open(plan.replace(/plan$/, 'record'));
    const read = await priya.reads();
    for (const said of ['Lena Hoffmann', 'Priya Nair']) expect(read).toContain(said);
    expect(priya.complaints).toEqual([]);
    expect(lena.complaints).toEqual([]);
  },
  LONG,
);
