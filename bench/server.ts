/** `npm run bench:server`: what the product answers in a second, beside a bare "hello" of the same stack and raw statements, in one run. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import { cookieName } from '#server/sign-in/sign-in-cookie.ts';
import { clicked, loaded, quantile, type Asked, type Load } from './server/load.ts';

/** trust.md and the issue of the workplace: staff pages while 50 people click. */
const MOST_SERVER_MS = 150;
const PEOPLE = 50;
/** A quick reader looks at a page for a second. */
const PAUSE_MS = 1000;

const SIGN_IN = cookieName(SIGN_IN_COOKIE, 'loopback');

interface Subject {
  readonly origin: string;
  readonly hello: string;
  readonly tokens: readonly string[];
}

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '4' }, write: { type: 'boolean', default: false } },
});
const seconds = Number(values.seconds);
if (!(seconds >= 1 && seconds <= 60))
  throw new RangeError(`bench:server: seconds is ${values.seconds}; from 1 to 60`);

const child = fork(fileURLToPath(new URL('server/subject.ts', import.meta.url)), {
  execArgv: ['--import', new URL('../cli/jsx-hook.js', import.meta.url).href],
});
const subject = await told<Subject>(child);
const cookie = (person: number): string => `${SIGN_IN}=${subject.tokens[person % subject.tokens.length]}`;
const program = await newProgram();
/** Made as somebody would make it, so that it has a plan. */
async function newProgram(): Promise<string> {
  const answer = await fetch(`${subject.origin}/programs`, {
    method: 'POST',
    body: JSON.stringify({ name: 'Compass 2027', template: 'leadership' }),
    headers: await changing(0, '/programs/new'),
  });
  if (answer.status !== 201) throw new Error(`bench:server: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

/** What a program sends with a change: a cookie, and the token of a page of its own. */
async function changing(person: number, path: string): Promise<Record<string, string>> {
  const headers = { cookie: cookie(person), accept: 'text/html' };
  const page = await (await fetch(subject.origin + path, { headers })).text();
  return {
    cookie: cookie(person),
    accept: 'application/json',
    'content-type': 'application/json',
    origin: subject.origin,
    'x-plumbline-form': /name="csrf" value="([^"]+)"/.exec(page)![1]!,
  };
}

const page =
  (path: string) =>
  (person: number): Asked => ({
    url: subject.origin + path,
    headers: { cookie: cookie(person), accept: 'text/html', 'accept-encoding': 'br' },
  });
const plan = `/p/${program}/plan`;
const costs = `/p/${program}/costs`;
/** Each is another one: the same twice would be asked about. */
const cost = (number: number): string =>
  JSON.stringify({
    what: `Coordination ${number}`,
    kind: 'staff',
    quantity: 0.2,
    unitCost: 60_000,
    booked: 'booked',
    source: 'Payroll',
  });

const STAFF_PAGES = ['/programs', plan, costs, '/people', '/account', `/p/${program}/record`];

async function measured(): Promise<string> {
  const atOnce = 32;
  const at = { seconds, atOnce };
  const hello = await loaded(() => ({ url: subject.hello, headers: {} }), at);
  const rawSelect = await ordered<number>({ do: 'raw-select', seconds });
  const pages: [string, Load][] = [];
  for (const path of ['/help', '/signin', ...STAFF_PAGES]) pages.push([path, await loaded(page(path), at)]);
  await ordered({ do: 'times' });
  const waited = await clicked(
    (person, click) => page(STAFF_PAGES[(person + click) % STAFF_PAGES.length]!)(person),
    { people: PEOPLE, seconds: seconds * 2, pauseMs: PAUSE_MS },
  );
  const { taken, faults } = await ordered<{ taken: [string, number][]; faults: string[] }>({ do: 'times' });
  if (faults.length > 0) throw new Error(`bench:server: faults of the server: ${faults.join('; ')}`);
  const post = await posted(at);
  const rawInsert = await ordered<number>({ do: 'raw-insert', seconds });
  return [
    table([
      ['what', 'a second', 'of hello', 'of raw', 'bytes sent', 'status'],
      ['hello of the same stack', whole(hello.perSecond), '1', '', whole(hello.bytes), statuses(hello)],
      ['raw select of the programs', whole(rawSelect), '', '1', '', ''],
      ...pages.map(([path, load]) => [
        `GET ${named(path)}`,
        whole(load.perSecond),
        share(load.perSecond, hello.perSecond),
        path === '/programs' ? share(load.perSecond, rawSelect) : '',
        whole(load.bytes),
        statuses(load),
      ]),
      ['raw insert of a cost and its entry', whole(rawInsert), '', '1', '', ''],
      [
        `POST ${named(costs)}`,
        whole(post.perSecond),
        share(post.perSecond, hello.perSecond),
        share(post.perSecond, rawInsert),
        whole(post.bytes),
        statuses(post),
      ],
    ]),
    '',
    clicks(taken, waited),
  ].join('\n');
}

/** Adds costs as another program would, fifty people in turn. */
async function posted(at: { readonly seconds: number; readonly atOnce: number }): Promise<Load> {
  const headers = await Promise.all(subject.tokens.map((_, person) => changing(person, costs)));
  return loaded(
    (number) => ({
      method: 'POST',
      url: subject.origin + costs,
      body: cost(number),
      headers: headers[number % headers.length]!,
    }),
    at,
  );
}

function clicks(taken: readonly [string, number][], waited: readonly number[]): string {
  const routes = [...new Set(taken.map(([route]) => route))];
  const line = (name: string, times: readonly number[]): string[] => [
    name,
    String(times.length),
    tenth(quantile(times, 0.5)),
    tenth(quantile(times, 0.95)),
    tenth(quantile(times, 0.99)),
  ];
  const all = taken.map(([, milliseconds]) => milliseconds);
  const met = quantile(all, 0.95) < MOST_SERVER_MS ? 'met' : 'MISSED';
  return [
    `${PEOPLE} people click on staff pages, each ${PAUSE_MS / 1000} s after the last answer. Goal: 95 of 100 within ${MOST_SERVER_MS} ms of the server: ${met}.`,
    '',
    table([
      ['milliseconds', 'clicks', 'half', '95 of 100', '99 of 100'],
      ...routes.map((route) =>
        line(
          `server, ${route}`,
          taken.filter(([other]) => other === route).map(([, time]) => time),
        ),
      ),
      line('server, all', all),
      line('until the whole answer was there', waited),
    ]),
  ].join('\n');
}

async function told<T>(process: ChildProcess): Promise<T> {
  const ended = once(process, 'exit').then(([code]) =>
    Promise.reject(new Error(`bench:server: the subject ended with ${String(code)}`)),
  );
  const [message] = (await Promise.race([once(process, 'message'), ended])) as [T];
  ended.catch(() => undefined);
  return message;
}

async function ordered<T>(order: object): Promise<T> {
  const answer = told<T>(child);
  child.send(order);
  return answer;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, i) => text.padEnd(widths[i]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n');
}

function named(path: string): string {
  return path.replace(program, ':program');
}

function whole(value: number): string {
  return value.toFixed(0);
}

function tenth(value: number): string {
  return value.toFixed(1);
}

function share(part: number, of: number): string {
  return (part / of).toPrecision(2);
}

function statuses({ statuses: found }: Load): string {
  return Object.keys(found).join(', ');
}

try {
  const text = await measured();
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, shared by server, database and those who ask; ${seconds} s each, 32 at once.`;
  console.log(`${machine}\n\n${text}`);
  if (values.write)
    writeFileSync(
      new URL('results-server.md', import.meta.url),
      `# How fast the workplace is\n\nIn one run of \`npm run bench:server -- --write\`. The private cluster keeps what it acknowledges (fsync on); pages are compressed, logged and counted as in service.\n${machine}\n\n${text}\n`,
    );
} finally {
  await ordered({ do: 'end' }).catch(() => child.kill());
}
