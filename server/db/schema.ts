import type { Generated, Kysely } from 'kysely'

/** Booleans are 0 | 1 and JSON is text, so that SQLite and PostgreSQL read alike; the stores encode and decode. */
type Flag = 0 | 1
type Json = string

export interface SettingTable {
  key: string
  value: Json
  revision: number
}

export interface RoleTable {
  id: string
  name_id: string
  name_en: string
  position: number
}

export interface KindTable {
  id: string
  name_id: string
  name_en: string
  position: number
  directed: Flag
  forward_id: string | null
  forward_en: string | null
  backward_id: string | null
  backward_en: string | null
  two_mode: Flag
  retired: Flag
  revision: Generated<number>
}

export interface RegionTable {
  code: string
  bps_code: string | null
  level: string
  name: string
  parent_code: string | null
}

export interface PartitionTable {
  id: string
  version: number
  name_id: string
  name_en: string
  official: Flag
}

export interface SectorTable {
  partition_id: string
  id: string
  name_id: string
  name_en: string
  short_id: string
  short_en: string
  code: string
  colour_group: string | null
  shape: string
  position: number
  angle: number
  retired: Generated<Flag>
  revision: Generated<number>
}

export interface DefinitionTable {
  id: string
  version: number
  name_id: string
  name_en: string
  rule: Json
  partition_id: string
}

export interface ActorTable {
  id: string
  name: string
  aliases: Json
  in_city: Flag
  parent_id: string | null
  website: string | null
  year_started: number | null
  size_class: string | null
  size_basis: string | null
  kbli_code: string | null
  kbli_version: string | null
  products: Json
  needs: Json
  offers: Json
  attributes: Json
  nib: string | null
  phone: string | null
  revision: number
}

/** Valid time: `value` holds from `valid_from` on; `valid_from` is '' where it always held. */
export interface ActorStateTable {
  actor_id: string
  /** `presence`, `role`, `region`, `census`, or `sector:<partition id>`. */
  aspect: string
  valid_from: string
  value: string | null
}

export interface PartnershipTable {
  id: string
  kind: string
  intensity: number
  evidence: string
  evidence_url: string | null
  note: string | null
  started_on: string | null
  ended_on: string | null
  end_reason: string | null
  weight: number | null
  projects: Json
  recorded_on: string | null
  revision: number
}

export interface PartnershipPartyTable {
  partnership_id: string
  position: number
  actor_id: string
}

export interface PartnershipArcTable {
  partnership_id: string
  position: number
  from_id: string
  to_id: string
}

export interface PartnershipStatusTable {
  partnership_id: string
  valid_from: string
  status: string
}

export interface PartnershipConfirmationTable {
  partnership_id: string
  confirmed_on: string
}

/** A file that proves a partnership: which one it is, not what is in it. */
export interface EvidenceTable {
  id: string
  partnership_id: string
  /** SHA-256 of what is in it, in hexadecimal: its name in the folder of files. */
  file: string
  media_type: string
  bytes: number
  name: string
  added_on: string
  revision: number
}

export interface EventTable {
  id: string
  title: string
  type: string
  starts_on: string
  ends_on: string | null
  host_id: string | null
  region_code: string | null
  revision: number
}

export interface AffiliationTable {
  id: string
  actor_id: string
  target_type: string
  target_id: string
  role: string
  valid_from: string | null
  valid_to: string | null
  invited: Flag
  registered: Flag
  attended: Flag
  revision: number
}

/** An actor that became another one: its id leads there. */
export interface MergerTable {
  id: string
  into_id: string
  name: string
  revision: number
}

export interface ChangesetTable {
  revision: Generated<number>
  author: string
  at: string
  action: string
  reason: string | null
  undoes: number | null
  /** An undo after which something of what it takes back still stands. */
  partial: Generated<Flag>
}

export interface ChangeTable {
  revision: number
  entity: string
  entity_id: string
  before: Json | null
  after: Json | null
}

