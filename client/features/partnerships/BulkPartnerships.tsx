import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { BulkAsk } from '#client/api/bulk.ts'
import { BulkCount } from '#client/network/BulkCount.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { BulkOutcome } from '#shared/contract/bulk.ts'
import { END_REASONS, type EndReason } from '#shared/contract/vocabulary.ts'

export const PARTNERSHIP_BULKS = ['confirm', 'pause', 'resume', 'end'] as const
export type PartnershipBulkAct = (typeof PARTNERSHIP_BULKS)[number]

const STATUS = { pause: 'paused', resume: 'active', end: 'ended' } as const

interface BulkPartnershipsProps {
  act: PartnershipBulkAct
  selection: BulkAsk<'partnerships'>['selection']
  today: string
  nameOf: (id: string) => string
  onDone: (outcome: BulkOutcome) => void
  onCancel: () => void
}

/** The same day and reason for many partnerships. */
export function BulkPartnerships(props: BulkPartnershipsProps) {
  const { act, selection, today, nameOf, onDone, onCancel } = props
  const t = useTranslations('register.bulk')
  const reasons = useTranslations('common.endReason')
  const [on, setOn] = useState(today)
  const [endReason, setEndReason] = useState<EndReason>('completed')
  const change: BulkAsk<'partnerships'>['change'] =
    act === 'confirm'
      ? { mode: 'confirm', on }
      : {
          mode: 'from',
          from: on,
          changes: { status: STATUS[act], ...(act === 'end' ? { endReason } : {}) },
        }
  return (
    <div className="grid gap-4">
      <Field label={t('on')}>
        {(control) => (
          <input
            {...control}
            type="date"
            className="input"
            max={today}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        )}
      </Field>
      {act === 'end' ? (
        <Field label={t('endReason')}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={endReason}
              onChange={(event) =>
                setEndReason(END_REASONS.find((known) => known === event.target.value) ?? 'other')
              }
            >
              {END_REASONS.map((known) => (
                <option key={known} value={known}>
                  {reasons(known)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <BulkCount
        target="partnerships"
        ask={on === '' ? null : { selection, change }}
        nameOf={nameOf}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  )
}
