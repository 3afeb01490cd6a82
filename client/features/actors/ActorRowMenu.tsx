import { Link } from '@tanstack/react-router'
import { EllipsisVertical } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import type { ActorRow } from '#shared/contract/actors.ts'

/** What is done with a row beside editing its cells; `accept`: the sector that its code proposes. */
export type ActorAct = 'survey' | 'edit' | 'leave' | 'return' | 'accept'

export function ActorRowMenu({ row, onAct }: { row: ActorRow; onAct: (act: ActorAct) => void }) {
  const t = useTranslations('register.row')
  const { surveyed } = useNames()
  const left = row.leftOn !== null
  const acts: ActorAct[] = [
    ...(surveyed && !left ? (['survey'] as const) : []),
    'edit',
    left ? 'return' : 'leave',
  ]
  return (
    <Popover
      menu
      align="end"
      label={t('menu', { name: row.name })}
      trigger={(trigger) => (
        <IconButton
          label={t('menu', { name: row.name })}
          icon={<EllipsisVertical size={16} strokeWidth={1.75} aria-hidden />}
          data-cell
          tabIndex={-1}
          className="-my-1.5"
          {...trigger}
        />
      )}
    >
      {(close) => (
        <>
          {acts.map((act) => (
            <button
              key={act}
              type="button"
              className="menu-item"
              onClick={() => {
                close()
                onAct(act)
              }}
            >
              {t(act as 'edit')}
            </button>
          ))}
          <Link to="/kerja-sama/baru" search={{ actor: row.id }} className="menu-item" onClick={close}>
            {t('log')}
          </Link>
          <Link to="/pelaku/$id/gabung" params={{ id: row.id }} className="menu-item" onClick={close}>
            {t('merge')}
          </Link>
          <Link to="/riwayat" search={{ entity: 'actor', id: row.id }} className="menu-item" onClick={close}>
            {t('history')}
          </Link>
        </>
      )}
    </Popover>
  )
}
