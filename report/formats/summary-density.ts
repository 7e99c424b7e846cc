import type { Block } from '../document.ts';

/** How closely page one is set on paper, so that it stays one page: 10, 9 or 8.5 points. */
export type Density = 'roomy' | 'dense' | 'tight';

/** Letters in a printed line of 10 points, 178 mm wide, in the widest font in common use. */
const LETTERS_PER_LINE = 88;

/** Lines of 10 points that fit on the shorter paper (Letter), less a reserve, and the same at 9 points. */
const ROOMY_LINES = 50;
const DENSE_LINES = 60;

/** The density that keeps these blocks on one printed page. */
export function summaryDensity(blocks: readonly Block[]): Density {
  const lines = blocks.reduce((sum, block) => sum + linesOf(block), 3);
  if (lines <= ROOMY_LINES) return 'roomy';
  return lines <= DENSE_LINES ? 'dense' : 'tight';
}

function linesOf(block: Block): number {
  const lines = (words: string) => Math.ceil(words.length / LETTERS_PER_LINE);
  switch (block.kind) {
    case 'heading':
      return 1.9;
    case 'lead':
      return lines(block.text) * 1.6 + 0.9;
    case 'notice':
      return lines(block.text) + 1.5;
    case 'finding':
      return lines(`${block.name} ${block.role} ${block.pill?.word ?? ''}     ${block.sentence}`) + 0.5;
    case 'list':
      return block.items.reduce((sum, item) => sum + lines(item), 0.5);
    case 'paragraph':
    case 'small':
      return lines(block.text) + 0.4;
    default:
      return 0;
  }
}
