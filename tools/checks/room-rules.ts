/** What a room of the product may ask for. */
export interface RoomRule {
  /** Other rooms of ours. */
  readonly rooms: readonly string[];
  /** Packages and modules of Node; `*` at the end stands for any ending. */
  readonly packages: readonly string[];
}

/** The rooms of the product and what each may import; every other folder may import any of them. */
export const ROOM_RULES: Readonly<Record<string, RoomRule>> = {
  stats: { rooms: [], packages: ['@stdlib/*', 'ml-matrix'] },
  evaluation: { rooms: ['stats'], packages: ['@stdlib/*', 'ml-matrix', 'canonicalize'] },
  report: { rooms: ['evaluation'], packages: ['d3-scale', 'd3-shape', 'hono/*', 'intl-messageformat'] },
  intake: {
    rooms: ['evaluation'],
    packages: [
      '@e965/xlsx',
      'hyparquet',
      'iconv-lite',
      'papaparse',
      'zod',
      'node:worker_threads',
      'node:zlib',
    ],
  },
  record: { rooms: [], packages: ['node:crypto', 'canonicalize'] },
  server: {
    rooms: ['stats', 'evaluation', 'report', 'intake', 'record'],
    packages: [
      'node:*',
      '@hono/node-server',
      '@hono/node-server/*',
      '@zxcvbn-ts/language-common',
      'canonicalize',
      'esbuild',
      'hono',
      'hono/*',
      'intl-messageformat',
      'kysely',
      'kysely/*',
      'nodemailer',
      'pg',
      'pg-copy-streams',
      'pino',
      'prom-client',
      'uqr',
      'zod',
    ],
  },
  cli: { rooms: ['stats', 'evaluation', 'report', 'intake'], packages: ['node:*', 'esbuild'] },
};

/** Files that may ask for more than their room, each with its reason. */
export const WIDER_FILES: readonly {
  readonly file: RegExp;
  readonly packages: readonly string[];
  readonly rooms?: readonly string[];
  readonly because: string;
}[] = [
  {
    file: /^evaluation\/(plan\/fingerprint|study\/deal-index-dates|draw\/list-fingerprint)\.ts$/,
    packages: ['node:crypto'],
    because: 'SHA-256 of given bytes: no file, no chance (docs/decisions)',
  },
  {
    file: /^cli\/(serve|demo|migrate|backup|restore)\.ts$/,
    packages: ['kysely', 'pg'],
    rooms: ['server'],
    because: 'these verbs start the server or look after its database',
  },
  {
    file: /^server\/features\/found\.ts$/,
    packages: ['new URL(file, here).href'],
    because: 'features are found by their folder, so that nobody else names them',
  },
  {
    file: /^report\/formats\/pdf(\.ts$|\/)/,
    packages: ['node:*', '@myriaddreamin/typst-ts-node-compiler'],
    because: 'the compiler of the PDF reads its typefaces and wants a folder of its own',
  },
  {
    file: /^report\/formats\/typeface\//,
    packages: ['node:fs', 'node:module'],
    because: 'the letters of the typeface stand in its files',
  },
  {
    file: /^report\/formats\//,
    packages: ['@e965/xlsx', '@resvg/resvg-js', 'docx', 'fflate', 'hyparquet-writer'],
    because: 'what the product does not exist for, a library writes',
  },
];

/** Names of folders that say nothing about what is inside. */
export const REFUSED_FOLDERS = /^(utils?|helpers?|common|shared|lib|core|types|services?|managers?)$/;

/** What any test file may ask for besides its room. */
export const FOR_TESTS = [
  'vitest',
  'fast-check',
  'fflate',
  'hyparquet-writer',
  '@e965/xlsx',
  'playwright-core',
  'pg',
  'node:*',
];
