import type { ActorRecord, Consent } from '#shared/contract/actors.ts'
import type { FieldId } from '#shared/contract/import-fields.ts'
import { correct } from '../../actors/change-actor.ts'
import { inOrder } from '../../actors/record-consent.ts'
import { setFrom, valueOn } from '../../reference/dated.ts'
import type { WriteContext } from '../../reference/write-context.ts'
import { normalList } from '../cells/read-list.ts'
import type { Values } from '../checked-row.ts'
import { lastConsent } from './current-values.ts'

/** A new actor of whom nothing but the name is known: a business of the city, unless the row says otherwise. */
export function emptyActor({ today }: WriteContext, id: string, values: Values): ActorRecord {
  return {
    id,
    name: values.name!,
    aliases: [],
    inCity: true,
    parentId: null,
    website: null,
    yearStarted: null,
    sizeClass: null,
    sizeBasis: null,
    kbli: null,
    products: [],
    needs: [],
    offers: [],
    attributes: {},
    presence: [{ from: values.registeredOn ?? today, value: 'present' }],
    roles: [{ from: null, value: values.role ?? 'business' }],
    regions: [],
    census: [],
    sectors: {},
  }
}

/** The edition in force where a list says none. */
const KBLI_VERSION = '2020'

/** The actor as the row says it. Only what is in `values` changes; what people say of consent is added, never taken back in time. */
export function applyActor(context: WriteContext, actor: ActorRecord, values: Values): ActorRecord {
  const list = (field: FieldId) => (values[field] === undefined ? undefined : normalList(values[field]))
  const changed = correct(context, actor, {
    name: values.name,
    role: values.role,
    sectorId: values.sector,
    regionCode: values.region,
    website: values.website,
    kbli: kbliOf(actor, values),
    // the readers give none but the codes of their lists
    sizeClass: values.sizeClass as ActorRecord['sizeClass'] | undefined,
    sizeBasis: values.sizeBasis as ActorRecord['sizeBasis'] | undefined,
    yearStarted: values.yearStarted === undefined ? undefined : Number(values.yearStarted),
    aliases: list('aliases'),
    products: list('products'),
    needs: list('needs'),
    offers: list('offers'),
    inCity: values.inCity === undefined ? undefined : values.inCity === 'true',
    registeredOn: values.registeredOn,
  })
  if (values.nib !== undefined) changed.nib = values.nib
  if (values.phone !== undefined) changed.phone = values.phone
  if (values.census !== undefined || values.censusOn !== undefined)
    changed.census = surveyed(context, changed, values)
  const consents = consented(context, changed, values)
  return consents.length > 0 ? { ...changed, consents } : changed
}

function kbliOf({ kbli }: ActorRecord, { kbli: code, kbliVersion }: Values): ActorRecord['kbli'] | undefined {
  if (code === undefined && (kbliVersion === undefined || kbli === null)) return undefined
  const version = kbliVersion ?? (code === kbli?.code ? kbli?.version : undefined) ?? KBLI_VERSION
  return { code: code ?? kbli!.code, version: version as '2020' | '2025' }
}

/** A survey is a row of its own, of the day that is said, else of today; of no survey none is made. */
function surveyed({ today }: WriteContext, actor: ActorRecord, values: Values): ActorRecord['census'] {
  const status = (values.census ??
    valueOn(actor.census, today) ??
    'complete') as ActorRecord['census'][number]['value']
  if (status === 'none' && actor.census.length === 0) return actor.census
  return setFrom(actor.census, values.censusOn ?? today, status)
}

const PURPOSES = [
  ['consentDisplay', 'display'],
  ['consentContact', 'contact'],
  ['consentRecommendation', 'recommendation'],
  ['consentResearch', 'research'],
] as const

/** The last word counts: one that is older than what is known is not put before it. */
function consented({ today }: WriteContext, actor: ActorRecord, values: Values): Consent[] {
  let consents = actor.consents ?? []
  for (const [field, purpose] of PURPOSES) {
    const value = values[field] as Consent['value'] | undefined
    const last = lastConsent(actor, purpose)
    const from = values.consentOn ?? today
    if (value === undefined || value === last?.value || (last && from < last.from)) continue
    const channel = (values.consentChannel ?? 'form') as Consent['channel']
    const others = consents.filter((consent) => consent.purpose !== purpose || consent.from !== from)
    consents = [...others, { purpose, from, value, channel }].sort(inOrder)
  }
  return consents
}

/** Fields that say when or how the others became so, and change nothing by themselves. */
export const ACTOR_CIRCUMSTANCES: ReadonlySet<FieldId> = new Set(['consentOn', 'consentChannel'])
