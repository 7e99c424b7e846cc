import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportPdf } from '#report/formats/pdf.ts';
import { SAMPLE_REPORT } from '#report/formats/pdf/sample-report.ts';
import { needsChromium } from './browser.ts';
import { missingForPictures, reportPictures } from './pictures.ts';

test('a report is kept as small pictures of each view, long pages cut into tiles', async (context) => {
  needsChromium(context);
  if (missingForPictures().length > 0 && process.env['CI'] !== 'true')
    context.skip('skipped: needs pdftoppm');
  const work = mkdtempSync(join(tmpdir(), 'plumbline-pictures-test-'));
  try {
    const into = join(work, 'pictures');
    mkdirSync(into);
    const page =
      '<!doctype html><html lang="en"><title>t</title><style>*{margin:0}</style><p style="height:1900px">Report';
    writeFileSync(join(work, 'report.html'), page);
    writeFileSync(join(work, 'report.pdf'), await reportPdf(SAMPLE_REPORT, { paper: 'a4' }));
    await reportPictures(work, into, 'sample');
    const files = readdirSync(into).sort();
    // 1 900 pixels: two tiles of 1 800 on a wide window, one of 3 000 on a telephone; on A4 (1 123 pixels less margins) two pages
    expect(files).toEqual([
      'sample-dark-01.png',
      'sample-dark-02.png',
      'sample-light-01.png',
      'sample-light-02.png',
      'sample-pdf-1.png',
      'sample-pdf-2.png',
      'sample-pdf-3.png',
      'sample-pdf-4.png',
      'sample-phone-01.png',
      'sample-print-1.png',
      'sample-print-2.png',
    ]);
    for (const file of files) expect(statSync(join(into, file)).size).toBeLessThan(300_000);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
