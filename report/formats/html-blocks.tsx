import { raw } from 'hono/html';
import type { Block, FigureBlock, FindingBlock, Pill, TableBlock } from '../document.ts';
import { VerdictMark } from '../figures/pill-mark.tsx';
import { text } from '../text/text.ts';

/** Blocks of a report as HTML; headings begin at the level that fits their place. */
export function Blocks(props: { blocks: readonly Block[]; level: 2 | 3 }) {
  return (
    <>
      {props.blocks.map((block) => (
        <One block={block} level={props.level} />
      ))}
    </>
  );
}

function One(props: { block: Block; level: 2 | 3 }) {
  const { block, level } = props;
  switch (block.kind) {
    case 'heading':
      return level === 2 ? <h2>{block.text}</h2> : <h3 class="heading">{block.text}</h3>;
    case 'lead':
      return <p class="lead">{block.text}</p>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'small':
      return <p class="small">{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl class="facts">
          {block.rows.map(([label, value]) => (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
      );
    case 'notice':
      return (
        <div class={`notice notice-${block.tone}`}>
          <p>{block.text}</p>
        </div>
      );
    case 'finding':
      return <FindingArticle finding={block} />;
    case 'table':
      return <TableBox table={block} />;
    case 'figure':
      return <FigureBox figure={block} />;
  }
}

function FindingArticle(props: { finding: FindingBlock }) {
  const { finding } = props;
  return (
    <div class="finding" data-outcome={finding.outcome} {...dataOf(finding)}>
      <div class="name">
        <h3>{finding.name}</h3>
        <span class="role">{finding.role}</span>
        {finding.pill ? <PillWord pill={finding.pill} /> : null}
      </div>
      <p>{finding.sentence}</p>
      {finding.remarks.length > 0 ? (
        <ul>
          {finding.remarks.map((remark) => (
            <li>{remark}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** What is not known has no attribute: never an empty or zero one. */
function dataOf(of: { n?: number | null; low?: number | null; high?: number | null }) {
  const known = Object.entries({ n: of.n, low: of.low, high: of.high }).filter(
    ([, value]) => typeof value === 'number',
  );
  return Object.fromEntries(known.map(([name, value]) => [`data-${name}`, String(value)]));
}

function PillWord(props: { pill: Pill }) {
  const { pill } = props;
  return (
    <span class={`pill pill-${pill.verdict}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <VerdictMark verdict={pill.verdict} colour="currentColor" />
      </svg>
      {pill.word}
    </span>
  );
}

function TableBox(props: { table: TableBlock }) {
  const { table } = props;
  return (
    <div
      class="scroll"
      tabindex={0}
      role="region"
      aria-label={text('html.scroll', { caption: table.caption })}
    >
      <table id={table.id}>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col" class={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells) => (
            <tr>
              {cells.map((cell, i) =>
                i === 0 ? (
                  <th scope="row">{cell}</th>
                ) : (
                  <td class={table.columns[i]?.align ?? 'start'}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {table.note === null ? null : <p class="note">{table.note}</p>}
    </div>
  );
}

function FigureBox(props: { figure: FigureBlock }) {
  const { figure } = props;
  return (
    <figure id={figure.name} data-figure={figure.id} {...dataOf(figure)}>
      <figcaption>
        <p class="title">{figure.title}</p>
        <p class="subtitle">{figure.subtitle}</p>
      </figcaption>
      {figure.svg.narrow === undefined ? (
        raw(figure.svg.screen)
      ) : (
        <>
          <div class="wide">{raw(figure.svg.screen)}</div>
          <div class="narrow">{raw(figure.svg.narrow)}</div>
        </>
      )}
      <p class="source">{figure.source}</p>
      <details>
        <summary>{text('html.table', { caption: figure.table.caption })}</summary>
        <TableBox table={figure.table} />
      </details>
    </figure>
  );
}
