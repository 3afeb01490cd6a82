import type { Role } from '#shared/contract/reference.ts'

/** The six roles of the hexa helix. */
export const ROLES: readonly Role[] = [
  { id: 'business', nameId: 'Pengusaha', nameEn: 'Business', position: 1 },
  { id: 'academia', nameId: 'Akademisi', nameEn: 'Academia', position: 2 },
  { id: 'community', nameId: 'Komunitas', nameEn: 'Community', position: 3 },
  { id: 'government', nameId: 'Pemerintah', nameEn: 'Government', position: 4 },
  { id: 'media', nameId: 'Media', nameEn: 'Media', position: 5 },
  { id: 'aggregator', nameId: 'Agregator', nameEn: 'Aggregator', position: 6 },
]
