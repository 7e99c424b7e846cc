import { posix } from 'node:path';
import { parsedFile } from '../checks/parsed-file.ts';
import { isTest, repositoryFiles, sourceFiles, textOf } from '../checks/source-files.ts';
import { MADE, type Page, markdownTable } from './page.ts';

/** A public function of a chapter of `stats/`, as its doc comment has it. */
interface Method {
  readonly file: string;
  readonly name: string;
  readonly lead: string;
  readonly body: string;
  readonly example: string | null;
  readonly sources: readonly string[];
  readonly proofs: readonly string[];
}

/** A page per chapter of `stats/`: what each method does, when to use it, where it comes from, and what proves it. */
export function methodPages(root: string): Page[] {
  const files = sourceFiles(root).filter((file) => file.startsWith('stats/') && !isTest(file));
  const methods = files.flatMap((file) => methodsOf(root, file));
  const chapters = [...new Set(methods.map(({ file }) => posix.dirname(file).slice('stats/'.length)))].sort();
  const list = chapters.map((chapter) => [
    `[${chapter}](${chapter}.md)`,
    methods
      .filter(({ file }) => file.startsWith(`stats/${chapter}/`))
      .map(({ name }) => `\`${name}\``)
      .join(', '),
  ]);
  const lead =
    'Numbers in, numbers out. Each method names the program or the published values that its results are tested against; a check of the repository refuses one that names none.';
  return [
    {
      path: 'docs/methods/README.md',
      text: `${MADE}\n\n# Methods\n\n${lead}\n\n${markdownTable(['chapter', 'functions'], list)}\n`,
    },
    ...chapters.map((chapter) =>
      chapterPage(
        root,
        chapter,
        methods.filter(({ file }) => posix.dirname(file) === `stats/${chapter}`),
      ),
    ),
  ];
}

function chapterPage(root: string, chapter: string, methods: readonly Method[]): Page {
  const parts = methods.map((method) =>
    [
      `## ${method.name}`,
      method.lead,
      ...(method.body === '' ? [] : [method.body]),
      ...(method.example === null ? [] : [`\`\`\`ts\n${method.example}\n\`\`\``]),
      ...(method.sources.length === 0 ? [] : [method.sources.map((one) => `- ${one}`).join('\n')]),
      `Proven by ${method.proofs.map((proof) => proofText(root, method.file, proof)).join('; ')}. Source: \`${method.file}\`.`,
    ].join('\n\n'),
  );
  return {
    path: `docs/methods/${chapter}.md`,
    text: `${MADE}\n\n# Methods: ${chapter}\n\n${parts.join('\n\n')}\n`,
  };
}

/** An oracle with the program that gave its values and how many cases are run; or a test. */
function proofText(root: string, file: string, proof: string): string {
  const path = posix.join(posix.dirname(file), proof);
  if (!path.endsWith('.oracle.R')) return `\`${path}\``;
  const record = path.replace(/\.R$/, '.json');
  if (!repositoryFiles(root).includes(record)) return `\`${path}\``;
  const { tool, cases } = JSON.parse(textOf(root, record)) as { tool: string; cases: unknown[] };
  return `\`${path}\` (${tool}; ${cases.length} recorded cases)`;
}

function methodsOf(root: string, file: string): Method[] {
  const { text, program, comments } = parsedFile(root, file);
  return program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return [];
    const { declaration } = node;
    if (declaration.type !== 'FunctionDeclaration' && declaration.type !== 'ClassDeclaration') return [];
    const comment = comments.findLast(
      ({ type, end }) => type === 'Block' && end <= node.start && text.slice(end, node.start).trim() === '',
    );
    // Parts of a method have a short comment; a method says where it comes from or what proves it.
    if (!comment?.value.includes('@see')) return [];
    return [methodOf(file, declaration.id?.name ?? '', comment.value, text)];
  });
}

function methodOf(file: string, name: string, comment: string, whole: string): Method {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, ''));
  const firstTag = lines.findIndex((line) => line.startsWith('@'));
  const prose = lines
    .slice(0, firstTag === -1 ? undefined : firstTag)
    .join('\n')
    .trim();
  const [lead = '', ...paragraphs] = prose.split(/\n\s*\n/);
  const sees = [...comment.matchAll(/@see (.+)/g)].map((match) => match[1]!.trim());
  const isProof = (see: string): boolean => /^\S+\.(oracle\.R|test\.ts)\b/.test(see);
  const proofs = [
    ...new Set([...whole.matchAll(/@see (\S+\.(?:oracle\.R|test\.ts))/g)].map((match) => match[1]!)),
  ];
  const example = /@example\n((?:\s*\* .*\n?)*)/.exec(comment)?.[1];
  return {
    file,
    name,
    lead: lead.replaceAll('\n', ' '),
    body: paragraphs.map((paragraph) => paragraph.replaceAll('\n', '  \n')).join('\n\n'),
    example: example ? example.replace(/^\s*\* ?/gm, '').trim() : null,
    sources: sees.filter((see) => !isProof(see)),
    proofs,
  };
}
