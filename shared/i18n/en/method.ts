import type { method as source } from '../id/method.ts'
import type { Shape } from '../shape.ts'

export const method = {
  title: 'How it is counted',
  titleOf: 'How it is counted: {of}',
  loading: 'Loading…',
  failed: 'The method could not be loaded. Check your connection, then reload the page.',
  sampled: 'Computed exactly where possible, otherwise from shuffles with a fixed seed.',
  treatment: {
    isolates: 'No partner on record',
    ended: 'Ended or paused',
    expired: 'Lapsed',
    unknown: 'Not yet asked',
  },
  definition: 'What counts: {name} definition, version {version}',
  partition: 'Division into sectors',
  revision: 'Data revision {revision}',
  copy: 'Copy citation',
  copied: 'Copied',
  allDates: 'all dates',
  rule: {
    roles: 'Roles: {roles}.',
    anyRole: 'All roles.',
    inCity: 'Only those in the city.',
    surveyed: 'Surveyed, or party to a partnership that counts.',
    everybody: 'All actors count.',
    sector: 'Those without a sector do not count.',
    kinds: 'Kinds: {kinds}.',
    anyKind: 'All kinds of partnership.',
    intensity: 'Intensity at least {level} of 5.',
    evidence: 'Evidence {grades}.',
    anyEvidence: 'No rule on evidence.',
    expiry: 'Lapses after {months} months without a confirmation.',
    noExpiry: 'Nothing lapses.',
    parties: 'More than {count} parties: only pairs that confirmed each other.',
    gate: 'A sector gets a level only when at least {share} of its members were surveyed within 12 months.',
  },
} as const satisfies Shape<typeof source>
