import { Link } from '@tanstack/react-router'
import { EllipsisVertical } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'
import { actionsFor, type PartnershipAction } from './partnership-actions.ts'
import { usePartnershipTitle } from './partnership-words.ts'

interface PartnershipRowMenuProps {
  row: PartnershipRow
  onAct: (action: PartnershipAction) => void
}

/** What can be done next with a row, the likeliest first: confirming is done at once, the rest asks for a day and a reason. */
export function PartnershipRowMenu({ row, onAct }: PartnershipRowMenuProps) {
  const t = useTranslations('register.row')
  const actions = useTranslations('partnerships.action')
  const name = usePartnershipTitle()(row)
  return (
    <Popover
      menu
      align="end"
      label={t('menu', { name })}
      trigger={(trigger) => (
        <IconButton
          label={t('menu', { name })}
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
          {actionsFor(row.standing).map((action) => (
            <button
              key={action}
              type="button"
              className="menu-item"
              onClick={() => {
                close()
                onAct(action)
              }}
            >
              {actions(action)}
            </button>
          ))}
          <Link
            to="/riwayat"
            search={{ entity: 'partnership', id: row.id }}
            className="menu-item"
            onClick={close}
          >
            {t('history')}
          </Link>
        </>
      )}
    </Popover>
  )
}
