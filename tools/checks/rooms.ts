import { posix } from 'node:path';
import type { Check, Failure } from './check.ts';
import { parsedFile, type Request } from './parsed-file.ts';
import { FOR_TESTS, REFUSED_FOLDERS, ROOM_RULES, WIDER_FILES } from './room-rules.ts';
import { isTest, repositoryFiles, roomOf, sourceFiles } from './source-files.ts';

/** Who may import whom: between the rooms, and which packages a room may use. */
export const rooms: Check = {
  name: 'rooms',
  async run(root) {
    const files = sourceFiles(root).filter((file) => ROOM_RULES[roomOf(file)] !== undefined);
    return [
      ...refusedFolders(repositoryFiles(root)),
      ...files.flatMap((file) => parsedFile(root, file).requests.flatMap((request) => broken(file, request))),
    ];
  },
};

function refusedFolders(files: readonly string[]): Failure[] {
  const folders = new Set(files.map((file) => posix.dirname(file)));
  return [...folders]
    .filter((folder) => folder.split('/').some((part) => REFUSED_FOLDERS.test(part)))
    .map((folder) => ({ file: folder, line: null, message: 'name the folder for its subject' }));
}

function broken(file: string, { of, line }: Request): Failure[] {
  const failure = (message: string): Failure[] => [{ file, line, message }];
  const room = roomOf(file);
  if (of.startsWith('.')) {
    const target = posix.join(posix.dirname(file), of);
    if (roomOf(target) === room || (!target.startsWith('..') && roomOf(target) === '')) return [];
    return failure(`leaves its room by a relative path: ${of}; write #${roomOf(target)}/…`);
  }
  if (of.startsWith('#')) {
    const other = of.slice(1).split('/')[0]!;
    if (other === room || isTest(file) || mayEnter(file, other)) return [];
    return failure(`${room} may not import ${other} (${of})`);
  }
  return mayUse(file, of) ? [] : failure(`${room} may not use ${of}`);
}

function mayEnter(file: string, room: string): boolean {
  const wider = WIDER_FILES.filter((entry) => entry.file.test(file)).flatMap((entry) => entry.rooms ?? []);
  return [...ROOM_RULES[roomOf(file)]!.rooms, ...wider].includes(room);
}

function mayUse(file: string, name: string): boolean {
  const wider = WIDER_FILES.filter((entry) => entry.file.test(file)).flatMap((entry) => entry.packages);
  const tests = isTest(file) ? FOR_TESTS : [];
  return [...ROOM_RULES[roomOf(file)]!.packages, ...wider, ...tests].some((allowed) =>
    allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed,
  );
}
