/** One line of the benchmark: a step at a size. */
export interface Line {
  readonly title: string;
  readonly n: number;
  readonly ours: number;
  readonly floor: number;
  /** R's seconds, or why there are none. */
  readonly peer: number | string;
  readonly peerName: string;
  readonly goal: string;
  readonly met: 'yes' | 'MISSED' | 'not compared';
  /** Whether both sides gave the same figure. */
  readonly same: 'yes' | 'NO' | '';
}

/** The lines as a table in Markdown, and how each step grew from the smallest size to the largest. */
export function table(lines: readonly Line[]): string {
  const head = [
    'step',
    'n',
    'ours s',
    'R s',
    'ratio',
    'floor s',
    'ours ÷ floor',
    'goal',
    'met',
    'same figure',
    'R by',
  ];
  const rows = lines.map((line) => [
    line.title,
    String(line.n),
    digits(line.ours),
    typeof line.peer === 'number' ? digits(line.peer) : line.peer,
    typeof line.peer === 'number' ? `${digits(line.peer / line.ours)}×` : '',
    digits(line.floor),
    digits(line.ours / line.floor),
    line.goal,
    line.met,
    line.same,
    line.peerName,
  ]);
  return [...aligned([head, ...rows]), '', ...growth(lines)].join('\n');
}

/** How many times as long each step takes at its largest size as at its smallest. */
function growth(lines: readonly Line[]): string[] {
  const titles = [...new Set(lines.map((line) => `${line.title} (${line.peerName})`))];
  const rows = titles.flatMap((title) => {
    const own = lines
      .filter((line) => `${line.title} (${line.peerName})` === title)
      .toSorted((a, b) => a.n - b.n);
    const [first, last] = [own[0]!, own.at(-1)!];
    if (first === last) return [];
    return [
      [
        first.title,
        `${first.n} → ${last.n}`,
        `${digits(last.n / first.n)}×`,
        `${digits(last.ours / first.ours)}×`,
      ],
    ];
  });
  return rows.length === 0 ? [] : aligned([['growth', 'people', 'people grew', 'time grew'], ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, i) => text.padEnd(widths[i]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)];
}

/** Three significant digits, without exponents. */
function digits(value: number): string {
  if (value >= 1000) return value.toFixed(0);
  return String(Number(value.toPrecision(3)));
}
