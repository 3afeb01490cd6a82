import type { ActorDetail, ActorPatch, NewActor } from '#shared/contract/actors.ts'
import type { SizeBasis, SizeClass } from '#shared/contract/vocabulary.ts'

/** The facts of an actor as they stand in input fields: text, '' where nothing is known. */
export interface ActorForm {
  name: string
  role: string
  sectorId: string
  regionCode: string
  inCity: boolean
  sizeClass: SizeClass | ''
  sizeBasis: SizeBasis | ''
  yearStarted: string
  kbliCode: string
  kbliVersion: '2020' | '2025'
  website: string
  /** One per line. */
  aliases: string
  products: string
  needs: string
  offers: string
  registeredOn: string
}

export const emptyActorForm = (today: string): ActorForm => ({
  name: '',
  role: 'business',
  sectorId: '',
  regionCode: '',
  inCity: true,
  sizeClass: '',
  sizeBasis: '',
  yearStarted: '',
  kbliCode: '',
  kbliVersion: '2025',
  website: '',
  aliases: '',
  products: '',
  needs: '',
  offers: '',
  registeredOn: today,
})

export const actorFormOf = (detail: ActorDetail): ActorForm => ({
  name: detail.record.name,
  role: detail.role ?? '',
  sectorId: detail.sectorId ?? '',
  regionCode: detail.regionCode ?? '',
  inCity: detail.record.inCity,
  sizeClass: detail.record.sizeClass ?? '',
  sizeBasis: detail.record.sizeBasis ?? '',
  yearStarted: detail.record.yearStarted?.toString() ?? '',
  kbliCode: detail.record.kbli?.code ?? '',
  kbliVersion: detail.record.kbli?.version ?? '2025',
  website: detail.record.website ?? '',
  aliases: detail.record.aliases.join('\n'),
  products: detail.record.products.join('\n'),
  needs: detail.record.needs.join('\n'),
  offers: detail.record.offers.join('\n'),
  registeredOn: detail.registeredOn ?? '',
})

export type ActorFormIssue = 'name-missing' | 'role-missing' | 'year-invalid' | 'kbli-invalid' | 'url-invalid'

/** What is wrong, by field, in reading order. */
export function actorFormIssues(form: ActorForm): Partial<Record<keyof ActorForm, ActorFormIssue>> {
  const issues: Partial<Record<keyof ActorForm, ActorFormIssue>> = {}
  if (form.name.trim() === '') issues.name = 'name-missing'
  if (form.role === '') issues.role = 'role-missing'
  if (form.yearStarted.trim() !== '' && !/^(1[89]|2[01])\d{2}$/.test(form.yearStarted.trim()))
    issues.yearStarted = 'year-invalid'
  if (form.kbliCode.trim() !== '' && !/^\d{5}$/.test(form.kbliCode.trim())) issues.kbliCode = 'kbli-invalid'
  if (form.website.trim() !== '' && !/^https?:\/\/[^\s.]+\.\S+$/.test(form.website.trim()))
    issues.website = 'url-invalid'
  return issues
}

const lines = (text: string) =>
  [...new Set(text.split(/[\n;]/).map((line) => line.trim()))].filter((line) => line !== '')

type Facts = Extract<ActorPatch, { mode: 'correct' }>['changes']

/** The form as facts; `null` where a field was left empty. */
function factsOf(form: ActorForm): Facts {
  return {
    name: form.name.trim(),
    role: form.role || null,
    sectorId: form.sectorId || null,
    regionCode: form.regionCode || null,
    inCity: form.inCity,
    sizeClass: form.sizeClass || null,
    sizeBasis: form.sizeClass === '' ? null : form.sizeBasis || null,
    yearStarted: form.yearStarted.trim() === '' ? null : Number(form.yearStarted),
    kbli: form.kbliCode.trim() === '' ? null : { code: form.kbliCode.trim(), version: form.kbliVersion },
    website: form.website.trim() || null,
    aliases: lines(form.aliases),
    products: lines(form.products),
    needs: lines(form.needs),
    offers: lines(form.offers),
    ...(form.registeredOn === '' ? {} : { registeredOn: form.registeredOn }),
  }
}

/** Only what differs from the record: two people correcting different facts do not meet. */
export function correctionOf(base: ActorForm, form: ActorForm): Facts {
  const before = factsOf(base)
  return Object.fromEntries(
    Object.entries(factsOf(form)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Facts]),
    ),
  )
}

type DatedFacts = Extract<ActorPatch, { mode: 'from' }>['changes']

/** The facts that may change on a date, and did. */
export function datedChangeOf(base: ActorForm, form: ActorForm): DatedFacts {
  const { role, sectorId, regionCode } = correctionOf(base, form)
  return {
    ...(role === undefined ? {} : { role }),
    ...(sectorId === undefined ? {} : { sectorId }),
    ...(regionCode === undefined ? {} : { regionCode }),
  }
}

export function newActorOf(form: ActorForm): NewActor {
  const { role, registeredOn, ...facts } = factsOf(form)
  return {
    ...facts,
    name: form.name.trim(),
    role: role ?? 'business',
    ...(registeredOn === undefined ? {} : { registeredOn }),
  }
}
