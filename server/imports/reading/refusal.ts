import type { RefusalCode } from '#shared/contract/import-fields.ts'

/** Thrown where a file cannot be read at all. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly params: Record<string, string | number> | undefined

  constructor(code: RefusalCode, params?: Record<string, string | number>) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = params
  }
}
