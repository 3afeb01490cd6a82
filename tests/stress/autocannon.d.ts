/** What is used of autocannon 9, which brings no types. */
declare module 'autocannon' {
  interface Request {
    method?: 'GET' | 'POST'
    path?: string
    headers?: Record<string, string>
    body?: string
    setupRequest?: (request: Request) => Request
  }
  interface Options {
    url: string
    connections: number
    /** seconds */
    duration: number
    /** requests per second over all connections */
    overallRate?: number
    /** seconds */
    timeout?: number
    requests: Request[]
  }
  interface Result {
    latency: { p50: number; p99: number; max: number }
    requests: { total: number; sent: number }
    errors: number
    timeouts: number
    non2xx: number
    '2xx': number
  }
  // biome-ignore lint/style/noDefaultExport: it is the package's own
  export default function autocannon(options: Options): Promise<Result>
}
