import { parentPort, workerData } from 'node:worker_threads';
import { unpacksAsSaid } from './unpacks-as-said.ts';
import { workbookCells } from './workbook-cells.ts';
import { zipSizes } from './zip-sizes.ts';

/** A workbook is unpacked apart from everything else, so that one that is too large or broken takes nothing along. */
const bytes = workerData as Uint8Array;
const sizes = zipSizes(bytes);
if (sizes.kind === 'sizes' && unpacksAsSaid(bytes, sizes.entries))
  parentPort!.postMessage(workbookCells(bytes));
else parentPort!.postMessage('its parts do not unpack to the sizes that it names');
