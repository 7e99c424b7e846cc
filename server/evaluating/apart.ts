/** The process that works on files of somebody unknown: takes one order, tells stages, gives what it made, and ends. */
import type { Made, Order, Stage, Told } from './order.ts';

function tell(told: Told): void {
  process.send!(told);
}

process.once('message', (order: Order) => {
  const stage = (now: Stage): void => tell({ tells: 'stage', ...now });
  void made(order, stage).then((made) => {
    process.send!({ tells: 'made', made } satisfies Told, () => process.exit(0));
  });
});

/** Loads only what the work needs: reading loads nothing that writes. */
async function made(order: Order, stage: (now: Stage) => void): Promise<Made> {
  if (order.work === 'read') return (await import('./read-work.ts')).readWork(order, stage);
  return (await import('./report-work.ts')).reportWork(order, stage);
}
