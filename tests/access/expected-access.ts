import type { Role } from '#server/access/roles.ts';

/**
 * Who reaches what, written down from the design by hand: the table of pages and roles, and the table of fields. The product
 * has a table of its own (`server/access/permissions.ts`); the test compares what the product does with this one.
 */
export type Expected =
  /** Signed in or not. */
  | { readonly to: 'everybody' }
  /** Whoever has signed in; what they see is their own. */
  | { readonly to: 'signed-in'; readonly others?: 'hidden' }
  /** Holders of a role in the program of the address; a program of which one holds no role is not there. */
  | {
      readonly to: 'program';
      readonly open: readonly Role[];
      readonly canary?: Canary;
      readonly trace?: true;
    }
  /** Holders of a role for the whole organisation; objects of another organisation are not there. */
  | {
      readonly to: 'organisation';
      readonly open: readonly Role[];
      readonly canary?: Canary;
      /** All that it writes is an entry about who asked, or that a verification is wanted: everybody may do that. */
      readonly trace?: true;
    }
  /** Holders of a role anywhere; what they see is of the places where they hold it. */
  | { readonly to: 'anywhere'; readonly open: readonly Role[]; readonly canary?: Canary }
  /** An object of whoever made it: for others who may open such pages it is not there. */
  | { readonly to: 'maker'; readonly open: readonly Role[]; readonly canary?: Canary }
  /** An object of a program: `gate` may open such pages at all, `open` this one; for others of the gate elsewhere it is not there. */
  | {
      readonly to: 'object';
      readonly gate: readonly Role[];
      readonly open: readonly Role[];
      readonly canary?: Canary;
    };

/** Words that only some may read; they stand in what the test staged. */
export type Canary = 'plan' | 'act' | 'invitation' | 'costs' | 'record' | 'files';

const EVERY: readonly Role[] = [
  'mentor',
  'mentee',
  'program-manager',
  'evaluator',
  'sponsor',
  'observer',
  'box-keeper',
  'integrity-contact',
  'admin',
];
/** The two who may edit the plan until it is locked (W6). */
const TEAM: readonly Role[] = ['program-manager', 'evaluator'];
/** Field table, "measurement plan": read by these and, in its published text, by participants, whose pages come later. */
const PLAN: readonly Role[] = [...TEAM, 'sponsor', 'observer', 'admin'];
/** Field table, "record entries". */
const RECORD: readonly Role[] = [...TEAM, 'observer', 'admin', 'mentor', 'mentee'];
/** W28: roles, sign-in, invitations. */
const ADMIN: readonly Role[] = ['admin'];

const everybody: Expected = { to: 'everybody' };
const own: Expected = { to: 'signed-in' };
const plan: Expected = { to: 'program', open: PLAN, canary: 'plan' };
const planEdit: Expected = { to: 'program', open: TEAM, canary: 'plan' };
const invitations: Expected = { to: 'organisation', open: ADMIN, canary: 'invitation' };
/** W18: evaluators, each with the files that they brought. */
const files: Expected = { to: 'anywhere', open: ['evaluator'], canary: 'files' };
const study: Expected = { to: 'maker', open: ['evaluator'], canary: 'files' };
const grants: Expected = { to: 'object', gate: ADMIN, open: ADMIN };

