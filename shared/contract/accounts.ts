import { z } from 'zod'
import { id, paging } from './fields.ts'
import { ACCOUNT_ROLES, ACTIONS, type Action, ROLES } from './rights.ts'

const accountRole = z.enum(ACCOUNT_ROLES)
const email = z.email().trim().max(254)
const personName = z.string().trim().min(1).max(100)

export const PASSWORD_LENGTH = { min: 10, max: 128 } as const
const newPassword = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max)
/** As typed at a sign-in: whatever it is, it is compared. */
const password = z.string().min(1).max(PASSWORD_LENGTH.max)

/** `GET /api/session`: who asks, and what they may do. */
export const Session = z
  .object({
    account: z
      .object({ id, name: z.string(), email: z.string(), role: accountRole, demonstration: z.boolean() })
      .nullable(),
    role: z.enum(ROLES),
    demonstration: z.boolean(),
    /** One click signs in to a chosen role: only a demonstration without accounts of people, at its own machine. */
    demoSignIn: z.boolean(),
    actions: z.array(z.enum(ACTIONS as [Action, ...Action[]])),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

/** Body of `POST /api/sign-in`. */
export const SignIn = z
  .object({ email: z.string().trim().min(1).max(254), password })
  .strict()
  .meta({ id: 'SignIn' })
export type SignIn = z.infer<typeof SignIn>

/** Body of `POST /api/demo-sign-in`. */
export const DemoSignIn = z.object({ role: accountRole }).strict().meta({ id: 'DemoSignIn' })

/** Body of `POST /api/account/password`; every other session of the account ends. */
export const PasswordChange = z
  .object({ current: password, next: newPassword })
  .strict()
  .meta({ id: 'PasswordChange' })
export type PasswordChange = z.infer<typeof PasswordChange>

const token = z.string().min(20).max(100)

/** Body of `POST /api/one-time-link`. */
export const LinkQuestion = z.object({ token }).strict().meta({ id: 'LinkQuestion' })
/** Whom a link lets set a password. */
export const LinkOwner = z.object({ name: z.string(), email: z.string() }).meta({ id: 'LinkOwner' })
export type LinkOwner = z.infer<typeof LinkOwner>

/** Body of `POST /api/new-password`: uses the link up, and signs in. */
export const NewPassword = z.object({ token, password: newPassword }).strict().meta({ id: 'NewPassword' })
export type NewPassword = z.infer<typeof NewPassword>

export const Person = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    role: accountRole,
    disabled: z.boolean(),
    /** Without one nobody has signed in yet. */
    hasPassword: z.boolean(),
    /** Where they are signed in at the moment. */
    sessions: z.number().int(),
    /** Of the link that waits to be used. */
    linkExpiresAt: z.iso.datetime().nullable(),
    addedAt: z.iso.datetime(),
  })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof Person>

export const People = z.object({ rows: z.array(Person) }).meta({ id: 'People' })
export type People = z.infer<typeof People>

/** Body of `POST /api/people`. */
export const NewPerson = z
  .object({ name: personName, email, role: accountRole })
  .strict()
  .meta({ id: 'NewPerson' })
export type NewPerson = z.infer<typeof NewPerson>

/** Body of `PATCH /api/people/{id}`. */
export const PersonPatch = z
  .object({ name: personName, role: accountRole, disabled: z.boolean() })
  .partial()
  .strict()
  .meta({ id: 'PersonPatch' })
export type PersonPatch = z.infer<typeof PersonPatch>

/** Shown once: the server keeps a hash of it only. */
export const OneTimeLink = z
  .object({ path: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'OneTimeLink' })
export type OneTimeLink = z.infer<typeof OneTimeLink>

export const AddedPerson = z.object({ person: Person, link: OneTimeLink }).meta({ id: 'AddedPerson' })
export type AddedPerson = z.infer<typeof AddedPerson>

const ACCOUNT_ACTIONS = [
  'added',
  'renamed',
  'role-changed',
  'disabled',
  'enabled',
  'link-made',
  'password-set',
  'password-changed',
  'signed-out-everywhere',
] as const

/** `GET /api/account-log`: what was done to accounts, latest first. `by` is null where it was done at the server itself. */
export const AccountLogPage = z
  .object({
    rows: z.array(
      z.object({
        id,
        at: z.iso.datetime(),
        by: z.string().nullable(),
        about: z.string(),
        action: z.enum(ACCOUNT_ACTIONS),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  })
  .meta({ id: 'AccountLogPage' })
export type AccountLogPage = z.infer<typeof AccountLogPage>

export const AccountLogQuery = z.object(paging).strict()
