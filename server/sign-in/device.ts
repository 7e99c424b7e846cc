/** A browser and a system, as far as somebody needs them to recognise a device of their own. */
export interface Device {
  readonly browser: 'firefox' | 'edge' | 'opera' | 'chrome' | 'safari' | 'other';
  readonly system: 'android' | 'ios' | 'windows' | 'macos' | 'linux' | 'other';
}

/** In this order: later ones name earlier ones in their line too. */
const BROWSERS: readonly (readonly [Device['browser'], RegExp])[] = [
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /\b(Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ['safari', /\bSafari\//],
];
const SYSTEMS: readonly (readonly [Device['system'], RegExp])[] = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(iPhone|iPad|iPod)\b/],
  ['windows', /\bWindows\b/],
  ['macos', /\bMac OS X\b/],
  ['linux', /\b(Linux|X11|CrOS)\b/],
];

/** The device of a `User-Agent` line, coarsely; no version, nothing that tells two machines of one kind apart. */
export function deviceOf(userAgent: string): Device {
  const line = userAgent.slice(0, 500);
  return {
    browser: BROWSERS.find(([, pattern]) => pattern.test(line))?.[0] ?? 'other',
    system: SYSTEMS.find(([, pattern]) => pattern.test(line))?.[0] ?? 'other',
  };
}

/** A device as it is stored: `firefox windows`. */
export function deviceText({ browser, system }: Device): string {
  return `${browser} ${system}`;
}

/** The device of a stored text; both parts `other` where nothing is known. */
export function storedDevice(text: string): Device {
  const [browser, system] = text.split(' ');
  return {
    browser: BROWSERS.find(([name]) => name === browser)?.[0] ?? 'other',
    system: SYSTEMS.find(([name]) => name === system)?.[0] ?? 'other',
  };
}
