import { expect, test } from 'vitest';
import { deviceOf, deviceText, storedDevice } from './device.ts';

/** As the browsers send them today (MDN, “User-Agent”). */
test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0', 'firefox windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
    'safari macos',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',
    'chrome linux',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36',
    'chrome android',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Edg/124.0.0.0',
    'edge windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
    'safari ios',
  ],
  ['', 'other other'],
  ['curl/8.5.0', 'other other'],
])('%s is told as %s', (line, text) => {
  expect(deviceText(deviceOf(line))).toBe(text);
  expect(deviceText(storedDevice(text))).toBe(text);
});

test('what stands in a stored text and is no device is told as unknown', () => {
  expect(storedDevice('<script> 1')).toEqual({ browser: 'other', system: 'other' });
});