/** What a write was answered with, for whoever sends it again; kept for a while, outside the changesets. */
export interface KeptAnswerTable {
  author: string
  key: string
  fingerprint: string
  record_id: string
  revision: number
  /** null until the answer has been put together, after the commit. */
  answer: Json | null
  at: string
}

/** Two records that a person said are not the same; who and when says the changeset. `first_id` sorts before `second_id`. */
export interface NotDuplicateTable {
  entity: string
  first_id: string
  second_id: string
  revision: number
}

/** Layout positions: derived, so outside the changesets. */
export interface PositionTable {
  actor_id: string
  x: number
  y: number
}

export interface AccountTable {
  id: string
  /** In lower case. */
  email: string
  email_verified: Generated<Flag>
  name: string
  image: string | null
  role: string
  /** One of the seed's database, to look around with. */
  demonstration: Generated<Flag>
  /** Nobody can sign in with it any more; the account stays, for its name stands in the history. */
  disabled_at: string | null
  created_at: string
  updated_at: string
}

/** How an account proves that it is itself: by a password. */
export interface CredentialTable {
  id: string
  account_id: string
  provider_id: string
  provider_account_id: string
  /** Hashed. */
  password: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: string | null
  refresh_token_expires_at: string | null
  scope: string | null
  created_at: string
  updated_at: string
}

export interface SessionTable {
  id: string
  account_id: string
  /** Hashed: the token itself is known to the cookie alone. */
  token: string
  expires_at: string
  ip_address: string | null
  user_agent: string | null
  created_at: string
  updated_at: string
}

export interface OneTimeLinkTable {
  token_hash: string
  account_id: string
  made_at: string
  expires_at: string
  used_at: string | null
}

/** Attempts to sign in, by a hash of what is counted; `expires_at` in milliseconds since 1970. */
export interface SignInLimitTable {
  key: string
  points: number
  expires_at: number
}

/** What was done to accounts: they are no facts of the city, so no changesets. */
export interface AccountLogTable {
  id: string
  at: string
  by_id: string | null
  account_id: string
  action: string
  before: string | null
  after: string | null
}

export interface TaskTable {
  id: string
  kind: string
  about: Json
  assignee_id: string | null
  due_on: string | null
  distinct_actors: Flag
  revision: number
}

/** A spreadsheet on its way into the register: a draft, outside the changesets. Its file lies in the folder of files. */
export interface SpreadsheetTable {
  id: string
  author: string
  file_name: string
  bytes: number
  created_at: string
  updated_at: string
  state: string
  version: number
  kind: string | null
  row_count: number
  problems: number
  open: number
  refusal: Json | null
  /** What people did to it. */
  work: Json
  /** What the page is answered with, as it was worked out last. */
  detail: Json | null
  dry_run: Json | null
  failure: string | null
  revision: number | null
}

/** What people said that the columns of a set of headers mean. */
export interface ColumnMappingTable {
  headers: string
  kind: string
  /** By folded header the field; null where the column is not taken over. */
  fields: Json
  author: string
  at: string
}

export interface Schema {
  setting: SettingTable
  role: RoleTable
  kind: KindTable
  region: RegionTable
  partition: PartitionTable
  sector: SectorTable
  definition: DefinitionTable
  actor: ActorTable
  actor_state: ActorStateTable
  partnership: PartnershipTable
  partnership_party: PartnershipPartyTable
  partnership_arc: PartnershipArcTable
  partnership_status: PartnershipStatusTable
  partnership_confirmation: PartnershipConfirmationTable
  evidence: EvidenceTable
  event: EventTable
  affiliation: AffiliationTable
  merger: MergerTable
  changeset: ChangesetTable
  change: ChangeTable
  position: PositionTable
  kept_answer: KeptAnswerTable
  not_duplicate: NotDuplicateTable
  task: TaskTable
  account: AccountTable
  credential: CredentialTable
  session: SessionTable
  one_time_link: OneTimeLinkTable
  account_log: AccountLogTable
  sign_in_limit: SignInLimitTable
  spreadsheet: SpreadsheetTable
  column_mapping: ColumnMappingTable
}

/** A connection or a transaction: every reader and writer takes it first. */
export type Db = Kysely<Schema>
