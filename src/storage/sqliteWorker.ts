import { parentPort, workerData } from 'node:worker_threads';
import { faultOf, runCalls, type Call } from './sqliteCalls.ts';
import { openSqliteDatabase, type SqliteDatabase } from './sqliteDatabase.ts';
import type { FromThread, ToThread } from './sqliteThread.ts';

/**
 * The thread that sqliteThread.ts starts: opens the file of `workerData`, says how that went, then runs what it is sent.
 * The driver waits for the disk inside a call; here nothing else waits with it.
 */
const asides: string[] = [];
const database = open(String(workerData));

function open(file: string): SqliteDatabase | null {
  try {
    const opened = openSqliteDatabase(file, (aside) => asides.push(aside));
    tell({ type: 'opened', asides });
    return opened;
  } catch (error) {
    tell({ type: 'not-opened', fault: faultOf(error) });
    return null;
  }
}

parentPort?.on('message', (message: ToThread) => {
  if (message === 'close') {
    database?.close();
    parentPort?.close();
  } else if (database !== null) {
    runCalls(database, message satisfies readonly Call[], (answers) => tell({ type: 'answers', answers }));
  }
});

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}
