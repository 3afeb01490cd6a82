import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type EmbedGrant, EmbedLink, EmbedRequest, EmbedView } from '#shared/contract/embeds.ts'
import { on as dayOrAll } from '#shared/contract/fields.ts'
import { allows } from '#shared/contract/rights.ts'
import { AppError, invalidInput, issue } from '../errors.ts'
import { may } from '../http/may.ts'
import { type AppEnv, createRouter, json, jsonBody, type Router, refusals } from '../http/router.ts'
import { closedQuarterBy } from '../network/closed-quarters.ts'
import type { CityDates } from '../network/register.ts'
import { readEmbed, signEmbed } from './embed-link.ts'

export interface EmbedServices {
  revision: () => number
  dates: () => CityDates
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
  summary: 'What a link to an embedded view grants, and what it shows',
  ...may('system.read'),
  request: { params: z.object({ token: z.string().max(8000) }) },
  responses: {
    200: json(EmbedView, 'View and revision, and how much of it everybody may see'),
    404: refusals[404],
  },
})

/**
 * Links to embedded views. Each is shown what the public may see, whoever looks: the network at the revision that it was signed for,
 * or, of a register of real people, its sectors.
 */
export const embedRoutes = ({ revision, dates, key }: EmbedServices): Router =>
  createRouter()
    .openapi(create, (c) => {
      const grant = grantOf(c.req.valid('json').view, revision(), opens(c))
      return c.json({ path: `/sematan/${signEmbed(key(), grant)}`, grant }, 201)
    })
    .openapi(read, (c) => {
      const grant = readEmbed(key(), c.req.valid('param').token)
      if (grant === null)
        throw new AppError('not-found', {
          detail: 'This link to an embedded view was not signed by this server.',
        })
      const on = dayOf(grant.view)
      const shown = opens(c)
        ? ({ shows: 'network', on } as const)
        : ({ shows: 'sectors', on: closedQuarterBy(dates(), on) } as const)
      return c.json({ ...grant, ...shown }, 200)
    })

/** Whether everybody sees the network itself. */
const opens = (c: Context<AppEnv>) => allows('public', 'network.read', c.get('open'))

const dayOf = (search: string) => dayOrAll.catch('all').parse(new URLSearchParams(search).get('on'))

/**
 * Of a register of real people a link says the day and no more, for it is handed to everybody.
 * @throws `invalid-input` for a view that would not be the same every time: of no date, of two, or of a revision yet to come
 */
function grantOf(search: string, present: number, whole: boolean): EmbedGrant {
  const view = new URLSearchParams(search)
  const names = [...view.keys()]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  const known = Number(view.get('known') ?? present)
  const refuse = (code: string, message: string) => invalidInput(issue('view', code, message))
  if (twice !== undefined) throw refuse('parameter-twice', `The parameter ${twice} is there twice.`)
  if (!dayOrAll.safeParse(view.get('on')).success)
    throw refuse('date-missing', 'An embedded view is fixed to a date: `on`.')
  if (!Number.isInteger(known) || known > present)
    throw refuse(
      'future-revision',
      `An embedded view is fixed to a revision that there is, up to ${present}.`,
    )
  for (const name of names) if (name === 'known' || (!whole && name !== 'on')) view.delete(name)
  view.sort()
  return { view: view.toString(), revision: known, rights: 'public' }
}
