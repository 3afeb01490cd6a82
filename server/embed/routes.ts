import { createRoute, z } from '@hono/zod-openapi'
import { EmbedGrant, EmbedLink, EmbedRequest } from '#shared/contract/embeds.ts'
import { allows } from '#shared/contract/rights.ts'
import { AppError, invalidInput, issue } from '../errors.ts'
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
  summary:
    'Signs a link to a read-only view, fixed to the view, its date, the present revision and public rights',
  ...may('embeds.create'),
  request: { body: jsonBody(EmbedRequest) },
  responses: { 201: json(EmbedLink, 'The link'), 400: refusals[400] },
})

const read = createRoute({
  method: 'get',
  path: '/api/embeds/{token}',
  tags: ['embeds'],
  summary: 'What a link to an embedded view grants',
  ...may('system.read'),
  request: { params: z.object({ token: z.string().max(8000) }) },
  responses: {
    200: json(EmbedGrant, 'View and revision'),
    403: refusals[403],
    404: refusals[404],
  },
})

/** Links to embedded views. Each is shown what the public may see, whoever looks, at the revision that it was signed for. */
export const embedRoutes = ({ revision, key }: EmbedServices): Router =>
  createRouter()
    .openapi(create, (c) => {
      const grant = grantOf(c.req.valid('json').view, revision())
      return c.json({ path: `/sematan/${signEmbed(key(), grant)}`, grant }, 201)
    })
    .openapi(read, (c) => {
      const grant = readEmbed(key(), c.req.valid('param').token)
      if (grant === null)
        throw new AppError('not-found', {
          detail: 'This link to an embedded view was not signed by this server.',
        })
      if (!allows('public', 'network.read', c.get('open')))
        throw new AppError('forbidden', {
          detail: 'The network of this register is shown to people with an account alone.',
        })
      return c.json(grant, 200)
    })

/** Throws `invalid-input` for a view that would not be the same every time: of no date, of two, or of a revision yet to come. */
function grantOf(search: string, present: number): EmbedGrant {
  const view = new URLSearchParams(search)
  const names = [...view.keys()]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  const known = Number(view.get('known') ?? present)
  const refuse = (code: string, message: string) => invalidInput(issue('view', code, message))
  if (twice !== undefined) throw refuse('parameter-twice', `The parameter ${twice} is there twice.`)
  if (!view.has('on')) throw refuse('date-missing', 'An embedded view is fixed to a date: `on`.')
  if (!Number.isInteger(known) || known > present)
    throw refuse(
      'future-revision',
      `An embedded view is fixed to a revision that there is, up to ${present}.`,
    )
  view.delete('known')
  view.sort()
  return { view: view.toString(), revision: known, rights: 'public' }
}
