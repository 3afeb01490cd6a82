import { useTranslations } from 'use-intl'
import { useMay } from '#client/api/session.ts'
import { type Names, useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { FilterFold } from '#client/ui/FilterFold.tsx'
import { FilterSelect } from '#client/ui/FilterSelect.tsx'
import { SearchBox } from '#client/ui/SearchBox.tsx'
import { ACTOR_STANDINGS, CENSUS_STATUSES } from '#shared/contract/vocabulary.ts'
import {
  type ActorSearch,
  type ActorSort,
  CONSENT_CHOICES,
  countFilters,
  isFiltered,
  NO_FILTERS,
  SORTS,
} from './actor-search.ts'

interface ActorFiltersProps {
  search: ActorSearch
  /** Changes what the address holds; the list goes back to its first page. */
  onSearch: (changes: Partial<ActorSearch>) => void
  phone: boolean
}

export function ActorFilters({ search, onSearch, phone }: ActorFiltersProps) {
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const register = useTranslations('register.suggestion')
  const consents = useTranslations('register.consent')
  const mayKeep = useMay('actors.write')
  const names = useNames()
  const all = t('filters.all')
  return (
    <search aria-label={t('filters.label')} className="filter-row">
      <SearchBox
        label={t('filters.search')}
        value={search.q ?? ''}
        onChange={(q) => onSearch({ q: q || undefined })}
      />
      <FilterFold folded={phone} label={t('filters.fold', { count: countFilters(search) })}>
        <FilterSelect
          label={t('filters.role')}
          all={all}
          value={search.role}
          options={names.roles.map(({ id }) => ({ value: id, label: names.role(id) }))}
          onChange={(role) => onSearch({ role })}
        />
        <FilterSelect
          label={t('filters.sector')}
          all={all}
          value={search.sector}
          options={[
            ...names.sectors.map(({ id }) => ({ value: id, label: names.sectorShort(id) })),
            { value: 'none', label: register('none') },
          ]}
          onChange={(sector) => onSearch({ sector })}
        />
        {names.villages.length > 0 ? (
          <FilterSelect
            label={t('filters.region')}
            all={all}
            value={search.region}
            options={[
              ...names.villages.map(({ code, name }) => ({ value: code, label: name })),
              { value: 'none', label: register('noRegion') },
            ]}
            onChange={(region) => onSearch({ region })}
          />
        ) : null}
        {names.surveyed ? (
          <FilterSelect
            label={t('filters.census')}
            all={all}
            value={search.census}
            options={CENSUS_STATUSES.map((value) => ({ value, label: common(`census.${value}`) }))}
            onChange={(census) => onSearch({ census })}
          />
        ) : null}
        <FilterSelect
          label={t('filters.standing')}
          all={all}
          value={search.standing}
          options={ACTOR_STANDINGS.map((value) => ({ value, label: common(`actorStanding.${value}`) }))}
          onChange={(standing) => onSearch({ standing })}
        />
        {mayKeep ? (
          <FilterSelect
            label={t('column.consents')}
            all={all}
            value={search.consent}
            options={CONSENT_CHOICES.map((value) => ({ value, label: consents(value) }))}
            onChange={(consent) => onSearch({ consent })}
          />
        ) : null}
        {phone ? (
          <FilterSelect
            label={t('sort.label')}
            all={t('sort.name')}
            value={search.sort}
            options={SORTS.filter((sort) => offered(sort, names) && (mayKeep || sort !== 'consents')).map(
              (value) => ({
                value,
                label: value === 'consents' ? t('column.consents') : t(`sort.${value}`),
              }),
            )}
            onChange={(sort) =>
              onSearch({ sort, order: sort && NEWEST_FIRST.has(sort) ? 'desc' : undefined })
            }
          />
        ) : null}
        {isFiltered(search) ? (
          <Button look="text" onClick={() => onSearch(NO_FILTERS)}>
            {common('action.clearFilters')}
          </Button>
        ) : null}
      </FilterFold>
    </search>
  )
}

/** Sorts by what this database records; by name is the usual one. */
function offered(sort: ActorSort, { surveyed, villages }: Names): boolean {
  if (sort === 'region') return villages.length > 0
  return sort !== 'name' && (surveyed || (sort !== 'lastVerifiedOn' && sort !== 'registeredOn'))
}

/** Sorts that are asked for to see the large or recent end. */
const NEWEST_FIRST: ReadonlySet<string> = new Set([
  'partners',
  'crossPartners',
  'lastVerifiedOn',
  'registeredOn',
])
