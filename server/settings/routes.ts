import { createRoute } from '@hono/zod-openapi'
import { Reference } from '#shared/contract/reference.ts'
import { TargetUpdate } from '#shared/contract/settings.ts'
import { commitChangeset } from '../db/changeset.ts'
import type { Db } from '../db/schema.ts'
import { invalidInput, issue } from '../errors.ts'
import { authorOf } from '../http/asker.ts'
import { may } from '../http/may.ts'
import { createRouter, json, jsonBody, type Router, refusals } from '../http/router.ts'
import { readReference } from '../reference/read-reference.ts'
import type { Clock } from '../today.ts'
import { setTarget } from './set-target.ts'

export interface SettingServices {
  db: Db
  clock?: Clock
}

const update = createRoute({
  method: 'put',
  path: '/api/settings/target',
  tags: ['settings'],
  summary: 'Sets the index aimed at and by when, or takes it away',
  ...may('settings.write'),
  request: { body: jsonBody(TargetUpdate) },
  responses: { 200: json(Reference, 'The reference data as they are now'), 400: refusals[400] },
})

export const settingRoutes = ({ db, clock }: SettingServices): Router =>
  createRouter().openapi(update, async (c) => {
    const { target, reason } = c.req.valid('json')
    const { today } = (await readReference(db, clock)).city
    if (target && target.by <= today)
      throw invalidInput(
        issue('target.by', 'not-later-than-today', `A target lies ahead: after ${today}.`, { today }),
      )
    await commitChangeset(db, { author: authorOf(c), action: 'set-target', reason }, (tx) =>
      setTarget(tx, target),
    )
    return c.json(await readReference(db, clock), 200)
  })
