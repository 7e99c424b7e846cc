import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Made by machines or by npm; nothing in them is ours. */
const LEFT_OUT = new Set(['node_modules', '.git', 'plumbline-report', 'dist']);

/** Every file of the repository at `root`, as paths from there with `/`, in the order of their names. */
export function repositoryFiles(root: string): string[] {
  const files: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (LEFT_OUT.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) files.push(relative(root, path).split(sep).join('/'));
    }
  };
  visit(root);
  return files.sort();
}

/** Source files: TypeScript and JavaScript that somebody here wrote. */
export function sourceFiles(root: string): string[] {
  return repositoryFiles(root).filter((file) => /\.(ts|tsx|js)$/.test(file));
}

/** Whether a file only serves tests. */
export function isTest(file: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(file) || file.startsWith('tests/');
}

/** The room of a file: its first folder, or `''` for the files at the top. */
export function roomOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
}

/** The text of a file of the repository. */
export function textOf(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
