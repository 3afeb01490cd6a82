import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { actorQuery } from '#client/api/actors.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { FilterFold } from '#client/ui/FilterFold.tsx'
import { FilterSelect } from '#client/ui/FilterSelect.tsx'
import { SearchBox } from '#client/ui/SearchBox.tsx'
import { EVIDENCE_GRADES, STANDINGS } from '#shared/contract/vocabulary.ts'
import { countFilters, isFiltered, NO_FILTERS, type PartnershipSearch, SORTS } from './partnership-search.ts'

interface PartnershipFiltersProps {
  search: PartnershipSearch
  /** Changes what the address holds; the list goes back to its first page. */
  onSearch: (changes: Partial<PartnershipSearch>) => void
  phone: boolean
}

export function PartnershipFilters({ search, onSearch, phone }: PartnershipFiltersProps) {
  const t = useTranslations('partnerships')
  const common = useTranslations('common')
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
          label={t('filters.kind')}
          all={all}
          value={search.kind}
          options={(names.reference?.kinds ?? []).map(({ id }) => ({ value: id, label: names.kind(id) }))}
          onChange={(kind) => onSearch({ kind })}
        />
        <FilterSelect
          label={t('filters.standing')}
          all={all}
          value={search.standing}
          options={STANDINGS.map((value) => ({ value, label: common(`standing.${value}`) }))}
          onChange={(standing) => onSearch({ standing })}
        />
        {names.graded ? (
          <FilterSelect
            label={t('filters.evidence')}
            all={all}
            value={search.evidence}
            options={EVIDENCE_GRADES.map((value) => ({
              value,
              label: `${value} · ${common(`grade.${value}`)}`,
            }))}
            onChange={(evidence) => onSearch({ evidence })}
          />
        ) : null}
        <FilterSelect
          label={t('filters.sector')}
          all={all}
          value={search.sector}
          options={names.sectors.map(({ id }) => ({ value: id, label: names.sectorShort(id) }))}
          onChange={(sector) => onSearch({ sector })}
        />
        <FilterSelect
          label={t('filters.cross')}
          all={all}
          value={search.cross}
          options={[
            { value: 'true', label: t('filters.crossTrue') },
            { value: 'false', label: t('filters.crossFalse') },
          ]}
          onChange={(cross) => onSearch({ cross })}
        />
        <FilterSelect
          label={t('filters.counts')}
          all={all}
          value={search.counts}
          options={[
            { value: 'true', label: t('filters.countsTrue') },
            { value: 'false', label: t('filters.countsFalse') },
          ]}
          onChange={(counts) => onSearch({ counts })}
        />
        {phone ? (
          <FilterSelect
            label={t('sort.label')}
            all={t('sort.startedOn')}
            value={search.sort}
            options={SORTS.filter((sort) => sort !== 'startedOn').map((value) => ({
              value,
              label: t(`sort.${value}`),
            }))}
            onChange={(sort) => onSearch({ sort })}
          />
        ) : null}
        {search.actor ? <ActorChip id={search.actor} onClear={() => onSearch({ actor: undefined })} /> : null}
        {isFiltered(search) ? (
          <Button look="text" onClick={() => onSearch(NO_FILTERS)}>
            {common('action.clearFilters')}
          </Button>
        ) : null}
      </FilterFold>
    </search>
  )
}

/** The list is narrowed to one actor, whose page led here. */
function ActorChip({ id, onClear }: { id: string; onClear: () => void }) {
  const t = useTranslations('partnerships.filters')
  const { data } = useQuery(actorQuery(id))
  return (
    <Button onClick={onClear} className="filter-wide">
      {t('actor', { name: data?.name ?? id })}
      <X size={14} strokeWidth={1.75} aria-hidden />
    </Button>
  )
}
