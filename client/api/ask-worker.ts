/** One task for a worker of its own, which ends with the answer, with a failure, or when nobody waits any more. */
export async function askWorker<Task, Answer>(
  worker: Worker,
  task: Task,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    signal.throwIfAborted()
    return await new Promise<Answer>((done, failed) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => done(data)
      worker.onerror = (event) => failed(new Error(event.message || 'The worker could not be run.'))
      signal.addEventListener('abort', () => failed(signal.reason as Error))
      worker.postMessage(task)
    })
  } finally {
    worker.terminate()
  }
}
