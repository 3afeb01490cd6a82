import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  DownloadQuery,
  Figures,
  FiguresQuery,
  Job,
  JobRequest,
  NullModelResult,
  ResearchCatalog,
  Series,
  SeriesQuery,
  Snippet,
  SnippetQuery,
} from '#shared/contract/research.ts'
import { apiUrl, getJson, sendJson } from './http.ts'

/** What a page leaves out takes the server's default. */
type Asked<T> = Partial<{ [K in keyof T]: T[K] | undefined }>

export const researchCatalogQuery = () =>
  queryOptions({
    queryKey: ['research', 'catalog'],
    queryFn: ({ signal }) => getJson<ResearchCatalog>('/research/catalog', {}, signal),
  })

export const figuresQuery = (asked: Asked<FiguresQuery>) =>
  queryOptions({
    queryKey: ['research', 'figures', asked],
    queryFn: ({ signal }) => getJson<Figures>('/research/figures', asked, signal),
    // Rows of another table, date or definition must never stand under this one's heads.
    placeholderData: (previous, query) => {
      const before = query?.queryKey[2] as Asked<FiguresQuery> | undefined
      const same =
        before?.table === asked.table &&
        before?.on === asked.on &&
        before?.definition === asked.definition &&
        before?.partition === asked.partition
      return same ? previous : undefined
    },
  })

export const seriesQuery = (asked: Asked<SeriesQuery>) =>
  queryOptions({
    queryKey: ['research', 'series', asked],
    queryFn: ({ signal }) => getJson<Series>('/research/series', asked, signal),
    placeholderData: (previous) => (previous?.measure === asked.measure ? previous : undefined),
  })

export const snippetQuery = (asked: Asked<SnippetQuery>) =>
  queryOptions({
    queryKey: ['research', 'snippet', asked],
    queryFn: ({ signal }) => getJson<Snippet>('/research/snippet', asked, signal),
    placeholderData: keepPreviousData,
  })

/** What a finished null model found. A job belongs to one revision, so its result never changes. */
export const nullModelQuery = (jobId: string) =>
  queryOptions({
    queryKey: ['research', 'null-model', jobId],
    queryFn: ({ signal }) =>
      getJson<NullModelResult>(`/research/jobs/${encodeURIComponent(jobId)}/result`, {}, signal),
  })

export const downloadUrl = (asked: Asked<DownloadQuery>): string => apiUrl('/research/download', asked)

export const seriesUrl = (asked: Asked<SeriesQuery>): string => apiUrl('/research/series', asked)

/** A question without the reader's id, which is made here. */
export type JobQuestion = JobRequest extends infer R
  ? R extends JobRequest
    ? Omit<R, 'reader'>
    : never
  : never

/** Also where the page is not served over TLS, which `crypto.randomUUID` asks for. */
const newReaderId = (): string =>
  [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('-')

interface Follower {
  onJob: (job: Job) => void
  onError: (error: unknown) => void
}

const isOver = ({ state }: Job) => state === 'done' || state === 'cancelled' || state === 'failed'

/**
 * Asks for what takes long and follows it. The same question asked by others is the same work. Returns a function that
 * lets go of it: the work stops when nobody waits any more.
 */
export function followJob(question: JobQuestion, { onJob, onError }: Follower): () => void {
  const reader = newReaderId()
  let source: EventSource | undefined
  let jobId: string | undefined
  let over = false
  let left = false

  const letGo = (id: string) =>
    void fetch(apiUrl(`/research/jobs/${encodeURIComponent(id)}`, { reader }), {
      method: 'DELETE',
      keepalive: true,
    }).catch(() => {})

  const hear = (job: Job) => {
    if (left) return
    over = isOver(job)
    if (over) source?.close()
    onJob(job)
  }

  sendJson<Job>('POST', '/research/jobs', { body: { ...question, reader } }).then(
    (job) => {
      if (left) return isOver(job) ? undefined : letGo(job.id)
      jobId = job.id
      hear(job)
      if (over) return
      source = new EventSource(apiUrl(`/research/jobs/${encodeURIComponent(job.id)}/events`))
      source.addEventListener('job', (event: MessageEvent<string>) => hear(JSON.parse(event.data) as Job))
      // A browser takes up a lost stream by itself; where it cannot, the state is asked for once more.
      source.addEventListener('error', () => {
        if (left || over || source?.readyState !== EventSource.CLOSED) return
        getJson<Job>(`/research/jobs/${encodeURIComponent(job.id)}`).then(hear, (error: unknown) => {
          if (!left) onError(error)
        })
      })
    },
    (error: unknown) => {
      if (!left) onError(error)
    },
  )

  return () => {
    left = true
    source?.close()
    if (jobId !== undefined && !over) letGo(jobId)
  }
}
