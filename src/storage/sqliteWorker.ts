import { parentPort, workerData } from 'node:worker_threads';
import { answerReads, answerWrites, faultOf } from './sqliteCalls.ts';
import { openSqliteDatabase } from './sqliteDatabase.ts';
import type { FromThread, ToThread } from './sqliteThread.ts';

/**
 * The thread that sqliteThread.ts starts: opens the file of `workerData`, says how that went, then runs what it is sent.
 * The driver waits for the disk inside a call; here nothing else waits with it. A file that cannot be opened ends the thread.
 */
const asides: string[] = [];
try {
  const database = openSqliteDatabase(String(workerData), (aside) => asides.push(aside));
  parentPort?.on('message', (message: ToThread) => {
    if (message.type === 'read') tell({ type: 'answers', answers: answerReads(database, message.calls) });
    else if (message.type === 'write') {
      void answerWrites(database, message.calls).then((answers) => tell({ type: 'answers', answers }));
    } else {
      database.close();
      parentPort?.close();
    }
  });
  tell({ type: 'opened', asides });
} catch (error) {
  tell({ type: 'not-opened', fault: faultOf(error) });
}

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}
