import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { AppError, issue } from '../errors.ts'
import { roleOf } from './asker.ts'
import type { AppEnv } from './router.ts'

/** Another build may answer otherwise at the same revision. */
const BOOT = Date.now().toString(36)

/**
 * The tag of an answer that is a function of the register alone, or of the register and the day. Weak, for the answer may be
 * compressed.
 */
export const revisionTag = (revision: number, today?: string) =>
  `W/"${[`r${revision}`, today, BOOT].filter((part) => part !== undefined).join('-')}"`

/**
 * Sets the tag, with the role of the asker in it, for others may be shown more or less; true when the asker has this
 * answer already and a 304 will do.
 */
export function isKnown(c: Context, tag: string): boolean {
  const own = tag.replace(/"$/, `-${c.get('open') ? 'open' : roleOf(c)}"`)
  c.header('etag', own)
  const asked = c.req.header('if-none-match')
  return asked?.split(',').some((one) => strip(one) === strip(own)) ?? false
}

/** What is answered depends on who asks: nothing is kept for others, and what is kept is asked about again. */
export const forWhoeverAsked = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  c.res.headers.append('vary', 'Cookie')
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-cache')
})

const strip = (tag: string) => tag.trim().replace(/^W\//, '')

/** The revision in `If-Match` that a change was made on. Throws `invalid-input` where it is missing. */
export function expectedRevision(c: Context): number {
  const header = c.req.header('if-match')
  const match = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header?.trim() ?? '')
  if (match) return Number(match[1])
  throw new AppError('invalid-input', {
    detail: 'A change needs the header If-Match with the revision of the record.',
    issues: [
      issue(
        'If-Match',
        header === undefined ? 'missing' : 'wrong-format',
        'Give the revision of the record that the change was made on, as in "12".',
      ),
    ],
  })
}
