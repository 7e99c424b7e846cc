import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fontLetters } from './font-letters.ts';

/** Every face that prints and pictures use: they look the same on a machine without fonts. */
const FACES = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'];

/** The family of these faces, as pictures and templates name it. */
export const FONT_FAMILY = 'Source Sans 3';

/** The files of the faces, by their place on this machine. */
export function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FACES.map((face) => resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`));
}

let known: ReadonlySet<number> | undefined;

/** The code points that every face can show. */
export function typefaceLetters(): ReadonlySet<number> {
  known ??= fontFiles()
    .map((path) => fontLetters(readFileSync(path)))
    .reduce((shared, next) => shared.intersection(next));
  return known;
}
