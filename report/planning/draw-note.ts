import type { DrawnApplicant } from '#evaluation/draw/lottery-draw.ts';
import { text } from '../text/text.ts';

/** A draw, with what decided it. */
export interface DrawNote {
  readonly drawn: readonly DrawnApplicant[];
  readonly seed: number;
  /** SHA-256 of the list of applicants, 64 hex digits. */
  readonly fingerprint: string;
  /** Name of the table beside the note. */
  readonly file: string;
  readonly strataColumn: string | null;
}

/** How a draw was made, and an R script that makes it again, so that an outsider needs neither us nor our word. */
export function drawNote(draw: DrawNote): string {
  const strata = strataTable(draw.drawn);
  const places = draw.drawn.filter((one) => one.drawn).length;
  const values = { people: draw.drawn.length, places, seed: String(draw.seed), file: draw.file };
  const paragraphs = [
    `# ${text('draw.title')}`,
    text('draw.what', values),
    text('draw.fingerprint', { fingerprint: draw.fingerprint }),
    text('draw.how', { strata: draw.strataColumn === null ? 'no' : 'yes', column: draw.strataColumn ?? '' }),
    ...(strata.length > 1 ? [strata.map((row) => text('draw.stratum', row)).join('\n')] : []),
    ...(strata.some(({ drawn, people }) => drawn === 0 || drawn === people) ? [text('draw.whole')] : []),
    `## ${text('draw.again')}`,
    text('draw.again.how', { file: draw.file }),
    `\`\`\`r\n${replayScript(draw.file, draw.seed, places)}\n\`\`\``,
    text('draw.again.list'),
    `\`\`\`sh\n${fingerprintScript(draw.file)}\n\`\`\``,
    text('draw.use', { file: draw.file }),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function strataTable(drawn: readonly DrawnApplicant[]): { stratum: string; people: number; drawn: number }[] {
  const rows = new Map<string, { stratum: string; people: number; drawn: number }>();
  for (const one of drawn) {
    const row = rows.get(one.stratum) ?? { stratum: one.stratum, people: 0, drawn: 0 };
    row.people++;
    if (one.drawn) row.drawn++;
    rows.set(one.stratum, row);
  }
  return [...rows.values()];
}

/** The draw in R: the rows of the table stand in the order of the draw. */
function replayScript(file: string, seed: number, places: number): string {
  return `people <- read.csv(${JSON.stringify(file)}, colClasses = "character", na.strings = character(0), encoding = "UTF-8")
strata <- unique(people$stratum)
size <- vapply(strata, function(s) sum(people$stratum == s), 0L)
share <- ${places} * size  # places by largest remainder
seats <- share %/% nrow(people)
first <- order(-(share %% nrow(people)))[seq_len(${places} - sum(seats))]
seats[first] <- seats[first] + 1
set.seed(${seed})  # R 3.6.0 or later
turn <- unlist(lapply(size, function(n) order(sample.int(n))))
again <- ifelse(turn <= rep(seats, size), "participant", "comparison")
all(again == people$arm)  # TRUE: the same people are drawn`;
}

/** The fingerprint of the list by other tools, from the table itself. */
function fingerprintScript(file: string): string {
  return `Rscript -e 'p <- read.csv(${JSON.stringify(file)}, colClasses = "character", na.strings = character(0)); cat(paste0(p$stratum, "\\t", p$person, "\\n"), sep = "")' | sha256sum`;
}
