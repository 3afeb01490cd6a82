import type { ErrorCode } from '#shared/contract/errors.ts'
import type { RefusalCode } from '#shared/contract/import-fields.ts'
import { AppError, type ErrorExtras } from '../errors.ts'
import { Refusal } from './reading/refusal.ts'
import type { Progress, Workbench } from './workbench.ts'
import type { ExportTask } from './writing/export-register.ts'

/** What goes to and fro between the server and the thread in which an import is worked on. */

export interface BenchStart {
  type: 'bench'
  databaseFile: string
  name: string
  bytes: Uint8Array
  work: unknown
  /** The moment that counts as now; the real one where it is left out. */
  now?: string | undefined
}

export interface ExportStart {
  type: 'export'
  databaseFile: string
  task: ExportTask
  now?: string | undefined
}

export type ThreadStart = BenchStart | ExportStart

/** The methods of a workbench that can be called from outside. */
export type BenchCall = keyof Workbench

export type ToBench =
  | { type: 'call'; id: number; call: BenchCall; args: unknown[] }
  | { type: 'may-write'; id: number }

export type FromBench =
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'failure'; id: number; failure: Failure }
  | { type: 'progress'; progress: Parameters<Progress> }
  | { type: 'wants-to-write'; id: number }
  | { type: 'has-written' }

/** Id of the call that opens the workbench. */
export const OPENING = 0

export type Failure =
  | { kind: 'refusal'; code: RefusalCode; params: Refusal['params'] }
  | { kind: 'app'; code: ErrorCode; extras: ErrorExtras }
  | { kind: 'other'; message: string }

export function failureOf(error: unknown): Failure {
  if (error instanceof Refusal) return { kind: 'refusal', code: error.code, params: error.params }
  if (error instanceof AppError) return { kind: 'app', code: error.code, extras: error.extras }
  return { kind: 'other', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

export function errorOf(failure: Failure): Error {
  switch (failure.kind) {
    case 'refusal':
      return new Refusal(failure.code, failure.params)
    case 'app':
      return new AppError(failure.code, failure.extras)
    default:
      return new Error(failure.message)
  }
}
