import type { DrawnApplicant } from '#evaluation/draw/lottery-draw.ts';

/** What is written beside the draw itself. */
export interface DrawColumns {
  /** Day of the draw, ISO, as the index date of everybody in it; left out when not given. */
  readonly on?: string;
  /** Whether those not drawn get their place in the line. */
  readonly waitingList: boolean;
}

/**
 * A draw as a table that `plumbline evaluate` can read as people.
 *
 * Shape: sorted as drawn, by stratum and key; lines end with a line feed; cells are quoted only where they must be.
 * Missing: an empty cell: no waiting place for those drawn; no chance where all or none of a stratum were drawn.
 */
export function drawCsv(drawn: readonly DrawnApplicant[], { on, waitingList }: DrawColumns): string {
  const head = [
    'person',
    'stratum',
    'arm',
    'probability',
    ...(on ? ['index'] : []),
    ...(waitingList ? ['waiting_place'] : []),
  ];
  const rows = drawn.map((one) => [
    one.person,
    one.stratum,
    one.drawn ? 'participant' : 'comparison',
    one.probability > 0 && one.probability < 1 ? String(one.probability) : '',
    ...(on ? [on] : []),
    ...(waitingList ? [one.waitingPlace === null ? '' : String(one.waitingPlace)] : []),
  ]);
  return [head, ...rows].map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

function cell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
