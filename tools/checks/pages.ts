import { PAGE_FOLDERS, allPages } from '../pages/all-pages.ts';
import type { Check, Failure } from './check.ts';
import { repositoryFiles, textOf } from './source-files.ts';

/** The pages made from the code say what the code says now, and there is none of something that is gone. */
export const pages: Check = {
  name: 'pages',
  run(root) {
    const made = new Map(allPages(root).map(({ path, text }) => [path, text]));
    const there = repositoryFiles(root).filter((file) =>
      PAGE_FOLDERS.some((folder) => file.startsWith(folder)),
    );
    const message = (what: string): string => `${what}; run npm run docs`;
    const failures: Failure[] = [
      ...[...made].flatMap(([file, text]) =>
        there.includes(file)
          ? textOf(root, file) === text
            ? []
            : [{ file, line: null, message: message('is not what the code says') }]
          : [{ file, line: null, message: message('is missing') }],
      ),
      ...there
        .filter((file) => !made.has(file))
        .map((file) => ({ file, line: null, message: message('is about something that is gone') })),
    ];
    return Promise.resolve(failures);
  },
};
