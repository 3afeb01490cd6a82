import {
  Columns2,
  Copy,
  FileUp,
  Grid3x3,
  Languages,
  type LucideIcon,
  MapPin,
  Plus,
  Printer,
  SunMoon,
  Target,
} from 'lucide-react'
import type { ComponentType, MouseEvent } from 'react'
import { useTranslations } from 'use-intl'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { useNames } from '#client/network/use-names.ts'
import type { SearchItem } from './search-groups.ts'
import type { ActionId } from './use-actions.ts'
import type { SearchSource } from './use-searchables.ts'

const ACTION_ICON: Record<ActionId, LucideIcon> = {
  log: Plus,
  import: FileUp,
  compare: Columns2,
  quarters: Grid3x3,
  target: Target,
  copy: Copy,
  print: Printer,
  theme: SunMoon,
  language: Languages,
}

interface SearchOptionProps {
  id: string
  item: SearchItem
  source: SearchSource
  /** Of a page. */
  icon: ComponentType<{ size?: number; strokeWidth?: number }> | undefined
  active: boolean
  onPoint: () => void
  onPick: (alternative: boolean) => void
}

/** One thing found: its mark, its name, and at the right where or what it is. */
export function SearchOption({ id, item, source, icon, active, onPoint, onPick }: SearchOptionProps) {
  const { mark, name, detail } = useFace(item, source, icon)
  return (
    // The focus stays in the input, which carries the keyboard; see aria-activedescendant there.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      data-active={active || undefined}
      className="search-option"
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={active ? undefined : onPoint}
      onClick={(event: MouseEvent) => onPick(event.altKey)}
      onKeyDown={() => {}}
    >
      <span className="search-mark" aria-hidden="true">
        {mark}
      </span>
      <span className="search-name">{name}</span>
      {detail === '' ? null : <small className="search-detail">{detail}</small>}
    </div>
  )
}

function useFace({ group, id }: SearchItem, source: SearchSource, PageIcon: SearchOptionProps['icon']) {
  const t = useTranslations('search')
  const names = useNames()
  if (group === 'actor') {
    const row = source.actorRow.get(id) ?? -1
    const { name, role, sectorId, regionCode, left } = source.actors
    const [sector, region] = [sectorId[row] ?? null, regionCode[row] ?? null]
    const what = sector ? names.sectorShort(sector) : role[row] ? names.role(role[row]) : ''
    const words = [left[row] ? t('left') : '', what, region ? names.region(region) : ''].filter(Boolean)
    return { mark: <ActorMark sectorId={sector} />, name: name[row] ?? id, detail: words.join(' · ') }
  }
  if (group === 'sector') return { mark: <ActorMark sectorId={id} />, name: names.sector(id), detail: '' }
  if (group === 'place') {
    const region = names.reference?.regions.find(({ code }) => code === id)
    const level = region?.level === 'village' ? t('village') : t('district')
    return { mark: <MapPin size={16} strokeWidth={1.75} />, name: names.region(id), detail: level }
  }
  if (group === 'page')
    return {
      mark: PageIcon ? <PageIcon size={16} strokeWidth={1.75} /> : null,
      name: source.pages.find(({ to }) => to === id)?.name ?? id,
      detail: '',
    }
  const Icon = ACTION_ICON[id as ActionId]
  return {
    mark: Icon ? <Icon size={16} strokeWidth={1.75} /> : null,
    name: t(`action.${id as ActionId}`),
    detail: '',
  }
}
