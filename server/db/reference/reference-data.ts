import type { City, Definition, Kind, Partition, Region, Role } from '#shared/contract/reference.ts'

/** What is stored about the register itself; `today` and the open ends are worked out when it is read. */
export interface CitySettings
  extends Omit<City, 'today' | 'defaultOn' | 'lastOn'>,
    Partial<Pick<City, 'defaultOn' | 'lastOn'>> {}

/** The code lists that a register starts with: data, so that another city or network brings its own. */
export interface ReferenceData {
  city: CitySettings
  roles: readonly Role[]
  kinds: readonly Kind[]
  regions: readonly Region[]
  partitions: readonly Partition[]
  definitions: readonly Definition[]
}
