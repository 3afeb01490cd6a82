import type { Target } from '#shared/contract/reference.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import type { CitySettings } from '../db/reference/reference-data.ts'
import { readCitySettings } from '../reference/read-reference.ts'
import { settingStore } from './setting-store.ts'

/** Sets the index aimed at and by when, in the changeset; null takes it away. */
export async function setTarget(tx: ChangesetTx, target: Target | null): Promise<void> {
  if (target === null) await tx.removeAll(settingStore, ['target'])
  else await tx.put(settingStore, { id: 'target', value: target })
}

/** Changes what the register says of its city, in the changeset. */
export async function setCity(tx: ChangesetTx, changes: Partial<CitySettings>): Promise<void> {
  const city = await readCitySettings(tx.db)
  await tx.put(settingStore, { id: 'city', value: { ...city, ...changes } })
}
