import type { App } from '#server/app.ts'
import type { Figures, Job, ResearchColumn } from '#shared/contract/research.ts'

type Asked = Pick<App, 'app'>

export async function post<T>({ app }: Asked, path: string, body: unknown): Promise<T> {
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

export async function read<T>({ app }: Asked, path: string): Promise<T> {
  const response = await app.request(path)
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

export const figuresOf = (asked: Asked, table: string, query = ''): Promise<Figures> =>
  read<Figures>(asked, `/api/research/figures?table=${table}${query === '' ? '' : `&${query}`}`)

export function columnOf({ columns }: Figures, key: string): ResearchColumn {
  const column = columns.find((one) => one.key === key)
  if (!column) throw new Error(`There is no column "${key}".`)
  return column
}

/** Waits until the job is over. */
export async function finished(asked: Asked, { id }: Job): Promise<Job> {
  for (;;) {
    const job = await read<Job>(asked, `/api/research/jobs/${id}`)
    if (job.state !== 'waiting' && job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
