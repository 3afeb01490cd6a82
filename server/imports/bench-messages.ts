import type { RefusalCode } from '#shared/contract/import-fields.ts'
import { type ThreadFailure, threadError, threadFailure } from '../thread-failure.ts'
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

type Failure = ThreadFailure | { kind: 'refusal'; code: RefusalCode; params: Refusal['params'] }

export const failureOf = (error: unknown): Failure =>
  error instanceof Refusal
    ? { kind: 'refusal', code: error.code, params: error.params }
    : threadFailure(error)

export const errorOf = (failure: Failure): Error =>
  failure.kind === 'refusal' ? new Refusal(failure.code, failure.params) : threadError(failure)
