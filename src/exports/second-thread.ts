/**
 * What runs in the second thread (`second.ts`): one task after the other, until the thread is ended.
 */
import { parentPort } from 'node:worker_threads'
import { writeParts } from './parts.ts'
import { type Answer, rangesIn, type Task } from './second.ts'

const port = parentPort
if (!port) throw new Error('second-thread.ts runs in a worker thread only')
port.on('message', (task: Task) => port.postMessage(answerTo(task)))

function answerTo(task: Task): Answer {
  if ('write' in task) return { written: writeParts(task.write) }
  return { found: rangesIn(task.find) }
}
