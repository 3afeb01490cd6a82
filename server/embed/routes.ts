import { createRoute } from '@hono/zod-openapi'
import { EmbedLink, EmbedRequest } from '#shared/contract/embeds.ts'
import { AppError } from '../errors.ts'
import { may } from '../http/may.ts'
import { createRouter, json, jsonBody, type Router, refusals } from '../http/router.ts'
import { readEmbed, signEmbed } from './embed-link.ts'

export interface EmbedServices {
  revision: () => number
  key: () => Uint8Array
}

const create = createRoute({
  method: 'post',
  path: '/api/embeds',
  tags: ['embeds'],
  summary: 'Signs a link to a read-only view, fixed to the view, the present revision and public rights',
  ...may('embeds.create'),
  request: { body: jsonBody(EmbedRequest) },
  responses: { 201: json(EmbedLink, 'The link; nobody is shown it yet'), 400: refusals[400] },
})

/**
 * Links to embedded views. They can be made and are checked, but open for nobody: what is public of whom is decided by
 * consent, and consent is recorded by people with accounts.
 */
export const embedRoutes = ({ revision, key }: EmbedServices): Router => {
  const router = createRouter()
  router.openapi(create, (c) => {
    const view = new URLSearchParams(c.req.valid('json').view)
    view.sort()
    const grant = { view: view.toString(), revision: revision(), rights: 'public' as const }
    return c.json({ path: `/sematan/${signEmbed(key(), grant)}`, grant, opens: false as const }, 201)
  })
  router.get('/sematan/:token', (c) => {
    const grant = readEmbed(key(), c.req.param('token'))
    if (grant === null)
      throw new AppError('not-found', {
        detail: 'This link to an embedded view was not signed by this server.',
      })
    throw new AppError('forbidden', {
      detail:
        'Embedded views are switched off until there are accounts: only people with an account record who consented to be shown. The link stays valid.',
    })
  })
  return router
}