export const EXPECTED: Readonly<Record<string, Expected>> = {
  // What a browser or a monitor asks for before anybody is known.
  'GET /assets/:name': everybody,
  'GET /favicon.ico': everybody,
  'GET /health': everybody,
  'GET /health/ready': everybody,
  // W24 welcome, help, keys.
  'GET /': everybody,
  'GET /help': everybody,
  'GET /keys': everybody,
  'POST /appearance': everybody,
  // W31 sign-in, and the two doors that open once.
  'GET /signin': everybody,
  'POST /signin/link': everybody,
  'GET /signin/sent': everybody,
  'GET /signin/link/:token': everybody,
  'POST /signin/link/:token': everybody,
  'POST /signin/password': everybody,
  'GET /signin/code': everybody,
  'POST /signin/code': everybody,
  'POST /signout': everybody,
  'GET /set-up/:token': everybody,
  'POST /set-up/:token': everybody,
  'GET /invitation/:token': everybody,
  'POST /invitation/:token': everybody,
  // One's own account.
  'GET /signin/again': own,
  'POST /signin/again': own,
  'POST /signin/again/link': own,
  'GET /account': own,
  'POST /account/sign-ins/:signIn/ending': { to: 'signed-in', others: 'hidden' },
  'POST /account/other-sign-ins/ending': own,
  'POST /account/password': own,
  'POST /account/password/removal': own,
  'GET /account/second-factor': own,
  'POST /account/second-factor': own,
  'POST /account/second-factor/removal': own,
  'POST /account/recovery-codes': own,
  // W28 settings: who is invited, and whose second factor was lost.
  'GET /invitations': invitations,
  'POST /invitations': invitations,
  'POST /invitations/:invitation/link': invitations,
  'POST /invitations/:invitation/repetition': invitations,
  'POST /invitations/:invitation/withdrawal': invitations,
  'POST /people/:person/second-factor/removal': { to: 'organisation', open: ADMIN },
  // Programs: one's own are listed; making one is for who would manage it, or gives the roles.
  'GET /programs': own,
  'GET /programs/new': { to: 'organisation', open: ['program-manager', 'admin'] },
  'POST /programs': { to: 'organisation', open: ['program-manager', 'admin'] },
  // W6 plan.
  'GET /p/:program/plan': plan,
  'POST /p/:program/plan/purpose': planEdit,
  'POST /p/:program/plan/rhythm': planEdit,
  'POST /p/:program/plan/success': planEdit,
  'POST /p/:program/plan/comparison': planEdit,
  'POST /p/:program/plan/expected': planEdit,
  'POST /p/:program/plan/privacy': planEdit,
  'POST /p/:program/plan/looks': planEdit,
  'POST /p/:program/plan/back': planEdit,
  'POST /p/:program/plan/lock': planEdit,
  'POST /p/:program/plan/change': planEdit,
  'POST /p/:program/plan/expected/preview': plan,
  'GET /p/:program/plan/history': plan,
  'GET /p/:program/plan/pdf': plan,
  'GET /p/:program/plan/json': plan,
  'GET /p/:program/plan/study': plan,
  // W27 record: managers, evaluators and observers read it, observers take it along; everybody else has their own entries.
  'GET /p/:program/record': { to: 'program', open: RECORD, canary: 'record' },
  'POST /p/:program/record/verifications': { to: 'program', open: RECORD, canary: 'record', trace: true },
  'POST /p/:program/record/exports': { to: 'program', open: ['observer'], canary: 'record', trace: true },
  'GET /record': own,
  'POST /record/verifications': own,
  'POST /record/exports': { to: 'organisation', open: ['observer'], canary: 'record', trace: true },
  // W18 evaluation from files.
  'GET /files': files,
  'GET /files/templates/:name': files,
  'GET /files/samples/:name': files,
  'POST /files': files,
  'GET /files/:study': study,
  'GET /files/:study/files': study,
  'GET /files/:study/columns': study,
  'GET /files/:study/plan': study,
  'GET /files/:study/check': study,
  'GET /files/:study/report': study,
  'GET /files/:study/results/:name': study,
  'GET /files/:study/problems.csv': study,
  'GET /files/:study/problems.xlsx': study,
  'POST /files/:study/files': study,
  'POST /files/:study/files/remove': study,
  'POST /files/:study/keep': study,
  'POST /files/:study/delete': study,
  'POST /files/:study/columns': study,
  'POST /files/:study/plan': study,
  'POST /files/:study/plan/program': study,
  'POST /files/:study/check': study,
  'POST /files/:study/report': study,
  'POST /files/:study/stop': study,
  'POST /files/:study/again': study,
  // W19 costs.
  'GET /p/:program/costs': { to: 'program', open: [...TEAM, 'observer'], canary: 'costs' },
  'POST /p/:program/costs': { to: 'program', open: TEAM, canary: 'costs' },
  'POST /p/:program/costs/:cost/removal': { to: 'program', open: TEAM, canary: 'costs' },
  'POST /p/:program/costs/:cost/return': { to: 'program', open: TEAM, canary: 'costs' },
  // Field table, "roles, settings": read by everybody, written by admins.
  'GET /settings': { to: 'anywhere', open: EVERY },
  'POST /settings': { to: 'organisation', open: ADMIN },
  'GET /people': { to: 'anywhere', open: EVERY },
  'GET /p/:program/roles': { to: 'program', open: EVERY },
  'POST /people/grants': { to: 'organisation', open: ADMIN },
  'POST /people/grants/:grant/end': grants,
  'POST /people/grants/:grant/undo': grants,
  'POST /people/grants/:grant/renew': grants,
  // Two-person acts; the one staged is the grant of a box keeper, asked by a manager: an observer confirms.
  'POST /p/:program/roles/box-keeper': { to: 'program', open: ['program-manager', 'admin'] },
  'GET /acts': { to: 'anywhere', open: PLAN, canary: 'act' },
  'GET /acts/:act': { to: 'object', gate: PLAN, open: PLAN, canary: 'act' },
  'POST /acts/:act/agree': { to: 'object', gate: PLAN, open: ['observer'], canary: 'act' },
  'POST /acts/:act/decline': { to: 'object', gate: PLAN, open: ['observer'], canary: 'act' },
  'POST /acts/:act/withdraw': { to: 'object', gate: PLAN, open: [], canary: 'act' },
};
