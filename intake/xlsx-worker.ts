import { parentPort, workerData } from 'node:worker_threads';
import { workbookCells } from './workbook-cells.ts';

/** A workbook is unpacked apart from everything else, so that one that is too large or broken takes nothing along. */
parentPort!.postMessage(workbookCells(workerData as Uint8Array));
