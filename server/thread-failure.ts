import type { ErrorCode } from '#shared/contract/errors.ts'
import { AppError, type ErrorExtras } from './errors.ts'

/** What went wrong in a thread, as a message: an error that crosses keeps its text alone. */
export type ThreadFailure =
  | { kind: 'app'; code: ErrorCode; extras: ErrorExtras }
  | { kind: 'other'; message: string }

export function threadFailure(error: unknown): ThreadFailure {
  if (error instanceof AppError) return { kind: 'app', code: error.code, extras: error.extras }
  return { kind: 'other', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

export const threadError = (failure: ThreadFailure): Error =>
  failure.kind === 'app' ? new AppError(failure.code, failure.extras) : new Error(failure.message)
