import type { TestApp } from './test-app.ts'

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema?: { enum?: string[]; default?: unknown }
}

interface Described {
  paths: Record<string, { get?: { parameters?: Parameter[] } }>
}

/** Values to ask with, by path and name of a parameter, else by its name, else all that it may have. */
export type Values = Record<string, readonly string[]>

export interface RawAnswer {
  path: string
  address: string
  status: number
  /** The whole body, and every header. */
  text: string
}

/** Every address of every GET route: with what is required, and with each value of each parameter in turn. */
async function addressesOf(app: TestApp, values: Values): Promise<{ path: string; address: string }[]> {
  const { body } = await app.get<Described>('/api/openapi.json')
  return Object.entries(body.paths).flatMap(([path, { get }]) => {
    if (!get) return []
    const parameters = get.parameters ?? []
    const valuesOf = (one: Parameter): readonly string[] =>
      values[`${path} ${one.name}`] ?? values[one.name] ?? one.schema?.enum ?? []
    let bases = [{ path, search: new URLSearchParams() }]
    for (const one of parameters.filter((parameter) => parameter.required || parameter.in === 'path')) {
      const known = valuesOf(one)
      if (known.length === 0) throw new Error(`No value for ${one.name} of ${path}.`)
      bases = bases.flatMap((base) => known.map((value) => withValue(base, one, value)))
    }
    const varied = parameters
      .filter((one) => one.in === 'query' && !one.required)
      .flatMap((one) => valuesOf(one).flatMap((value) => bases.map((base) => withValue(base, one, value))))
    return [...bases, ...varied].map((one) => {
      const search = one.search.toString()
      return { path, address: search === '' ? one.path : `${one.path}?${search}` }
    })
  })
}

function withValue(
  base: { path: string; search: URLSearchParams },
  parameter: Parameter,
  value: string,
): { path: string; search: URLSearchParams } {
  const search = new URLSearchParams(base.search)
  if (parameter.in === 'query') search.set(parameter.name, value)
  const path =
    parameter.in === 'path' ? base.path.replace(`{${parameter.name}}`, encodeURIComponent(value)) : base.path
  return { path, search }
}

/** Asks every GET route and gives what came back as it went over the wire. */
export async function rawAnswers(app: TestApp, values: Values): Promise<RawAnswer[]> {
  const answers: RawAnswer[] = []
  for (const { path, address } of await addressesOf(app, values)) {
    const response = await app.request(address)
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
    const body = isStream ? await firstOf(response) : await response.text()
    const headers = JSON.stringify([...response.headers])
    answers.push({ path, address, status: response.status, text: `${headers}\n${body}` })
  }
  return answers
}

/** A stream does not end: what it begins with. */
async function firstOf(response: Response): Promise<string> {
  const reader = response.body!.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return new TextDecoder().decode(value)
}
