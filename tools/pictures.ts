import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromiumPath, withPage, type PageSettings } from './browser.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'docs/pictures');

/** The examples whose reports are kept as pictures; the first gives the picture of the README. */
const EXAMPLES = ['kenya-mentoring-trial', 'promotion-two-years'];

/** The picture of the README: what mentoring did over time. */
const README_FIGURE = 'P02';

/** A repository is cloned more often than its pictures are looked at. */
const MOST_BYTES_EACH = 300_000;
const MOST_BYTES = 6_000_000;

/** Fewer and fewer colours until a picture is small enough. */
const COLOURS = [64, 32, 16];

/** Printed pages are kept at this many dots per inch: enough to see a clipped or crossed word. */
const DOTS_PER_INCH = 70;

interface View {
  readonly name: string;
  readonly settings: PageSettings;
  /** A long page is cut into pictures of this height. */
  readonly tileHeightPixels: number;
}

const VIEWS: readonly View[] = [
  { name: 'light', settings: { widthPixels: 1200, colorScheme: 'light' }, tileHeightPixels: 1800 },
  { name: 'dark', settings: { widthPixels: 1200, colorScheme: 'dark' }, tileHeightPixels: 1800 },
  {
    name: 'phone',
    settings: { widthPixels: 360, heightPixels: 740, colorScheme: 'light' },
    tileHeightPixels: 3000,
  },
];

/**
 * Pictures of one report, from the files of its output folder: the page in light, dark, on a telephone and printed, and
 * the PDF page by page. Names start with `name`.
 *
 * @throws Error when `report.html` or `report.pdf` is missing, or a picture cannot be made small enough
 */
export async function reportPictures(out: string, into: string, name: string): Promise<void> {
  for (const view of VIEWS)
    await screenPictures(join(out, 'report.html'), into, `${name}-${view.name}`, view);
  const printed = join(into, `${name}-print.pdf`);
  await withPage(
    async (page) => {
      await page.goto(pathToFileURL(join(out, 'report.html')).href);
      writeFileSync(
        printed,
        await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }),
      );
    },
    { medium: 'print' },
  );
  pagePictures(printed, join(into, `${name}-print`));
  rmSync(printed);
  pagePictures(join(out, 'report.pdf'), join(into, `${name}-pdf`));
  for (const file of readdirSync(into)) if (file.startsWith(`${name}-`)) makeSmall(join(into, file));
}

/** What this machine lacks for making pictures, as lines for people; empty when nothing. */
export function missingForPictures(): string[] {
  const lines: string[] = [];
  if (chromiumPath() === undefined)
    lines.push('pictures: needs chromium; install it or set CHROMIUM to its path');
  if (!runs('pdftoppm', '-v')) lines.push('pictures: needs pdftoppm; it comes with poppler-utils');
  return lines;
}

async function screenPictures(html: string, into: string, name: string, view: View): Promise<void> {
  await withPage(async (page) => {
    await page.goto(pathToFileURL(html).href);
    const height = await page.evaluate('document.documentElement.scrollHeight');
    const width = view.settings.widthPixels ?? 1200;
    for (let top = 0, tile = 1; top < Number(height); top += view.tileHeightPixels, tile += 1) {
      const clip = { x: 0, y: top, width, height: Math.min(view.tileHeightPixels, Number(height) - top) };
      await page.screenshot({ path: join(into, `${name}-${two(tile)}.png`), fullPage: true, clip });
    }
  }, view.settings);
}

function pagePictures(pdf: string, stem: string): void {
  execFileSync('pdftoppm', ['-r', String(DOTS_PER_INCH), '-png', '-forcenum', pdf, stem], { stdio: 'pipe' });
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}

/** Reduces the colours with ImageMagick where it is installed. */
function makeSmall(file: string): void {
  for (const colours of runs('convert', '-version') ? COLOURS : []) {
    execFileSync('convert', [file, '+dither', '-colors', String(colours), '-strip', `PNG8:${file}`]);
    if (statSync(file).size <= MOST_BYTES_EACH) return;
  }
  const { size } = statSync(file);
  if (size > MOST_BYTES_EACH)
    throw new Error(`pictures: ${file} has ${size} bytes; the most is ${MOST_BYTES_EACH}`);
}

/** The picture of the README, as the report drew it and, for places that show no SVG, as PNG. */
async function readmePicture(out: string, into: string): Promise<void> {
  const figure = readdirSync(join(out, 'figures'))
    .sort()
    .find((file) => file.startsWith(README_FIGURE));
  if (figure === undefined)
    throw new Error(`pictures: no figure ${README_FIGURE} in ${join(out, 'figures')}`);
  cpSync(join(out, 'figures', figure), join(into, 'readme.svg'));
  const svg = readFileSync(join(into, 'readme.svg'), 'utf8');
  await withPage(async (page) => {
    await page.setContent(`<style>body{margin:0}svg{display:block;width:1440px;height:auto}</style>${svg}`);
    await page
      .locator('svg')
      .first()
      .screenshot({ path: join(into, 'readme.png') });
  });
  makeSmall(join(into, 'readme.png'));
}

function runs(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: 'ignore' }).status === 0;
}

async function main(): Promise<number> {
  const missing = missingForPictures();
  if (missing.length > 0) {
    console.error(missing.join('\n'));
    return 1;
  }
  const work = mkdtempSync(join(tmpdir(), 'plumbline-pictures-'));
  try {
    const into = join(work, 'pictures');
    mkdirSync(into);
    for (const example of EXAMPLES) {
      const out = join(work, example);
      const command = ['cli/start.js', 'evaluate', `examples/${example}`, '--out', out];
      execFileSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
      await reportPictures(out, into, example);
      if (example === EXAMPLES[0]) await readmePicture(out, into);
    }
    const bytes = readdirSync(into).reduce((sum, file) => sum + statSync(join(into, file)).size, 0);
    if (bytes > MOST_BYTES) throw new Error(`pictures: together ${bytes} bytes; the most is ${MOST_BYTES}`);
    rmSync(FOLDER, { recursive: true, force: true });
    cpSync(into, FOLDER, { recursive: true });
    console.log(
      `pictures: ${readdirSync(into).length} files, ${Math.round(bytes / 1000)} kB in docs/pictures`,
    );
    return 0;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (import.meta.main) process.exitCode = await main();
